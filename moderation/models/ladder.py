"""What can follow when several things of one author were hidden in one place, step by step, and what did follow."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _, ngettext

from moderation.models.decisions import Decision
from moderation.models.moderated import Moderated
from moderation.querysets import LadderQuerySet, RemovalQuerySet, TakenStepQuerySet


class LadderStep(models.Model):
    """One step: from how many hidings that stand, within how many months. A moderator takes it with a reason, never the system."""

    class Kind(models.TextChoices):
        REMINDER = "reminder", _("a reminder of the rules")
        WARNING = "warning", _("a warning")
        PAUSE = "pause", _("a pause from writing here")
        REFERRAL = "referral", _("handed to the council's moderators")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    after = models.PositiveSmallIntegerField()  # so many hidings that stand
    within_months = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField(null=True, blank=True)  # of a pause
    why = models.CharField(max_length=300)
    active = models.BooleanField(default=True)

    objects = LadderQuerySet.as_manager()

    class Meta:
        ordering = ("after", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind="pause", days__gt=0) | (~models.Q(kind="pause") & models.Q(days=None)),
                name="ladder_days_of_a_pause",
            ),
            models.CheckConstraint(condition=models.Q(after__gt=0, within_months__gt=0), name="ladder_counts"),
        )

    def __str__(self) -> str:
        return f"{self.kind} after {self.after}"

    @property
    def words(self) -> str:
        """What it is, and for how long."""
        if self.days is None:
            return str(self.get_kind_display())
        words = ngettext("a pause of %(n)d day from writing here", "a pause of %(n)d days from writing here", self.days)
        return words % {"n": self.days}

    @property
    def counts_for(self) -> timedelta:
        """A month is thirty days here, so that every author is counted alike."""
        return timedelta(days=30 * self.within_months)


class Removal(models.Model):
    """One thing of one author was hidden by a moderator; undone when it is shown again. Nothing said under protection is here."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="+")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    host_key = models.CharField(max_length=60)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(
                fields=("host_key", "person", "-at"), condition=models.Q(undone_at=None), name="removal_standing"
            ),
        )

    def __str__(self) -> str:
        return f"removal by {self.decision_id}"


class Measure(Moderated):
    """A step that a moderator took for one person in one place. The decision about it holds the reason, and is what can be appealed against."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    host_key = models.CharField(max_length=60)
    step = models.ForeignKey(LadderStep, models.PROTECT, related_name="+")
    about_kind = models.CharField(max_length=60)  # the thing from which it was taken
    about_id = models.BigIntegerField()
    since = models.DateTimeField()
    until = models.DateField()  # it ends by itself on this day
    ended_at = models.DateTimeField(null=True, blank=True)
    undone = models.BooleanField(default=False)  # by a moderator or an appeal: it counts as never taken
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = TakenStepQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "host_key", "step"), condition=models.Q(ended_at=None), name="measure_once"
            ),
        )

    def __str__(self) -> str:
        return f"measure {self.pk}"
