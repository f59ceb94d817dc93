"""The bench itself: that it measures, on a council of a few hundred proposals. What it finds is not looked at here."""

import os
import subprocess
import sys

import pytest

from ground.places import ROOT

OURS = (
    "DATABASE_URL",
    "REDIS_URL",
    "FOLKMOOT_MODE",
    "FOLKMOOT_DATA",
    "FOLKMOOT_TEST_TEMPLATE",
    "DJANGO_SETTINGS_MODULE",
)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the figures come from Linux's /proc")
def test_a_quick_run_measures_every_scene_and_touches_no_document():
    figures = (ROOT / "docs" / "performance.md").read_bytes()
    env = {name: value for name, value in os.environ.items() if name not in OURS}

    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--quick", "--only=pages,weight"],
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr[-2000:]
    for words in (
        "an empty view",
        "unchanged (304)",
        "proposal with its first posts",
        "support (POST",
        "memory of the web",
    ):
        assert words in done.stdout
    assert (ROOT / "docs" / "performance.md").read_bytes() == figures
