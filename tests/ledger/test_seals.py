"""A change to what was sealed is found out."""

import hashlib
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from core import now
from ledger.hashing import GENESIS, merkle_root
from ledger.models import Entry, Seal
from ledger.sealing import seal_all, seal_next
from ledger.verifying import verify


def entries(count):
    for number in range(count):
        Entry.objects.create(
            act=UUID(int=number), event="x.Y", data={"n": number}, subject_kind="x.y", subject_id=number, at=now()
        )


def tamper(sql):
    """As somebody with the keys to the database would: the triggers switched off."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET session_replication_role = origin")


def test_the_tree_hash_is_that_of_rfc_6962():
    """Section 2.1.3's shapes: the empty tree, one leaf, and three leaves by hand."""

    def leaf(data):
        return hashlib.sha256(b"\x00" + data).digest()

    def node(left, right):
        return hashlib.sha256(b"\x01" + left + right).digest()

    assert merkle_root([]) == hashlib.sha256(b"").hexdigest()
    assert merkle_root([b"a"]) == leaf(b"a").hex()
    assert merkle_root([b"a", b"b", b"c"]) == node(node(leaf(b"a"), leaf(b"b")), leaf(b"c")).hex()


@pytest.mark.django_db(transaction=True)
def test_batches_are_chained_and_hold_every_entry_once():
    entries(3)
    first = seal_next()
    entries(2)
    second = seal_next()

    assert (first.previous, second.previous, first.count, second.count) == (GENESIS, first.hash, 3, 2)
    assert seal_next() is None
    report = verify()
    assert (report.whole, report.seals, report.entries, report.waiting, report.head) == (True, 2, 5, 0, second.hash)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("sql", "what"),
    [
        (
            "UPDATE ledger_entry SET data = '{\"n\": 9}' WHERE id = (SELECT min(id) FROM ledger_entry)",
            "an entry differs",
        ),
        ("DELETE FROM ledger_entry WHERE id = (SELECT max(id) FROM ledger_entry)", "entries are missing"),
        ("UPDATE ledger_seal SET root = repeat('0', 64) WHERE id = (SELECT min(id) FROM ledger_seal)", "differs"),
        ("DELETE FROM ledger_seal WHERE id = (SELECT min(id) FROM ledger_seal)", "is not the one it names"),
        (
            "INSERT INTO ledger_entry (act, event, data, actor_key, role, subject_kind, subject_id, public, at)"
            " SELECT act, event, data, actor_key, role, subject_kind, subject_id, public, at FROM ledger_entry LIMIT 1",
            "the number of entries differs",
        ),
    ],
)
def test_each_kind_of_tampering_is_found_and_named(sql, what):
    entries(2)
    seal_all()
    entries(2)
    seal_all()

    tamper(sql)

    assert any(what in fault.what for fault in verify().faults)
    with pytest.raises(CommandError):
        call_command("verify_ledger")


@pytest.mark.django_db(transaction=True)
def test_an_entry_of_an_open_transaction_is_left_for_the_next_batch():
    entries(1)
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            cursor.execute(
                "INSERT INTO ledger_entry (act, event, data, actor_key, role, subject_kind, subject_id, public, at)"
                " VALUES (gen_random_uuid(), 'x.Z', '{}', '', '', 'x.y', 1, true, now())"
            )
        entries(1)  # a later id, committed before
        assert seal_next().count == 1  # only what was written before the open one
        other.commit()
    finally:
        other.close()
    assert seal_next().count == 2
    assert verify().whole
    assert Seal.objects.count() == 2
