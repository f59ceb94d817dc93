"""The servers under the tests are the real ones."""

import pytest
from django.core.cache import cache
from django.db import connection


@pytest.mark.django_db
def test_the_database_is_postgresql_17_or_newer_and_sorts_by_code_point():
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_agg(w ORDER BY w) FROM unnest(ARRAY['b', 'a', 'Z', 'é']) AS w")
        words = cursor.fetchone()[0]

    assert connection.pg_version >= 170000
    assert words == ["Z", "a", "b", "é"]


def test_the_cache_is_a_redis_that_keeps_what_it_is_told():
    cache.set("word", "moot")

    assert cache.get("word") == "moot"
