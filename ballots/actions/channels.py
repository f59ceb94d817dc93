"""Two ways to vote, one vote: who decides by which way is decided one after the other."""

from django.db import connection


def one_channel_at_a_time(voter: str) -> None:
    """Until this transaction ends, nobody else decides by which way this voter votes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (voter,))
