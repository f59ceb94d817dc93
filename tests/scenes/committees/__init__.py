"""A forum's output before a committee, at every stage up to a judged delivery, made through the same acts as everywhere.

    story = scenes.committees.answered()
    story.commitment, story.portfolio, story.holder, story.supporter

Each function gives a `Story` that has come that far. It begins 110 days ago and each act has its own day, so that the last one
is a few days old; call within `core.clock.at()` to have it end at another moment.
"""

from committees import actions
from tests.scenes.committees.beginning import TEXTS, begun
from tests.scenes.committees.loading import fresh
from tests.scenes.committees.people import LONG_AGO, Story, body, council, councillor, portfolio, seated
from tests.scenes.committees.stages import (
    accepted,
    acknowledged,
    adopt,
    answered,
    claimed,
    disputed,
    draft,
    drafted,
    in_session,
    issued,
    mandated,
    meeting,
    open_session,
    published,
    recommended,
    referred,
)

__all__ = [
    "LONG_AGO", "TEXTS", "Story", "accepted", "acknowledged", "actions", "adopt", "answered", "begun", "body", "claimed", "council",
    "councillor", "disputed", "draft", "drafted", "fresh", "in_session", "issued", "mandated", "meeting", "open_session",
    "portfolio", "published", "recommended", "referred", "seated",
]  # fmt: skip
