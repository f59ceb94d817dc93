"""A proposal and its versions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _, override

from core.states import Stateful
from moderation.models import Moderated
from proposals.querysets import ProposalQuerySet
from proposals.states import MOVES, Origin, State, Type


class Proposal(Stateful, Moderated):
    """A thing that citizens ask for. Public at once; a facilitator checks the remit meanwhile."""

    MOVES: ClassVar = MOVES

    activity = models.ForeignKey("forums.Activity", models.PROTECT, related_name="+")
    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=40, unique=True, null=True, blank=True)  # given at publication
    author = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    author_label = models.CharField(max_length=80, blank=True)  # for imported ones
    origin = models.CharField(max_length=12, choices=Origin.choices, default=Origin.CITIZEN)
    type = models.CharField(max_length=10, choices=Type.choices, default=Type.SERVICE)
    topic = models.CharField(max_length=80, blank=True)
    area = models.ForeignKey("places.Area", models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=12, default="en")
    title = models.CharField(max_length=300)
    body = models.TextField()
    body_html = models.TextField(blank=True)
    assets = models.TextField(blank=True)  # what we already have
    assets_html = models.TextField(blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    # frozen at opening
    threshold = models.PositiveIntegerField(default=0)
    minimum_level = models.PositiveSmallIntegerField(default=2)
    # the published count; only the tally writes these
    supports = models.PositiveIntegerField(default=0)  # those that count
    supports_below = models.PositiveIntegerField(default=0)  # given below the level that counts; never added in
    supports_verified = models.PositiveIntegerField(default=0)
    imported_supports = models.PositiveIntegerField(default=0)  # another platform's total; never added in
    counted_at = models.DateTimeField(null=True, blank=True)
    # counted, but not yet in the record, which has at most one tally an hour of each proposal
    untold_added = models.PositiveIntegerField(default=0)
    untold_withdrawn = models.PositiveIntegerField(default=0)
    told_at = models.DateTimeField(null=True, blank=True)
    threshold_met_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)  # checked and reached: from now on it waits for the members
    post_count = models.PositiveIntegerField(default=0)
    likeness_count = models.PositiveSmallIntegerField(
        default=0
    )  # proposals of other forums that ask for nearly the same
    elsewhere_count = models.PositiveSmallIntegerField(default=0)  # other forums that were asked to adopt it
    source = models.CharField(max_length=40, blank=True)
    source_id = models.CharField(max_length=40, blank=True)
    source_url = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    supports_closed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)  # the author's words

    objects = ProposalQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("activity", "author"), condition=models.Q(state="draft"), name="proposal_one_draft"
            ),
            models.UniqueConstraint(
                fields=("source", "source_id"), condition=~models.Q(source=""), name="proposal_imported_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state="draft")
                | (models.Q(reference__isnull=False) & models.Q(published_at__isnull=False)),
                name="proposal_public_has_reference",
            ),
        )
        indexes = (
            models.Index(fields=("-published_at", "-id"), name="proposal_newest"),
            models.Index(fields=("-supports", "-id"), name="proposal_most_supported"),
            models.Index(fields=("-post_count", "-id"), name="proposal_most_discussed"),
            models.Index(fields=("forum", "state", "-published_at", "-id"), name="proposal_forum"),
            models.Index(fields=("state", "-published_at", "-id"), name="proposal_state"),
            models.Index(fields=("area", "-published_at", "-id"), name="proposal_area"),
            models.Index(fields=("topic", "-published_at", "-id"), name="proposal_topic"),
            models.Index(fields=("author", "-id"), name="proposal_author"),
            models.Index(fields=("expires_on",), condition=models.Q(state="open"), name="proposal_expiry"),
            models.Index(
                models.F("threshold") - models.F("supports"),
                models.F("id").desc(),
                condition=models.Q(state="open"),
                name="proposal_needs_few_more",
            ),
            models.Index(
                fields=("told_at",),
                condition=models.Q(untold_added__gt=0) | models.Q(untold_withdrawn__gt=0),
                name="proposal_untold",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def shown_title(self) -> str:
        """None of its words while it is hidden."""
        return _("Hidden proposal %(reference)s") % {"reference": self.reference} if self.is_hidden else self.title

    @property
    def address(self) -> str:
        """The permanent path, without a language prefix; "" for a draft."""
        if not self.reference:
            return ""
        with override(settings.LANGUAGE_CODE):
            return reverse("proposals:proposal", args=[self.reference])

    @property
    def is_draft(self) -> bool:
        return bool(self.state == State.DRAFT)

    @property
    def is_open(self) -> bool:
        """Whether supports may be given and taken back now, as far as this row knows."""
        return bool(self.state == State.OPEN and self.supports_closed_at is None and self.hidden_at is None)

    @property
    def is_being_checked(self) -> bool:
        return bool(self.state == State.OPEN and self.checked_at is None)

    @property
    def is_reached(self) -> bool:
        """Whether the published count stands at the threshold now."""
        return bool(self.threshold and self.supports >= self.threshold)


class ProposalVersion(models.Model):
    """The text as it stood; public. It can be blanked on erasure; its digest stands in the ledger."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    body = models.TextField()
    assets = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("version",)
        constraints = (models.UniqueConstraint(fields=("proposal", "version"), name="proposal_version"),)

    def __str__(self) -> str:
        return f"{self.proposal_id} v{self.version}"


class ReferenceCounter(models.Model):
    """The last number given in one series, such as ("ASC", 2026)."""

    series = models.CharField(max_length=20, unique=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.series}: {self.last}"
