from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFTING = "drafting", _("being written")
    COMMENTING = "commenting", _("members comment")
    BALLOTED = "balloted", _("members vote")
    APPROVED = "approved", _("approved")


MOVES = {
    State.DRAFTING: frozenset({State.COMMENTING}),
    State.COMMENTING: frozenset({State.DRAFTING, State.BALLOTED}),
    State.BALLOTED: frozenset({State.APPROVED, State.DRAFTING}),
}
