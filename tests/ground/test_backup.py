"""A backup brought back into another database is the same."""

import os
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection

from ground import backup
from ground.errors import GroundError

KEYS = {"FOLKMOOT_BALLOT_KEY": "b" * 60, "FOLKMOOT_LEDGER_KEY": "l" * 60}


def counts(url):
    with psycopg.connect(url) as line:
        tables = [row[0] for row in line.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        return {table: line.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}


def named(database):
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()


@pytest.fixture
def source():
    return named(connection.settings_dict["NAME"])


@pytest.fixture
def target():
    """An empty database beside the tests' own."""
    name = f"restored_{os.getpid()}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name}")
        yield named(name)
        line.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def media(tmp_path):
    roots = {name: tmp_path / "from" / name for name in ("public", "private", "exempt")}
    for name, root in roots.items():
        root.mkdir(parents=True)
        (root / "paper.pdf").write_text(f"{name} paper")
    return roots


@pytest.mark.django_db(transaction=True)
def test_what_is_restored_is_what_was_kept(source, target, media, tmp_path):
    with psycopg.connect(source) as line:
        line.execute("CREATE TABLE kept (id int PRIMARY KEY, said text)")
        line.execute("INSERT INTO kept SELECT n, 'sentence ' || n FROM generate_series(1, 500) n")
    there = {name: tmp_path / "to" / name for name in media}
    try:
        backup.write(tmp_path / "kept", url=source, media=media, keys=KEYS)
        backup.read(tmp_path / "kept", url=target, media=there, keys=KEYS, replace=False)

        assert counts(target) == counts(source)
        assert counts(target)["kept"] == 500
    finally:
        with psycopg.connect(source) as line:
            line.execute("DROP TABLE kept")
    assert {name: (root / "paper.pdf").read_text() for name, root in there.items()} == {
        "public": "public paper",
        "private": "private paper",
        "exempt": "exempt paper",
    }


@pytest.mark.django_db(transaction=True)
def test_a_full_database_another_key_or_a_damaged_file_is_refused(source, media, tmp_path):
    folder = tmp_path / "kept"
    backup.write(folder, url=source, media={}, keys=KEYS)

    with pytest.raises(GroundError, match="The database is not empty"):
        backup.read(folder, url=source, media=media, keys=KEYS, replace=False)
    with pytest.raises(GroundError, match="FOLKMOOT_BALLOT_KEY is not the key"):
        backup.read(folder, url=source, media=media, keys={**KEYS, "FOLKMOOT_BALLOT_KEY": "x" * 60}, replace=True)
    (folder / "files.tar").write_bytes(b"")
    with pytest.raises(GroundError, match="is damaged"):
        backup.read(folder, url=source, media=media, keys=KEYS, replace=True)


@pytest.mark.django_db(transaction=True)
def test_no_key_is_in_the_backup(source, tmp_path):
    backup.write(tmp_path / "kept", url=source, media={}, keys=KEYS)

    assert all(key.encode() not in path.read_bytes() for path in (tmp_path / "kept").iterdir() for key in KEYS.values())


def test_a_folder_without_a_manifest_is_no_backup(tmp_path):
    with pytest.raises(GroundError, match="is no finished backup"):
        backup.read(tmp_path, url="", media={}, keys={}, replace=True)
