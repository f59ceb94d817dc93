from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    PLANNED = "planned", _("not yet open")
    OPEN = "open", _("open")
    COUNTED = "counted", _("counted, open to challenge")
    CERTIFIED = "certified", _("certified")
    ANNULLED = "annulled", _("annulled")


MOVES = {
    State.PLANNED: frozenset({State.OPEN, State.ANNULLED}),
    State.OPEN: frozenset({State.COUNTED, State.ANNULLED}),
    State.COUNTED: frozenset({State.CERTIFIED, State.ANNULLED}),
}


class Choice(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    ABSTAIN = "abstain", _("Abstain")
