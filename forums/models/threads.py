"""Talk: threads under a forum or under any record."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core import now
from core.states import Stateful
from forums.querysets import ThreadQuerySet
from forums.states import THREAD_MOVES, ThreadState
from moderation.models import Moderated


class Thread(Stateful, Moderated):
    """One conversation. `about` names the record it hangs under; none means the forum itself."""

    MOVES: ClassVar = THREAD_MOVES

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="threads")
    activity = models.ForeignKey("forums.Activity", models.PROTECT, null=True, blank=True, related_name="+")
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    title = models.CharField(max_length=200)
    opening = models.TextField(blank=True)
    opening_html = models.TextField(blank=True)
    author = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=ThreadState.choices, default=ThreadState.OPEN)
    conclusions = models.TextField(blank=True)
    conclusions_html = models.TextField(blank=True)
    pinned = models.BooleanField(default=False)
    post_count = models.PositiveIntegerField(default=0)
    for_count = models.PositiveIntegerField(default=0)
    against_count = models.PositiveIntegerField(default=0)
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)  # that its posts are written in
    slow_minutes = models.PositiveSmallIntegerField(default=0)  # each person posts once in so many; 0: at any pace
    slow_until = models.DateTimeField(null=True, blank=True)
    last_post_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    opens_at = models.DateTimeField(null=True, blank=True)  # none: posts are taken from its creation on
    closes_at = models.DateTimeField(null=True, blank=True)  # none: until it is closed with conclusions

    objects = ThreadQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("about_kind", "about_id"), condition=~models.Q(about_kind=""), name="thread_once_per_record"
            ),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at"))
                | models.Q(opens_at=None)
                | models.Q(closes_at=None),
                name="thread_period_lasts",
            ),
        )
        indexes = (models.Index(fields=("forum", "-pinned", "-last_post_at", "-id"), name="thread_list"),)

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == ThreadState.OPEN

    @property
    def periods(self) -> list[Any]:
        """What limits when posts are taken, as long as it is open: its activity, and its own days."""
        limits = [one for one in (self.activity, self) if one is not None and (one.opens_at or one.closes_at)]
        return limits if self.is_open else []

    @property
    def is_slow(self) -> bool:
        return self.slow_minutes > 0 and (self.slow_until is None or self.slow_until > now())

    @property
    def neutral_count(self) -> int:
        """How many posts take neither side."""
        return max(self.post_count - self.for_count - self.against_count, 0)

    @property
    def words(self) -> SafeString:
        """Title and opening as HTML; the opening was made safe when it was stored."""
        return format_html("<h3>{}</h3>{}", self.title, SafeString(self.opening_html))
