"""Citizens' own assemblies: who is in them, what they run, and what is said there."""

from forums.models.activities import Activity
from forums.models.debates import ThreadUpdate
from forums.models.elections import PreElection
from forums.models.endings import Ending, IdleWarning, Pause
from forums.models.forums import Forum, Mandate, Membership
from forums.models.measures import Measure
from forums.models.posts import Post, PostMention, PostVersion, PostVote
from forums.models.processes import Phase, Process, RelatedItem
from forums.models.protection import ProtectedVoice
from forums.models.questions import AskedQuestion, QuestionBacking
from forums.models.reading import ReadingPosition
from forums.models.requests import ForumRequest, RequestBacking
from forums.models.rules import CHARTER, Charter, Question, RuleChange, Rules, RulesTemplate
from forums.models.sittings import Sitting
from forums.models.steering import PostMove
from forums.models.summaries import Citation, Labelling, Point, PointAnswer, PostLabel, Summary
from forums.models.surveys import SurveyAnswer, SurveyQuestion, SurveyResult
from forums.models.threads import Thread
from forums.models.waiting import WaitingPlace

__all__ = [
    "CHARTER",
    "Activity",
    "AskedQuestion",
    "Charter",
    "Citation",
    "Ending",
    "Forum",
    "ForumRequest",
    "IdleWarning",
    "Labelling",
    "Mandate",
    "Measure",
    "Membership",
    "Pause",
    "Phase",
    "Point",
    "PointAnswer",
    "Post",
    "PostLabel",
    "PostMention",
    "PostMove",
    "PostVersion",
    "PostVote",
    "PreElection",
    "Process",
    "ProtectedVoice",
    "Question",
    "QuestionBacking",
    "ReadingPosition",
    "RelatedItem",
    "RequestBacking",
    "RuleChange",
    "Rules",
    "RulesTemplate",
    "Sitting",
    "Summary",
    "SurveyAnswer",
    "SurveyQuestion",
    "SurveyResult",
    "Thread",
    "ThreadUpdate",
    "WaitingPlace",
]
