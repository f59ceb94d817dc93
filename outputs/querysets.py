from typing import TYPE_CHECKING

from django.db import models

from outputs.states import State

if TYPE_CHECKING:
    from outputs.models import Output  # noqa: F401


class OutputQuerySet(models.QuerySet["Output"]):
    def public(self) -> "OutputQuerySet":
        """Everything but first drafts: members' comments are made in public."""
        return self.exclude(state=State.DRAFTING)

    def approved(self) -> "OutputQuerySet":
        return self.filter(state=State.APPROVED)
