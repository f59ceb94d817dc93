"""Counts conversations that somebody opens, without keeping which. The counter in the database is written by a job."""

from django.conf import settings
from redis.exceptions import RedisError

from core.limits import key_of_user
from core.redis import client

MONTH = 30 * 86_400
NEW = "reading:new"


def opened(user_id: int, thread_id: int) -> None:
    """One more conversation, unless it is among those of the last thirty days.

    What is kept for that time is a sketch (HyperLogLog) that can say how many and not which. When Redis is away nothing is counted.
    """
    sketch = f"reading:{key_of_user(user_id)}"
    try:
        pipe = client().pipeline(transaction=False)
        pipe.pfadd(sketch, f"{settings.SECRET_KEY[:16]}:{thread_id}")
        pipe.expire(sketch, MONTH, nx=True)
        added, _set = pipe.execute()
        if added:
            client().hincrby(NEW, str(user_id), 1)
    except RedisError:
        return


def collected() -> dict[int, int]:
    """Conversations opened since this was last asked, by sign-in; asked again it starts from nothing."""
    store = client()
    try:
        pipe = store.pipeline(transaction=True)
        pipe.hgetall(NEW)
        pipe.delete(NEW)
        found, _deleted = pipe.execute()
    except RedisError:
        return {}
    return {int(user): int(number) for user, number in found.items()}
