"""Each check of `make check` has been seen to fail: a copy of the house, one planted fault, and the check that must find it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ground.places import ROOT

BIN = Path(sys.executable).parent
FOLDERS = shutil.ignore_patterns(".venv", ".git", ".folkmoot", "backups", "__pycache__", ".mypy_cache", "static-built")

FAULTS = {
    "an import from a higher floor": (
        "core/text.py",
        "\nimport portal.apps  # noqa: E402, F401\n",
        [BIN / "lint-imports", "--no-cache"],
        "An app imports only from floors below its own BROKEN",
    ),
    "an unused import": (
        "core/text.py",
        "\nimport zipfile\n",
        [BIN / "ruff", "check", "."],
        "`zipfile` imported but unused",
    ),
    "a careless form": (
        "core/text.py",
        "\nx = {  'a':1 }\n",
        [BIN / "ruff", "format", "--check", "."],
        "--> core/text.py",
    ),
    "a type that does not fit": (
        "core/text.py",
        "\n\ndef planted() -> int:\n    return 'one'\n",
        [BIN / "mypy", "core/text.py", "--cache-dir", ROOT / ".mypy_cache"],
        'Incompatible return value type (got "str", expected "int")',
    ),
    "a function without types on a strict floor": (
        "core/text.py",
        "\n\ndef planted(word):\n    return word\n",
        [BIN / "mypy", "core/text.py", "--cache-dir", ROOT / ".mypy_cache"],
        "Function is missing a type annotation",
    ),
    "a model without its migration": (
        "ledger/models.py",
        "\n\nclass Planted(models.Model):\n    word = models.TextField()\n",
        [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
        "Create model Planted",
    ),
    "a template with an open tag": (
        "templates/planted.html",
        "{% if x %}",
        [sys.executable, "-m", "config.templates"],
        "planted.html: Unclosed tag",
    ),
    "a template that names a missing one": (
        "templates/planted.html",
        '{% include "not/there.html" %}',
        [sys.executable, "-m", "config.templates"],
        "planted.html: names not/there.html, which does not exist",
    ),
    "an address in a lock": (
        "requirements.lock",
        "\n# from http://mirror.example\n",
        [sys.executable, "-m", "ground", "locks", "--check"],
        "holds an address",
    ),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house") / "copy"
    shutil.copytree(ROOT, folder, ignore=FOLDERS)
    return folder


@pytest.mark.slow
@pytest.mark.xdist_group("copy of the house")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault, copy):
    path, planted, argv, said = FAULTS[fault]
    file = copy / path
    before = file.read_text() if file.exists() else None
    file.write_text((before or "") + planted)
    try:
        env = {
            **os.environ,
            "FOLKMOOT_MODE": "test",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PYTHONPATH": str(copy),
        }
        answer = subprocess.run([str(part) for part in argv], cwd=copy, env=env, capture_output=True, text=True)
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_text(before)

    assert answer.returncode != 0
    assert said in answer.stdout + answer.stderr
