"""What has to be done before people may come in: tables, catalogues, static files, the demo council. Only what has changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ground import stamps
from ground.catalogues import compile_real
from ground.engines import Engines
from ground.errors import GroundError
from ground.places import ROOT
from ground.postgres import last_words
from ground.processes import spawn

Say = Callable[[str], None]


def prepare(data: Path, env: dict[str, str], engines: Engines, say: Say) -> None:
    """Afterwards every migration is in, catalogues and static files are current, and a new demo has its council.

    Raises GroundError, with the last line of what failed, when a step does not succeed.
    """
    kept = stamps.Stamps(data)
    _compile_catalogues(kept, say)
    _migrate(data, env, engines, kept, say)
    _collect(data, env, kept, say)
    if env["FOLKMOOT_MODE"] == "demo" and env.get("FOLKMOOT_SEED") != "0" and _empty(env["DATABASE_URL"]):
        say("building the demo council (this takes a while, once)")
        _manage(data, env, "seed")  # in one transaction: interrupted, it begins anew


def demo_people(env: dict[str, str]) -> str:
    """Who can be signed in as, in words, for the end of the start; empty when the product does not say."""
    answer = subprocess.run(
        [sys.executable, ROOT / "manage.py", "demo_people"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    return answer.stdout.strip("\n") if answer.returncode == 0 else ""


def _compile_catalogues(kept: stamps.Stamps, say: Say) -> None:
    want = stamps.catalogues()
    if not kept.done("catalogues", want):
        say("compiling the catalogues")
        compile_real()
        kept.stamp("catalogues", want)


def _migrate(data: Path, env: dict[str, str], engines: Engines, kept: stamps.Stamps, say: Say) -> None:
    # Of somebody else's database we know nothing, so it is always asked.
    ours = engines.postgres.query("SELECT system_identifier FROM pg_control_system()") if engines.postgres else ""
    want = stamps.migrations() + ours
    if ours and kept.done("migrations", want):
        return
    say("bringing the tables up to date")
    _manage(data, env, "migrate", "--no-input", "--verbosity", "0")
    kept.stamp("migrations", want)


def _collect(data: Path, env: dict[str, str], kept: stamps.Stamps, say: Say) -> None:
    want = stamps.statics()
    if kept.done("statics", want) and (data / "static" / "staticfiles.json").exists():
        return
    say("collecting the static files")
    _manage(data, env, "collectstatic", "--no-input", "--clear", "--verbosity", "0")
    kept.stamp("statics", want)


def _empty(url: str) -> bool:
    import psycopg  # noqa: PLC0415 -- slow import

    with psycopg.connect(url, connect_timeout=10) as line:
        return not line.execute("SELECT EXISTS (SELECT 1 FROM accounts_user)").fetchone()[0]  # type: ignore[index]


def _manage(data: Path, env: dict[str, str], *words: str) -> None:
    log = data / "logs" / "prepare.log"
    child = spawn([sys.executable, ROOT / "manage.py", *words], log=log, env=env, cwd=ROOT)
    try:
        code = child.wait()
    except BaseException:
        child.kill()
        child.wait()
        raise
    if code:
        raise GroundError(f"`manage.py {words[0]}` failed; see {log}. Its last words: {last_words(log)}")
