"""What has happened in a forum, in ids, dates and codes."""

from forums.events.activities import (
    ActivityChanged,
    ActivityEnded,
    ActivityOpened,
    ActivityRulesFrozen,
    ActivityStarted,
)
from forums.events.debates import ThreadPeriodSet, ThreadUpdated
from forums.events.forums import (
    FacilitatorAppointed,
    FacilitatorEnded,
    ForumChanged,
    ForumCreated,
    ForumJoined,
    ForumLeft,
    ForumMoved,
    MandateGiven,
    MandateRecalled,
    PlaceGiven,
)
from forums.events.processes import PhaseBegan, PhaseSet, ProcessChanged, ProcessCreated
from forums.events.requests import ForumRequested, RequestAnswered, RequestReached, RequestReviewAsked, RequestReviewed
from forums.events.rules import (
    ForumConstituted,
    RulesChanged,
    RulesKept,
    RulesProposed,
    RulesVoteOpened,
    RulesWithdrawn,
)
from forums.events.steering import PostsMoved, ThreadSlowed
from forums.events.talk import (
    PostDeleted,
    PostEdited,
    PostPinned,
    PostPublished,
    ThreadClosed,
    ThreadPinned,
    ThreadStarted,
)

__all__ = [
    "ActivityChanged",
    "ActivityEnded",
    "ActivityOpened",
    "ActivityRulesFrozen",
    "ActivityStarted",
    "FacilitatorAppointed",
    "FacilitatorEnded",
    "ForumChanged",
    "ForumConstituted",
    "ForumCreated",
    "ForumJoined",
    "ForumLeft",
    "ForumMoved",
    "ForumRequested",
    "MandateGiven",
    "MandateRecalled",
    "PhaseBegan",
    "PhaseSet",
    "PlaceGiven",
    "PostDeleted",
    "PostEdited",
    "PostPinned",
    "PostPublished",
    "PostsMoved",
    "ProcessChanged",
    "ProcessCreated",
    "RequestAnswered",
    "RequestReached",
    "RequestReviewAsked",
    "RequestReviewed",
    "RulesChanged",
    "RulesKept",
    "RulesProposed",
    "RulesVoteOpened",
    "RulesWithdrawn",
    "ThreadClosed",
    "ThreadPeriodSet",
    "ThreadPinned",
    "ThreadSlowed",
    "ThreadStarted",
    "ThreadUpdated",
]
