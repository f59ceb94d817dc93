"""Talk: threads under a forum or under any record, and the posts in them."""

from typing import ClassVar

from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.states import Stateful
from forums.querysets import PostQuerySet, ThreadQuerySet
from forums.states import THREAD_MOVES, Stance, ThreadState, Voice
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
    last_post_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    objects = ThreadQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("about_kind", "about_id"), condition=~models.Q(about_kind=""), name="thread_once_per_record"
            ),
        )
        indexes = (models.Index(fields=("forum", "-pinned", "-last_post_at", "-id"), name="thread_list"),)

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == ThreadState.OPEN

    @property
    def words(self) -> SafeString:
        """Title and opening as HTML; the opening was made safe when it was stored."""
        return format_html("<h3>{}</h3>{}", self.title, SafeString(self.opening_html))


class Post(Moderated):
    """One thing that somebody said. `path` sorts a thread in reading order: each reply below what it answers."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="posts")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    depth = models.PositiveSmallIntegerField(default=0)
    path = models.CharField(max_length=250, blank=True)
    author = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    author_label = models.CharField(max_length=80, blank=True)  # for imported posts, whose authors are not ours
    voice = models.CharField(max_length=12, choices=Voice.choices, default=Voice.CITIZEN)
    stance = models.CharField(max_length=8, choices=Stance.choices, default=Stance.NEUTRAL)
    body = models.TextField()
    body_html = models.TextField()
    language = models.CharField(max_length=12, default="en")
    pinned = models.BooleanField(default=False)
    useful = models.IntegerField(default=0)  # imported likes less dislikes; orders the best of each side
    version = models.PositiveSmallIntegerField(default=1)
    source = models.CharField(max_length=40, blank=True)
    source_id = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField()

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source", "source_id"), condition=~models.Q(source=""), name="post_imported_once"
            ),
        )
        indexes = (
            models.Index(fields=("thread", "path"), name="post_reading_order"),
            models.Index(fields=("thread", "-id"), name="post_newest"),
            models.Index(fields=("thread", "stance", "-useful", "id"), condition=models.Q(depth=0), name="post_best"),
            models.Index(fields=("author", "-id"), name="post_author"),
        )

    def __str__(self) -> str:
        return f"post {self.pk}"

    @property
    def words(self) -> SafeString:
        """What it says, as HTML that was made safe when it was stored."""
        return SafeString(self.body_html)


class PostVersion(models.Model):
    """What a post said before it was edited. The text can be blanked on erasure; its digest stands in the ledger."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    body = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("post", "version"), name="post_version"),)

    def __str__(self) -> str:
        return f"{self.post_id} v{self.version}"
