"""What was done for given files is not done again, and a change is noticed."""

import pytest

from ground import stamps


@pytest.fixture
def house(tmp_path, monkeypatch):
    for name in ("app/static/css", "app/migrations", "config", "core", ".folkmoot/static", "templates"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "app/static/css/one.css").write_text("a")
    (tmp_path / "app/migrations/0001_initial.py").write_text("a")
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    return tmp_path


def digests():
    return stamps.migrations(), stamps.statics(), stamps.build()


def test_what_a_run_writes_changes_nothing(house):
    before = digests()

    (house / ".folkmoot/static/one.css").write_text("collected")

    assert digests() == before


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("app/migrations/0002_more.py", (True, False, True)),
        ("app/static/css/two.css", (False, True, True)),
        ("templates/page.html", (False, False, True)),
        ("requirements.lock", (True, True, True)),
    ],
)
def test_a_change_is_noticed_where_it_matters(house, path, changed):
    before = digests()

    (house / path).write_text("b")

    assert tuple(old != new for old, new in zip(before, digests(), strict=True)) == changed


def test_a_stamp_is_remembered_for_its_digest_only(tmp_path):
    stamps.Stamps(tmp_path).stamp("statics", "one")

    again = stamps.Stamps(tmp_path)

    assert (again.done("statics", "one"), again.done("statics", "two"), again.done("migrations", "one")) == (
        True,
        False,
        False,
    )
