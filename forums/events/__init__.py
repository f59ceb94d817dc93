"""What has happened in a forum, in ids, dates and codes."""

from forums.events.activities import (
    ActivityChanged,
    ActivityEnded,
    ActivityOpened,
    ActivityRulesFrozen,
    ActivityStarted,
)
from forums.events.debates import ThreadPeriodSet, ThreadUpdated
from forums.events.elections import PreElectionBegan, PreElectionEnded, PreElectionEntered
from forums.events.endings import (
    EndingDecided,
    EndingProposed,
    EndingVoteOpened,
    ForumClosed,
    ForumMerged,
    ForumPaused,
    ForumResumed,
    ForumWarned,
)
from forums.events.first_rules import FirstRulesSet
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
from forums.events.measures import MeasureSet
from forums.events.processes import PhaseBegan, PhaseSet, ProcessChanged, ProcessCreated
from forums.events.questions import QuestionAnswered, QuestionAsked
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
from forums.events.summaries import PostsLabelled, SummaryClosed, SummaryDrafted, SummaryOpened
from forums.events.surveys import SurveyCounted
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
    "EndingDecided",
    "EndingProposed",
    "EndingVoteOpened",
    "FacilitatorAppointed",
    "FacilitatorEnded",
    "FirstRulesSet",
    "ForumChanged",
    "ForumClosed",
    "ForumConstituted",
    "ForumCreated",
    "ForumJoined",
    "ForumLeft",
    "ForumMerged",
    "ForumMoved",
    "ForumPaused",
    "ForumRequested",
    "ForumResumed",
    "ForumWarned",
    "MandateGiven",
    "MandateRecalled",
    "MeasureSet",
    "PhaseBegan",
    "PhaseSet",
    "PlaceGiven",
    "PostDeleted",
    "PostEdited",
    "PostPinned",
    "PostPublished",
    "PostsLabelled",
    "PostsMoved",
    "PreElectionBegan",
    "PreElectionEnded",
    "PreElectionEntered",
    "ProcessChanged",
    "ProcessCreated",
    "QuestionAnswered",
    "QuestionAsked",
    "RequestAnswered",
    "RequestReached",
    "RequestReviewAsked",
    "RequestReviewed",
    "RulesChanged",
    "RulesKept",
    "RulesProposed",
    "RulesVoteOpened",
    "RulesWithdrawn",
    "SummaryClosed",
    "SummaryDrafted",
    "SummaryOpened",
    "SurveyCounted",
    "ThreadClosed",
    "ThreadPeriodSet",
    "ThreadPinned",
    "ThreadSlowed",
    "ThreadStarted",
    "ThreadUpdated",
]
