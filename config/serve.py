"""The web server: `python -m config.serve`. Everything is loaded once, then the workers are forked and share that memory.

HOST and PORT say where (127.0.0.1:8000), FOLKMOOT_WEB_WORKERS and FOLKMOOT_WEB_THREADS how many (2 and 3). A worker that falls is
forked again at once, without loading anything.
"""

import config.lean  # noqa: F401, I001 -- before all others

import gc
import os

from django.apps import apps
from django.conf import settings
from django.template import engines
from django.urls import get_resolver, reverse
from django.utils import formats
from django.utils.translation import gettext, override
from granian.constants import Interfaces
from granian.server import Server

from config.env import number
from config.wsgi import application  # noqa: F401 -- loading it is the point


def warm() -> None:
    """Load what the first request would load; open no connection, for those must not be shared."""
    get_resolver().url_patterns  # noqa: B018 -- reading it imports every view
    with override(settings.LANGUAGE_CODE):
        reverse("portal:home")  # reading one address sorts them all
        gettext("Sign in")
        formats.get_format("DATE_FORMAT")
    for model in apps.get_models(include_auto_created=True):
        model._meta.get_fields()  # how all of them hang together
    for engine in engines.all():
        engine.get_template("base.html")
    gc.collect()
    # What exists now stays: the collector need not look at it again, which would also copy the shared pages.
    gc.freeze()
    # Looked through often, the little that a request leaves behind never grows into much.
    gc.set_threshold(300, 10, 5)


def main() -> None:
    """Serve until told to stop."""
    warm()
    Server(
        "config.wsgi:application",
        address=os.environ.get("HOST") or "127.0.0.1",
        port=settings.PORT,
        interface=Interfaces.WSGI,
        workers=number("FOLKMOOT_WEB_WORKERS", 2),
        blocking_threads=settings.WEB_THREADS,
        websockets=False,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
    ).serve()


if __name__ == "__main__":
    main()
