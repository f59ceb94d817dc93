"""Whether anything in the database has changed."""

from functools import cache

from django.db import connection

# Signing in and being seen are not acts.
PASSING = {"django_session"}


def digest() -> dict[str, tuple[int, int]]:
    """Rows of each table, and a sum over where they lie: any insert, update or delete shows, since a written row lies elsewhere."""
    connection.ensure_connection()
    # Asked thousands of times, so that its plan over all the tables is kept.
    found = connection.connection.execute(_question(), prepare=True)
    return {table: (rows, int(total)) for table, rows, total in found}


@cache
def _question() -> str:
    tables = sorted(set(connection.introspection.table_names()) - PASSING)
    parts = (f"SELECT '{table}', count(*), coalesce(sum(hashtid(ctid)), 0) FROM \"{table}\"" for table in tables)
    return " UNION ALL ".join(parts)


def changed(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> list[str]:
    """The tables that are not as they were."""
    return sorted(table for table in before if before[table] != after.get(table))
