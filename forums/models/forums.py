"""A forum, its members and its representatives."""

from typing import ClassVar

from django.db import models

from accounts.models import StakeholderKind
from core.states import Stateful
from forums.querysets import ForumQuerySet, MembershipQuerySet
from forums.states import FORUM_MOVES, OVER, ForumKind, ForumState, MemberRole


class Forum(Stateful):
    """A standing assembly of citizens on an issue, a portfolio or an area."""

    MOVES: ClassVar = FORUM_MOVES

    kind = models.CharField(max_length=20, choices=ForumKind.choices)
    slug = models.SlugField(max_length=80, unique=True)
    code = models.CharField(max_length=8, unique=True)  # begins the references of its proposals: ASC-2026-0148
    title = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=140)
    purpose = models.TextField()
    purpose_html = models.TextField(blank=True)
    areas = models.ManyToManyField("places.Area", related_name="+", blank=True)  # none: the whole city
    topics = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=12, choices=ForumState.choices, default=ForumState.ACTIVE)
    member_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    objects = ForumQuerySet.as_manager()

    class Meta:
        ordering = ("sort_key",)
        indexes = (models.Index(fields=("state", "sort_key"), name="forum_list"),)

    def __str__(self) -> str:
        return self.title

    @property
    def is_active(self) -> bool:
        return self.state == ForumState.ACTIVE

    @property
    def takes_words(self) -> bool:
        """People talk in it: it is active, or its founders write its rules."""
        return self.state in (ForumState.ACTIVE, ForumState.CONSTITUTING)

    @property
    def is_over(self) -> bool:
        """Closed or merged: it stays to be read, and nothing is added."""
        return self.state in OVER

    @property
    def is_founding(self) -> bool:
        return self.state == ForumState.CONSTITUTING


class Membership(models.Model):
    """A person belongs to a forum from a day to a day, as a member or as a facilitator."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="memberships")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=MemberRole.choices, default=MemberRole.MEMBER)
    kind = models.CharField(max_length=20, choices=StakeholderKind.choices, default=StakeholderKind.RESIDENT)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("forum", "person"), condition=models.Q(left_at=None), name="membership_once"
            ),
        )
        indexes = (models.Index(fields=("person",), condition=models.Q(left_at=None), name="membership_person"),)

    def __str__(self) -> str:
        return f"{self.person_id} in {self.forum_id}"

    @property
    def is_facilitator(self) -> bool:
        return self.role == MemberRole.FACILITATOR


class Mandate(models.Model):
    """A person speaks for a forum before a body, with a text and a term. A committee seat points to it."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="mandates")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    text = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    recalled_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person} for {self.forum}"
