"""Meetings that the calendar of a forum made."""

from django.db import models

from forums.querysets import SittingQuerySet


class Sitting(models.Model):
    """Under which rules a meeting of the forum stands, and for which day of their calendar it was made."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="sittings")
    gathering = models.OneToOneField("meetings.Gathering", models.PROTECT, related_name="+")
    rules = models.ForeignKey("forums.Rules", models.PROTECT, related_name="sittings")
    # None once the calendar itself took the meeting away; a day whose meeting people cancelled stays taken.
    day = models.DateField(null=True, blank=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("forum", "day"), name="sitting_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.forum_id} on {self.day}"
