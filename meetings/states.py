from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    SCHEDULED = "scheduled", _("date set")
    PUBLISHED = "published", _("agenda published")
    IN_SESSION = "in_session", _("in session")
    ENDED = "ended", _("ended")
    CANCELLED = "cancelled", _("cancelled")


MOVES = {
    State.SCHEDULED: frozenset({State.PUBLISHED, State.CANCELLED}),
    State.PUBLISHED: frozenset({State.IN_SESSION, State.CANCELLED}),
    State.IN_SESSION: frozenset({State.ENDED}),
}


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("in person and online")
