from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    OPEN = "open", _("gathering supports")
    BALLOTED = "balloted", _("being voted on by the forum")
    ADOPTED = "adopted", _("adopted by the forum")
    NOT_ADOPTED = "not_adopted", _("not adopted by the forum")
    REFUSED = "refused", _("outside the forum's remit")
    EXPIRED = "expired", _("time ran out")
    WITHDRAWN = "withdrawn", _("withdrawn by its author")


MOVES = {
    State.DRAFT: frozenset({State.OPEN}),
    State.OPEN: frozenset({State.BALLOTED, State.REFUSED, State.EXPIRED, State.WITHDRAWN}),
    State.BALLOTED: frozenset({State.ADOPTED, State.NOT_ADOPTED}),
}


class Type(models.TextChoices):
    POLICY = "policy", _("strategic policy")
    SERVICE = "service", _("local service")
    VOLUNTARY = "voluntary", _("voluntary action")


class Origin(models.TextChoices):
    CITIZEN = "citizen", _("citizen")
    OFFICIAL = "official", _("council")
    ORGANISATION = "organisation", _("organisation")
    MEETING = "meeting", _("meeting")


class Channel(models.TextChoices):
    WEB = "web", _("on the web")
    PAPER = "paper", _("on paper")
    ASSISTED = "assisted", _("with help")


class PartState(models.TextChoices):
    """Where a forum stands towards a shared issue."""

    ASKED = "asked", _("asked, no answer yet")
    IN = "in", _("in it")
    OUT = "out", _("stays out")


class PairState(models.TextChoices):
    """Two proposals of one forum that may ask for the same."""

    FOUND = "found", _("found by their words")
    APART = "apart", _("they ask for different things")
    INVITED = "invited", _("their authors are invited to join")
    JOINED = "joined", _("joined by an author")
    DECLINED = "declined", _("both stand on their own")


PAIR_MOVES = {
    PairState.FOUND: frozenset({PairState.APART, PairState.INVITED}),
    PairState.INVITED: frozenset({PairState.JOINED, PairState.DECLINED}),
}
