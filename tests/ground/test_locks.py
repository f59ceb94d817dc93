"""A lock that is stale, unhashed or names a host is found without a network."""

import shutil

import pytest

from ground import locks
from ground.places import ROOT

NAMES = ["requirements.in", "requirements-dev.in", "requirements.lock", "requirements-dev.lock"]


@pytest.fixture
def copy(tmp_path):
    for name in NAMES:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def plant(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_locks_as_they_are_have_no_faults():
    assert locks.faults() == []


def test_a_planted_address_is_found(copy):
    plant(copy / "requirements.lock", "asgiref==", "# from http://mirror.example\nasgiref==")

    assert [fault for fault in locks.faults(copy) if "address" in fault] == ["requirements.lock:5: holds an address"]


def test_a_new_requirement_makes_both_locks_stale(copy):
    plant(copy / "requirements.in", "celery>=5.5", "celery>=5.5\ngunicorn")

    assert locks.faults(copy) == [
        "requirements.lock: is older than requirements.in: run `make locks`",
        "requirements-dev.lock: is older than requirements-dev.in and requirements.in: run `make locks`",
    ]


def test_a_comment_does_not(copy):
    plant(copy / "requirements.in", "celery>=5.5", "# for work that may wait\ncelery>=5.5")

    assert locks.faults(copy) == []


def test_a_pin_without_a_hash_is_found(copy):
    path = copy / "requirements.lock"
    lines = path.read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("celery=="))
    path.write_text("\n".join([*lines[:at], lines[at].removesuffix(" \\"), *lines[at + 3 :]]) + "\n")

    assert locks.faults(copy) == [f"requirements.lock: {lines[at].split()[0]} has no hash"]


def test_what_is_tested_is_what_runs(copy):
    plant(copy / "requirements-dev.lock", "celery==5", "celery==4")

    assert len(locks.faults(copy)) == 1
    assert locks.faults(copy)[0].startswith("requirements-dev.lock: celery is not at 5")
