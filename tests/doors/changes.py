"""Whether anything in the database has changed."""

from django.db import connection

# Signing in and being seen are not acts.
PASSING = {"django_session"}


def digest() -> dict[str, tuple[int, int]]:
    """Rows of each table, and a sum over where they lie and which transaction wrote them: any insert, update or delete shows."""
    tables = sorted(set(connection.introspection.table_names()) - PASSING)
    parts = [
        f"SELECT '{table}', count(*), coalesce(sum(hashtext(ctid::text || xmin::text)::bigint), 0) FROM \"{table}\""
        for table in tables
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return {table: (rows, int(total)) for table, rows, total in cursor.fetchall()}


def changed(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> list[str]:
    """The tables that are not as they were."""
    return sorted(table for table in before if before[table] != after.get(table))
