"""How a forum rests, goes into another, and ends."""

from django.db import models
from django.urls import reverse

from forums.models.rules import Question
from forums.states import EndingKind


class Pause(models.Model):
    """A forum rests for a reason until a day; then it is taken up again by itself."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="pauses")
    reason = models.TextField()
    since = models.DateTimeField()
    until = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    # Set where the weeks before an election let it rest.
    election = models.ForeignKey("forums.PreElection", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("forum",), condition=models.Q(ended_at=None), name="pause_one_at_a_time"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="pause_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.forum_id} until {self.until}"


class Ending(Question):
    """A member puts to all that the forum closes, or goes into another, whose facilitator then agrees or does not."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="endings")
    kind = models.CharField(max_length=6, choices=EndingKind.choices)
    into = models.ForeignKey("forums.Forum", models.PROTECT, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)  # by a facilitator of the other forum

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("forum",),
                condition=models.Q(state__in=("notice", "voting")),
                name="ending_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="close", into=None)
                | (models.Q(kind="merge", into__isnull=False) & ~models.Q(into=models.F("forum"))),
                name="ending_merges_into_another",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.forum_id}"

    def get_absolute_url(self) -> str:
        return reverse("forums:ending", args=[self.pk])


class IdleWarning(models.Model):
    """The people of a forum were told that it closes unless something happens in it."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="idle_warnings")
    number = models.PositiveSmallIntegerField()
    quiet_since = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("forum", "number", "quiet_since"), name="idle_warned_once"),)

    def __str__(self) -> str:
        return f"{self.forum_id} warned {self.number}"
