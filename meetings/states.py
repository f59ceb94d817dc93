from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    SCHEDULED = "scheduled", _("date set")
    AGENDA_OPEN = "agenda_open", _("agenda in preparation")
    PUBLISHED = "published", _("agenda published")
    IN_SESSION = "in_session", _("in session")
    ENDED = "ended", _("ended")
    CANCELLED = "cancelled", _("cancelled")


MOVES = {
    State.SCHEDULED: frozenset({State.AGENDA_OPEN, State.PUBLISHED, State.CANCELLED}),
    State.AGENDA_OPEN: frozenset({State.PUBLISHED, State.CANCELLED}),
    State.PUBLISHED: frozenset({State.IN_SESSION, State.CANCELLED}),
    State.IN_SESSION: frozenset({State.ENDED}),
}

# Before it begins: its date, its place and whether it takes place at all are still open.
TO_COME = (State.SCHEDULED, State.AGENDA_OPEN, State.PUBLISHED)


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("in person and online")


class Access(models.TextChoices):
    """What a place has; ticked, so that it can be looked for."""

    STEP_FREE = "step_free", _("step-free")
    HEARING_LOOP = "hearing_loop", _("hearing loop")
    BSL = "bsl", _("British Sign Language interpreter")
    TOILETS = "toilets", _("accessible toilets")
    PARKING = "parking", _("blue badge parking")


class Way(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")


class RegistrationState(models.TextChoices):
    """Where one registration stands."""

    IN = "in", _("has a place")
    WAITING = "waiting", _("on the waiting list")
    CANCELLED = "cancelled", _("cancelled")


# The kinds of people for whom places can be reserved, as accounts knows them.
RESERVABLE = (("service_user", _("service users")), ("service_worker", _("service workers")))
