"""Whether anything in the database has changed."""

from functools import cache
from typing import Any

from django.db import connection

# Signing in and being seen are not acts.
PASSING = {"django_session"}
WRITES = """
SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid)
FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""

Lying = tuple[int, int]  # how many rows, and a sum over where they lie

_known: dict[Any, tuple[dict[str, int], dict[str, Lying]]] = {}


def digest() -> dict[str, Lying]:
    """Each table's rows and where they lie: any insert, update or delete shows, since a written row lies elsewhere.

    Within one transaction the server counts what was written to each table, also what was taken back; a table whose
    count has not moved since the last question is not read again.
    """
    connection.ensure_connection()
    here, written = _transaction(), dict(_ask(WRITES))
    before, known = _known.get(here, ({}, {})) if here else ({}, {})
    found = {
        table: known[table] if table in known and before[table] == written[table] else _lying(table)
        for table in _tables()
    }
    _known.clear()
    _known[here] = (written, found)
    return found


def changed(before: dict[str, Lying], after: dict[str, Lying]) -> list[str]:
    """The tables that are not as they were."""
    return sorted(table for table in before if before[table] != after.get(table))


def _lying(table: str) -> Lying:
    [(rows, total)] = _ask(f'SELECT count(*), coalesce(sum(hashtid(ctid)), 0) FROM "{table}"')
    return rows, int(total)


def _transaction() -> Any:
    """The transaction that is open, with its connection; None where there is none that writes."""
    [(process, number)] = _ask("SELECT pg_backend_pid(), pg_current_xact_id_if_assigned()::text")
    return (process, number) if number else None


def _ask(question: str) -> list[Any]:
    return list(connection.connection.execute(question, prepare=True))


@cache
def _tables() -> tuple[str, ...]:
    return tuple(sorted(set(connection.introspection.table_names()) - PASSING))
