"""Events of forums as sentences."""

from forums.sentences import (
    activities,
    debates,
    elections,
    endings,
    first_rules,
    forums,
    measures,
    processes,
    questions,
    requests,
    rules,
    steering,
    summaries,
    surveys,
    talk,
)

__all__ = [
    "activities",
    "debates",
    "elections",
    "endings",
    "first_rules",
    "forums",
    "measures",
    "processes",
    "questions",
    "requests",
    "rules",
    "steering",
    "summaries",
    "surveys",
    "talk",
]
