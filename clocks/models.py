"""Deadlines: which rule, from when, until when, why, and who moved it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clocks.querysets import DeadlineQuerySet, RuleQuerySet


class Holiday(models.Model):
    """A day on which the council's offices are closed by law or proclamation."""

    date = models.DateField()
    name = models.CharField(max_length=80)
    region = models.CharField(max_length=20, default="england-and-wales")
    proclaimed = models.BooleanField(default=False)  # thanksgiving or mourning, added by a clerk

    class Meta:
        ordering = ("date",)
        constraints = (models.UniqueConstraint(fields=("date", "region"), name="holiday_once"),)

    def __str__(self) -> str:
        return f"{self.date} {self.name}"


class Counting(models.TextChoices):
    WORKING_DAYS = "working_days", _("working days after the start")
    CLEAR_DAYS_BEFORE = "clear_days_before", _("clear days before the start")
    PLAIN_CLEAR_DAYS_BEFORE = "plain_clear_days_before", _("clear days of any kind before the start")
    DAYS = "days", _("days after the start")
    MONTHS_BEGINNING_WITH = "months_beginning_with", _("months beginning with the start")


class Profile(models.TextChoices):
    WORKING = "working", _("working days")
    S243 = "s243", _("Local Government Act 1972, section 243")
    STRICT = "strict", _("strict: both sets of days left out")


class Rule(models.Model):
    """One version of one clock. Numbers are the council's data; a newer version never moves an older deadline."""

    key = models.CharField(max_length=60)  # "proposals.remit_check", "committees.response.scrutiny", ...
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=120)
    counting = models.CharField(max_length=30, choices=Counting.choices)
    amount = models.PositiveSmallIntegerField()
    profile = models.CharField(max_length=10, choices=Profile.choices, default=Profile.STRICT)
    source = models.CharField(max_length=200, blank=True)  # statute and section, or "local rule"
    to_check = models.BooleanField(default=False)  # law that a person has yet to check on legislation.gov.uk
    valid_from = models.DateField()
    why = models.CharField(max_length=300, blank=True)  # published; none for what was here from the start

    objects = RuleQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "version"), name="rule_version"),)

    def __str__(self) -> str:
        return f"{self.key} v{self.version}"


class Deadline(models.Model):
    """One computed date and its explanation."""

    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    rule = models.ForeignKey(Rule, models.PROTECT, related_name="+")
    start = models.DateField()
    due = models.DateField()
    computed = models.DateField()  # what the rule gave, whatever was decided since
    explanation = models.TextField()
    met_at = models.DateTimeField(null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("subject_kind", "subject_id", "rule"), name="deadline_once"),)
        indexes = (models.Index(fields=("due",), condition=models.Q(met_at=None), name="deadline_open"),)

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id} due {self.due}"


class Override(models.Model):
    """A person moved a deadline, and said why."""

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="overrides")
    was = models.DateField()
    becomes = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.was} to {self.becomes}"
