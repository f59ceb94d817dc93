"""Residents ask the council for a forum, and the council answers with reasons."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.states import Stateful
from forums.querysets import RequestQuerySet
from forums.states import REQUEST_MOVES, ForumKind, RequestState
from moderation.models import Moderated


class ForumRequest(Stateful, Moderated):
    """So many residents back it, the council says yes or no by a day, and a no can be looked at once more."""

    MOVES: ClassVar = REQUEST_MOVES

    kind = models.CharField(max_length=20, choices=ForumKind.choices)
    title = models.CharField(max_length=120)
    purpose = models.TextField()
    purpose_html = models.TextField(blank=True)
    areas = models.ManyToManyField("places.Area", related_name="+", blank=True)  # none: the whole city
    topics = models.JSONField(default=list, blank=True)
    by = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=12, choices=RequestState.choices, default=RequestState.GATHERING)
    needed = models.PositiveIntegerField()  # frozen when it is made
    backing_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    reached_at = models.DateTimeField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)  # of whatever the council owes now
    reasons = models.TextField(blank=True)  # of the council's answer, published
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    # What a backer holds against a refusal, published without their name: who backs is nobody's business.
    objection = models.TextField(blank=True)
    review_asked_at = models.DateTimeField(null=True, blank=True)
    review = models.TextField(blank=True)  # what scrutiny found, published
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    forum = models.OneToOneField("forums.Forum", models.PROTECT, null=True, blank=True, related_name="request")

    objects = RequestQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(needed__gt=0), name="request_needs_people"),
            models.CheckConstraint(
                condition=~models.Q(state="considering") | models.Q(backing_count__gte=models.F("needed")),
                name="request_has_its_backers",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("agreed", "refused", "reviewing", "upheld")) | ~models.Q(reasons=""),
                name="request_answer_has_reasons",
            ),
            models.CheckConstraint(
                condition=models.Q(state="agreed") | models.Q(forum=None), name="request_forum_needs_yes"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="agreed") | models.Q(forum__isnull=False), name="request_yes_has_forum"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="upheld") | ~models.Q(review=""), name="request_review_has_reasons"
            ),
        )
        indexes = (models.Index(fields=("state", "-id"), name="request_list"),)

    def __str__(self) -> str:
        return self.title

    @property
    def is_gathering(self) -> bool:
        return self.state == RequestState.GATHERING

    @property
    def words(self) -> SafeString:
        """Title and purpose as HTML; the purpose was made safe when it was stored."""
        return format_html("<h3>{}</h3>{}", self.title, SafeString(self.purpose_html))

    def get_absolute_url(self) -> str:
        return reverse("forums:request", args=[self.pk])


class RequestBacking(models.Model):
    """A resident stands behind a request. Private, as a support is: only the count is public."""

    request = models.ForeignKey(ForumRequest, models.PROTECT, related_name="backings")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("request", "person"), name="request_backed_once"),)

    def __str__(self) -> str:
        return f"{self.person_id} for {self.request_id}"
