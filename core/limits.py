"""How often a person or an address may act. A refusal says when to try again."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext
from redis.exceptions import RedisError
from rest_framework.throttling import UserRateThrottle

from core.clock import today
from core.redis import client
from core.verdicts import Verdict, no, require, yes

View = Callable[..., Any]
SHARED = 20


def within_limit(key: str, *, times: int, seconds: int) -> Verdict:
    """Count one try under `key`; yes while at most `times` fell into a window of `seconds`, else no with the wait.

    When Redis is away the answer is yes: a limit protects the service and must not become its outage.
    """
    return within_limits({key: times}, seconds=seconds)


def within_limits(counts: Mapping[str, int], *, seconds: int) -> Verdict:
    """The same for several keys at once, in one round to Redis; the longest wait of those that are full."""
    if settings.FOLKMOOT_LIMITS_OFF:
        return yes()
    try:
        pipe = client().pipeline(transaction=False)
        for key in counts:
            pipe.incr(f"limit:{key}")
            pipe.expire(f"limit:{key}", seconds, nx=True)
            pipe.ttl(f"limit:{key}")
        found = pipe.execute()
    except RedisError:
        return yes()
    full = [found[3 * n + 2] for n, times in enumerate(counts.values()) if found[3 * n] > times]
    if not full:
        return yes()
    wait = max(int(max(full)), 1)
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


def limited(name: str, *, times: int, seconds: int) -> Callable[[View], View]:
    """At most `times` tries of the view in `seconds` by one person (one address, when signed out); the next one is `Refused` with the wait.

    Whatever the number of sign-ins, one address has `SHARED` times as many: a library has one address and many readers.

    Reading is never counted. Pages and the API share one count per name. Below `@api_view` for the API, and anywhere for a page.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def held(request: Any, *args: Any, **kwargs: Any) -> Any:
            if request.method not in {"GET", "HEAD", "OPTIONS"}:
                require(within_limits(_counts(request, name, times), seconds=seconds))
            return view(request, *args, **kwargs)

        return held

    return decorate


def _counts(request: Any, name: str, times: int) -> dict[str, int]:
    """By whom and from where, and how often each may."""
    place = f"{name}:a{_digest(f'{today()}:{address_of(request)}')}"  # tells two addresses of one day apart, and nothing else
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {place: times}
    return {f"{name}:{who(request)}": times, place: times * SHARED}


def who(request: Any) -> str:
    """A digest of the sign-in that asks, or the address it asks from.

    A count says to the second when somebody acted, so it must not say who: without the secret key nobody can tell.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return address_of(request)
    return key_of_user(user.pk)


def key_of_user(pk: int) -> str:
    """What stands for a sign-in in a count. A count says to the second when somebody acted, so it must not say who: without the secret key nobody can tell."""
    return f"u{_digest(str(pk))}"


def _digest(text: str) -> str:
    return salted_hmac("core.limits", text, algorithm="sha256").hexdigest()[:32]


class PersonRate(UserRateThrottle):
    """The API's own count for people who are signed in, kept under the same digest."""

    def get_cache_key(self, request: Any, view: Any) -> str:
        return str(self.cache_format % {"scope": self.scope, "ident": who(request)})


def address_of(request: Any) -> str:
    """The address of the visitor: what our own proxies were told, and never what the visitor says of itself."""
    proxies: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if proxies and len(passed) >= proxies:
        return str(passed[-proxies])
    return str(request.META.get("REMOTE_ADDR", ""))
