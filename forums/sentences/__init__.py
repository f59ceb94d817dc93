"""Events of forums as sentences."""

from forums.sentences import (
    activities,
    debates,
    endings,
    forums,
    processes,
    questions,
    requests,
    rules,
    steering,
    summaries,
    talk,
)

__all__ = [
    "activities",
    "debates",
    "endings",
    "forums",
    "processes",
    "questions",
    "requests",
    "rules",
    "steering",
    "summaries",
    "talk",
]
