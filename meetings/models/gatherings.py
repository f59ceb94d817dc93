"""A gathering of people: of a forum or of a council body. Committees add the legal gate, motions and votes."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import StakeholderKind
from core import now
from core.states import Stateful
from meetings.querysets import GatheringQuerySet
from meetings.states import MOVES, Access, Mode, State


def _uid() -> str:
    return f"{uuid4()}@folkmoot"


class Gathering(Stateful):
    """One meeting. Its address, and its place in people's calendars, outlive any change of date."""

    MOVES: ClassVar = MOVES

    host_kind = models.CharField(max_length=60)  # a forum or a body
    host_id = models.BigIntegerField()
    title = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.IN_PERSON)
    place = models.CharField(max_length=200, blank=True)
    hints = models.TextField(blank=True)  # how to find the place: the entrance, the bus, the bell
    facts = ArrayField(models.CharField(max_length=20, choices=Access.choices), default=list, blank=True)
    access = models.TextField(blank=True)  # what else there is to getting in: interpreters, transport, who to call
    online_url = models.URLField(blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.SCHEDULED)
    cancelled_because = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    uid = models.CharField(max_length=80, unique=True, default=_uid)
    sequence = models.PositiveSmallIntegerField(default=0)  # RFC 5545: raised by each change of date or state
    changed_at = models.DateTimeField(default=now)  # of what calendars show: date, place, title, state

    objects = GatheringQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="gathering_lasts"),
        )
        indexes = (
            models.Index(fields=("host_kind", "host_id", "starts_at"), name="gathering_host"),
            models.Index(fields=("starts_at",), name="gathering_calendar"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def facts_in_words(self) -> list[str]:
        """What the place has, in the order of the form."""
        return [str(label) for value, label in Access.choices if value in self.facts]


class Item(models.Model):
    """One thing on the agenda. `subject` names what it is about, by key."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)  # how long it is meant to take
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    origin = models.CharField(max_length=120, blank=True)  # who put it there: forum, officer, councillor, citizen
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("gathering", "number"), name="item_number", deferrable=models.Deferrable.DEFERRED
            ),
        )
        indexes = (models.Index(fields=("subject_kind", "subject_id"), name="item_subject"),)

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Attendance(models.Model):
    """A person was there, sent apologies, or was expected and did not come."""

    class Kind(models.TextChoices):
        PRESENT = "present", _("present")
        APOLOGIES = "apologies", _("sent apologies")
        ABSENT = "absent", _("absent")

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="attendance")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    capacity = models.CharField(max_length=80, blank=True)  # such as "councillor" or "member of the forum"
    # as they stood on that day, for the figures
    stakeholder = models.CharField(max_length=20, choices=StakeholderKind.choices, blank=True)
    ward = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "attendance"
        constraints = (models.UniqueConstraint(fields=("gathering", "person"), name="attendance_once"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"


class WalkIn(models.Model):
    """Somebody without an account was there: counted, and no name kept."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="walk_ins")
    stakeholder = models.CharField(max_length=20, choices=StakeholderKind.choices)
    ward = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return self.get_stakeholder_display()


class Notes(models.Model):
    """What was said and settled, in versions; corrections append."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="notes")
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "notes"
        ordering = ("version",)
        constraints = (models.UniqueConstraint(fields=("gathering", "version"), name="notes_version"),)

    def __str__(self) -> str:
        return f"version {self.version}"
