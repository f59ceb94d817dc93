"""The one Redis connection pool for limits and page versions. Never a record: what it loses costs nothing but time."""

from functools import lru_cache

from django.conf import settings
from redis import Redis


@lru_cache(maxsize=1)
def client() -> Redis:
    return Redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2)
