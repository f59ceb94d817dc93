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


class ActivityKind(models.TextChoices):
    PROPOSALS = "proposals", _("proposals")
    DEBATE = "debate", _("debate")
    QUESTIONS = "questions", _("questions and answers")
    BALLOT = "ballot", _("ballot of the members")
    SURVEY = "survey", _("survey")
    MEETING = "meeting", _("meeting")


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
