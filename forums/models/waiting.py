"""People who wait for a place in a full forum."""

from django.db import models

from accounts.models import StakeholderKind


class WaitingPlace(models.Model):
    """A person waits to join, as this kind of stakeholder; whoever waits longest gets the first place that is theirs to take."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=StakeholderKind.choices)
    since = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("forum", "person"), name="waiting_once"),)
        indexes = (models.Index(fields=("forum", "since", "id"), name="waiting_order"),)

    def __str__(self) -> str:
        return f"{self.person_id} for {self.forum_id}"
