from django.db import models
from django.utils.translation import gettext_lazy as _


class ForumKind(models.TextChoices):
    ISSUE = "issue", _("issue forum")
    PORTFOLIO = "portfolio", _("portfolio forum")
    AREA = "area", _("area forum")
    AREAS = "areas", _("forum of several areas")
    COPRODUCTION = "coproduction", _("co-production group")
    QUALITY = "quality", _("citizen-led quality board")
    YOUTH = "youth", _("youth forum")


class ForumState(models.TextChoices):
    CONSTITUTING = "constituting", _("being founded")
    ACTIVE = "active", _("active")
    PAUSED = "paused", _("paused")
    MERGED = "merged", _("merged into another")
    CLOSED = "closed", _("closed")


OVER = (ForumState.MERGED, ForumState.CLOSED)
FORUM_MOVES = {
    ForumState.CONSTITUTING: frozenset({ForumState.ACTIVE, ForumState.CLOSED}),
    ForumState.ACTIVE: frozenset({ForumState.PAUSED, ForumState.MERGED, ForumState.CLOSED}),
    ForumState.PAUSED: frozenset({ForumState.ACTIVE, ForumState.MERGED, ForumState.CLOSED}),
}


class RequestState(models.TextChoices):
    """Of a request for a forum."""

    GATHERING = "gathering", _("gathering backers")
    CONSIDERING = "considering", _("before the council")
    AGREED = "agreed", _("agreed")
    REFUSED = "refused", _("refused")
    REVIEWING = "reviewing", _("refused, being looked at again")
    UPHELD = "upheld", _("refused, and confirmed by scrutiny")


REQUEST_MOVES = {
    RequestState.GATHERING: frozenset({RequestState.CONSIDERING}),
    RequestState.CONSIDERING: frozenset({RequestState.AGREED, RequestState.REFUSED}),
    RequestState.REFUSED: frozenset({RequestState.REVIEWING}),
    RequestState.REVIEWING: frozenset({RequestState.AGREED, RequestState.UPHELD}),
}


class Unit(models.TextChoices):
    WEEKS = "weeks", _("weeks")
    MONTHS = "months", _("months")


class Chair(models.TextChoices):
    """Who leads a meeting."""

    FACILITATOR = "facilitator", _("a facilitator")
    ELECTED = "elected", _("a chair whom the members elect")
    IN_TURN = "in_turn", _("the members in turn")


class Joining(models.TextChoices):
    """Who may be a member."""

    OPEN = "open", _("everybody")
    CONCERNED = "concerned", _("service users and service workers")


class QuestionState(models.TextChoices):
    """Of what a member puts to all."""

    NOTICE = "notice", _("announced")
    VOTING = "voting", _("being voted on")
    CARRIED = "carried", _("carried")
    NOT_CARRIED = "not_carried", _("not carried")
    WITHDRAWN = "withdrawn", _("withdrawn")


class EndingKind(models.TextChoices):
    """What a member puts to all about the end of a forum."""

    CLOSE = "close", _("it closes")
    MERGE = "merge", _("it goes into another forum")


QUESTION_MOVES = {
    QuestionState.NOTICE: frozenset({QuestionState.VOTING, QuestionState.NOT_CARRIED, QuestionState.WITHDRAWN}),
    QuestionState.VOTING: frozenset({QuestionState.CARRIED, QuestionState.NOT_CARRIED}),
}


class ActivityKind(models.TextChoices):
    PROPOSALS = "proposals", _("proposals")
    DEBATE = "debate", _("debate")
    QUESTIONS = "questions", _("questions and answers")
    BALLOT = "ballot", _("ballot of the members")
    SURVEY = "survey", _("survey")
    MEETING = "meeting", _("meeting")


class SurveyKind(models.TextChoices):
    """How a question of a survey is answered."""

    SHORT = "short", _("in a few words")
    LONG = "long", _("in a longer text")
    ONE = "one", _("by choosing one")
    SEVERAL = "several", _("by choosing any number")
    SCALE = "scale", _("on a scale from 1 to 5")

    @classmethod
    def chosen(cls) -> "tuple[SurveyKind, ...]":
        """Those with options to choose from."""
        return cls.ONE, cls.SEVERAL

    @classmethod
    def counted(cls) -> "tuple[SurveyKind, ...]":
        return cls.ONE, cls.SEVERAL, cls.SCALE


class Involvement(models.TextChoices):
    """How much say people have in a process."""

    INFORM = "inform", _("inform: people are told")
    CONSULT = "consult", _("consult: people are asked, and others decide")
    COPRODUCE = "coproduce", _("co-produce: people design, decide and evaluate as equals")


class ThreadState(models.TextChoices):
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed with conclusions")


THREAD_MOVES = {ThreadState.OPEN: frozenset({ThreadState.CLOSED})}


class Stance(models.TextChoices):
    FOR = "for", _("for")
    AGAINST = "against", _("against")
    NEUTRAL = "neutral", _("neither for nor against")


class EvidenceKind(models.TextChoices):
    """What a post offers, as its author marks it."""

    SOURCE = "source", _("source")
    EXPERIENCE = "experience", _("experience")
    OPINION = "opinion", _("opinion")
    CORRECTION = "correction", _("correction")


class Sort(models.TextChoices):
    """In which order openers stand."""

    OLDEST = "oldest", _("oldest first")
    NEWEST = "newest", _("newest first")
    BEST = "best", _("most useful first")
    DISCUSSED = "discussed", _("most discussed first")


class MemberRole(models.TextChoices):
    MEMBER = "member", _("member")
    FACILITATOR = "facilitator", _("facilitator")


class Voice(models.TextChoices):
    """In which role a post speaks; always labelled."""

    CITIZEN = "citizen", _("citizen")
    FACILITATOR = "facilitator", _("facilitator")
    OFFICER = "officer", _("officer")
    COUNCILLOR = "councillor", _("councillor")
    WORKER = "worker", _("service worker")
    PROTECTED = "protected", _("service worker, name protected")


class SummaryState(models.TextChoices):
    DRAFT = "draft", _("being written")
    OPEN = "open", _("before the members")
    AGREED = "agreed", _("agreed")
    RETURNED = "returned", _("sent back")


SUMMARY_MOVES = {
    SummaryState.DRAFT: frozenset({SummaryState.OPEN}),
    SummaryState.OPEN: frozenset({SummaryState.AGREED, SummaryState.RETURNED}),
}


class ObjectionShown(models.TextChoices):
    """What is published of an objection: its author chooses."""

    FIGURE = "figure", _("Only that somebody objects")
    REASON = "reason", _("My reason, without my name")
    NAME = "name", _("My reason, with my name")


class LabelSort(models.TextChoices):
    GROUP = "group", _("group")
    TAG = "tag", _("tag")
