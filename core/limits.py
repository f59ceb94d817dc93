"""How often a person or an address may act. A refusal says when to try again."""

from django.conf import settings
from django.utils.translation import ngettext
from redis.exceptions import RedisError

from core.redis import client
from core.verdicts import Verdict, no, yes


def within_limit(key: str, *, times: int, seconds: int) -> Verdict:
    """Count one try under `key`; yes while at most `times` fell into a window of `seconds`, else no with the wait.

    When Redis is away the answer is yes: a limit protects the service and must not become its outage.
    """
    if settings.FOLKMOOT_LIMITS_OFF:
        return yes()
    name = f"limit:{key}"
    try:
        pipe = client().pipeline(transaction=False)
        pipe.incr(name)
        pipe.expire(name, seconds, nx=True)
        pipe.ttl(name)
        count, _set, wait = pipe.execute()
    except RedisError:
        return yes()
    if count <= times:
        return yes()
    wait = max(int(wait), 1)
    minutes = -(-wait // 60)
    return no(
        ngettext(
            "You have done this very often just now. Try again in %(n)d minute.",
            "You have done this very often just now. Try again in %(n)d minutes.",
            minutes,
        )
        % {"n": minutes},
        retry_after=wait,
    )
