# One image for web, worker and beat. Two stages, so that no compiler, package manager or cache reaches the second.
FROM python:3.12-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /srv/folkmoot
RUN python -m venv /srv/venv && /srv/venv/bin/pip install --quiet uv
COPY requirements.lock .
RUN /srv/venv/bin/uv pip install --quiet --no-cache --compile-bytecode --python /srv/venv/bin/python --require-hashes -r requirements.lock \
    && /srv/venv/bin/pip uninstall --quiet --yes uv
COPY . .
# Catalogues and static files belong to the image: every container of a release serves the same ones.
RUN /srv/venv/bin/python -c "from ground.catalogues import compile_real; compile_real()" \
    && FOLKMOOT_MODE=demo FOLKMOOT_STATIC=/srv/static /srv/venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && rm -rf .folkmoot \
    && /srv/venv/bin/python -m compileall -q -j 0 --invalidation-mode unchecked-hash .

FROM python:3.12-slim
ARG BUILD=unknown
ENV PATH=/srv/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    FOLKMOOT_BUILD=$BUILD FOLKMOOT_STATIC=/srv/static FOLKMOOT_DATA=/srv/data \
    HOST=0.0.0.0 PORT=8000 FOLKMOOT_WEB_WORKERS=2 FOLKMOOT_WEB_THREADS=3 FOLKMOOT_DB_POOL=3
RUN useradd --system --uid 10001 --home-dir /srv/folkmoot --shell /usr/sbin/nologin folkmoot \
    && install -d -o folkmoot -g folkmoot /srv/data /srv/data/media /srv/data/media/public \
       /srv/data/media/private /srv/data/media/exempt
COPY --from=build /srv/venv /srv/venv
COPY --from=build /srv/static /srv/static
COPY --from=build /srv/folkmoot /srv/folkmoot
WORKDIR /srv/folkmoot
USER folkmoot
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "docker/healthy.py"]
CMD ["python", "-m", "config.serve"]
