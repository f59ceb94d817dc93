"""Whether what arrives may be published now, and why not."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from redis.exceptions import RedisError

from core import now
from core.redis import client
from moderation import spam
from moderation.arrivals import Arrival
from moderation.models import HoldRule, Why
from moderation.queries.settings import numbers
from moderation.queries.trust import Standing, standing_of

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Judged:
    why: tuple[Why, ...]
    score: float


def judged(user: Any, arrival: Arrival, standing: Standing) -> Judged:
    """Every reason for which it waits; none, and it may be published. Asked once for each arrival: it counts repetitions."""
    found = _weighed(user, arrival.text, arrival.host_key, standing, repeats=_repeats(arrival.text))
    return Judged(tuple(dict.fromkeys((Why.PLACE, *found.why))), found.score) if arrival.place_asks else found


def judged_name(user: Any, words: str) -> tuple[Why, ...]:
    """Why these words cannot stand as somebody's name, or beside it: only what the words themselves say.

    That somebody has published little holds no name back, nor that others bear it. Nothing is counted, so it can be asked again.
    """
    found = _weighed(user, words, "", standing_of(user), repeats=0)
    return tuple(why for why in found.why if why in (Why.LINKS, Why.WORDS, Why.SPAM))


def looks_first(host_key: str) -> bool:
    """Whether a row says that everything is looked at first in this place."""
    return any(rule.kind == HoldRule.Kind.PLACE for rule in _rules(host_key))


def _weighed(user: Any, text: str, host_key: str, standing: Standing, *, repeats: int) -> Judged:
    """What the rules of a place and the likeness to spam say of a text."""
    score = spam.score(text, days=(now() - user.date_joined).days, repeats=repeats, trust=standing.level)
    why = [code for rule in _rules(host_key) if (code := _caught(rule, text, standing)) is not None]
    if score >= float(numbers()["spam.hold"]):
        why.append(Why.SPAM)
    return Judged(tuple(dict.fromkeys(why)), score)


def _rules(host_key: str) -> list[HoldRule]:
    return list(HoldRule.objects.of_place(host_key))


def _caught(rule: HoldRule, text: str, standing: Standing) -> Why | None:
    match rule.kind:
        case HoldRule.Kind.PLACE:
            return Why.PLACE
        case HoldRule.Kind.FIRST_POSTS if standing.written.total < rule.number:
            return Why.FIRST_POSTS
        case HoldRule.Kind.LINKS if not standing.posts_links and spam.links(text):
            return Why.LINKS
        case HoldRule.Kind.WORDS if spam.has_word(text, rule.words.splitlines()):
            return Why.WORDS
        case HoldRule.Kind.TRUST if standing.level < rule.number:
            return Why.TRUST
    return None


def _repeats(text: str) -> int:
    """How often the same words arrived within a day, whoever sent them. What is kept for that day is a digest."""
    plain = " ".join(text.casefold().split())
    if len(plain) < 20:  # "I agree." is said by many
        return 0
    name = f"arrived:{sha256(plain.encode()).hexdigest()[:32]}"
    try:
        pipe = client().pipeline(transaction=False)
        pipe.incr(name)
        pipe.expire(name, DAY, nx=True)
        count, _set = pipe.execute()
    except RedisError:
        return 0
    return int(count) - 1
