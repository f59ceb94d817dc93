"""Bodies, the seats on them, the councillors, and the portfolios of the executive."""

from django.db import models
from django.utils.translation import gettext, gettext_lazy as _

from committees.querysets import BodyQuerySet, SeatQuerySet
from committees.states import BodyKind, Scope, SeatKind


class Portfolio(models.Model):
    """A part of the council's business for which one cabinet member answers."""

    title = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    sort_key = models.CharField(max_length=140)
    holder = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    topics = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("sort_key",)

    def __str__(self) -> str:
        return self.title

    @property
    def post(self) -> str:
        """The post that answers, whoever holds it."""
        return gettext("Cabinet Member for %(title)s") % {"title": self.title}


class Councillor(models.Model):
    """A person elected for a ward, from a day to a day."""

    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)  # as elected: public record, whatever becomes of the account
    ward = models.ForeignKey("places.Area", models.PROTECT, related_name="+")
    group = models.CharField(max_length=60, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person",), condition=models.Q(until=None), name="councillor_once"),
        )
        indexes = (models.Index(fields=("ward",), name="councillor_ward"),)

    def __str__(self) -> str:
        return f"{self.name} for {self.ward}"


class Body(models.Model):
    """A committee, the cabinet, a board: what the council has set up. Its clocks are named here, as data."""

    kind = models.CharField(max_length=20, choices=BodyKind.choices)
    slug = models.SlugField(max_length=120, unique=True)
    code = models.CharField(max_length=12, unique=True)  # begins the references of its recommendations
    name = models.CharField(max_length=160)
    sort_key = models.CharField(max_length=180)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, null=True, blank=True, related_name="bodies")
    remit = models.TextField()
    topics = models.JSONField(default=list, blank=True)
    quorum = models.PositiveSmallIntegerField(default=3)
    notice_rule = models.CharField(max_length=60, default="committees.agenda")  # key of a clocks.Rule
    answer_rule = models.CharField(max_length=60, default="committees.answer.local")
    voting_scheme = models.URLField(blank=True)  # the published scheme under which co-optees of scrutiny may vote
    disputes_needed = models.PositiveSmallIntegerField(default=1)  # disputes of one delivery that bring it back
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "bodies"
        ordering = ("sort_key",)

    def __str__(self) -> str:
        return self.name


class Paper(models.Model):
    """A document that a body stands on, such as its terms of reference: where it is kept, never a copy. One that no longer holds stays listed as such."""

    class Kind(models.TextChoices):
        TERMS = "terms", _("terms of reference")
        SCHEME = "scheme", _("scheme or rules")
        PROGRAMME = "programme", _("work programme")
        REPORT = "report", _("report")
        OTHER = "other", _("other document")

    body = models.ForeignKey(Body, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=160)
    address = models.URLField()
    listed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=("body", "kind", "id"), name="paper_body"),)

    def __str__(self) -> str:
        return self.title


class Seat(models.Model):
    """A place on a body. Whether it may vote is a property of the seat, on dates, by item.

    When its person goes, the row ends and a vacant one takes its place: who sat when is never overwritten.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="seats")
    kind = models.CharField(max_length=20, choices=SeatKind.choices)
    label = models.CharField(max_length=120, blank=True)  # such as "chair", or whom it speaks for
    chair = models.BooleanField(default=False)
    person = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )  # none: vacant
    name = models.CharField(max_length=80, blank=True)  # as appointed: public record, whatever becomes of the account
    scope = models.CharField(max_length=12, choices=Scope.choices)
    mandate = models.ForeignKey("forums.Mandate", models.PROTECT, null=True, blank=True, related_name="+")
    eligible = models.BooleanField(null=True)  # checked: not an employee of the council, not disqualified
    eligibility_checked_on = models.DateField(null=True, blank=True)
    appointed_by = models.CharField(max_length=160, blank=True)
    since = models.DateField()
    term_ends = models.DateField(null=True, blank=True)  # the last day for which the person was appointed
    until = models.DateField(null=True, blank=True)  # the first day on which this row no longer stands
    ended_because = models.CharField(max_length=200, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                # Said twice, since in SQL an unknown answer passes a check.
                condition=models.Q(person__isnull=True)
                | models.Q(eligible=True, eligible__isnull=False, eligibility_checked_on__isnull=False),
                name="seat_taken_is_checked",
            ),
            models.UniqueConstraint(
                fields=("body", "person"), condition=models.Q(until=None, person__isnull=False), name="seat_once"
            ),
            models.UniqueConstraint(
                fields=("body",), condition=models.Q(chair=True, until=None), name="seat_one_chair"
            ),
        )
        indexes = (models.Index(fields=("person",), name="seat_person"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.body_id}"

    @property
    def is_vacant(self) -> bool:
        return self.person_id is None

    @property
    def speaks_as(self) -> str:
        """ "chair", "service user, Home Care Forum": what stands beside the name."""
        parts = (gettext("chair") if self.chair else "", self.get_kind_display(), self.label)
        return ", ".join(dict.fromkeys(part for part in parts if part))
