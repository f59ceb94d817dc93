from django.db import models
from django.utils.translation import gettext_lazy as _


class Station(models.IntegerChoices):
    """The seven stations of the line."""

    PROPOSED = 1, _("Proposed")
    SUPPORTED = 2, _("Supported")
    ADOPTED = 3, _("Adopted")
    COMMITTEE = 4, _("Before the committee")
    ANSWER = 5, _("Answer")
    PROMISE = 6, _("Promise")
    DELIVERED = 7, _("Delivered")


class State(models.TextChoices):
    OPEN = "open", _("open")
    DONE = "done", _("done")  # needs a child, except at the last station
    REFUSED = "refused", _("refused")  # needs a written reason
    RETURNED = "returned", _("sent back")  # needs a child: the step it was sent back to


MOVES = {State.OPEN: frozenset({State.DONE, State.REFUSED, State.RETURNED})}
