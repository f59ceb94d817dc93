"""What somebody said: where it stands in its thread, what it said before, and how useful others found it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.safestring import SafeString

from forums.models.threads import Thread
from forums.querysets import PostQuerySet
from forums.states import EvidenceKind, Stance, Voice
from moderation.models import Moderated


class Post(Moderated):
    """One thing that somebody said. `path` sorts a thread in reading order: each reply below what it answers."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="posts")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    root = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    depth = models.PositiveSmallIntegerField(default=0)
    path = models.CharField(max_length=250, blank=True)
    reply_count = models.PositiveIntegerField(default=0)  # of an opener: everything below it
    author = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    author_label = models.CharField(max_length=80, blank=True)  # of imported posts, and of protected voices
    # Instead of an author: a worker who speaks under protection. What ties it to the person is not in the database.
    protected = models.ForeignKey("forums.ProtectedVoice", models.PROTECT, null=True, blank=True, related_name="posts")
    voice = models.CharField(max_length=12, choices=Voice.choices, default=Voice.CITIZEN)
    stance = models.CharField(max_length=8, choices=Stance.choices, default=Stance.NEUTRAL)
    evidence = models.CharField(max_length=12, choices=EvidenceKind.choices, blank=True)
    link = models.URLField(max_length=500, blank=True)
    corrections = models.PositiveSmallIntegerField(default=0)  # how many answers put it right
    body = models.TextField()
    body_html = models.TextField()
    language = models.CharField(max_length=12, default="en")
    pinned = models.BooleanField(default=False)
    useful = models.IntegerField(default=0)  # imported likes less dislikes, to which the votes given here are added
    ups = models.PositiveIntegerField(default=0)
    downs = models.PositiveIntegerField(default=0)
    score = models.GeneratedField(
        expression=F("useful") + F("ups") - F("downs"), output_field=models.IntegerField(), db_persist=True
    )
    labels = ArrayField(models.CharField(max_length=60), default=list, blank=True)  # tags and groups, as they are shown
    version = models.PositiveSmallIntegerField(default=1)
    edited_because = models.CharField(max_length=120, blank=True)  # why a moderator took words out
    source = models.CharField(max_length=40, blank=True)
    source_id = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source", "source_id"), condition=~models.Q(source=""), name="post_imported_once"
            ),
            models.CheckConstraint(
                condition=models.Q(protected=None) | models.Q(author=None), name="post_names_nobody_it_protects"
            ),
            models.CheckConstraint(condition=~Q(evidence="source") | ~Q(link=""), name="post_source_has_link"),
            models.CheckConstraint(
                condition=~Q(evidence="correction") | Q(parent__isnull=False), name="post_correction_answers"
            ),
            models.CheckConstraint(
                condition=Q(deleted_at=None) | Q(body="", body_html="", link="", evidence="", pinned=False),
                name="post_deleted_without_words",
            ),
        )
        indexes = (
            models.Index(fields=("thread", "path"), name="post_reading_order"),
            models.Index(fields=("root", "path"), name="post_below_root"),
            models.Index(fields=("parent", "id"), name="post_answers"),
            models.Index(fields=("thread", "-id"), name="post_newest"),
            models.Index(fields=("thread", "created_at", "id"), condition=Q(depth=0), name="post_by_time"),
            models.Index(fields=("thread", "-score", "-id"), condition=Q(depth=0), name="post_by_score"),
            models.Index(fields=("thread", "-reply_count", "-id"), condition=Q(depth=0), name="post_by_replies"),
            models.Index(fields=("thread", "stance", "-score", "id"), condition=Q(depth=0), name="post_best"),
            models.Index(fields=("thread", "evidence", "-id"), condition=~Q(evidence=""), name="post_evidence"),
            models.Index(fields=("thread", "path"), condition=Q(pinned=True), name="post_pinned"),
            models.Index(fields=("author", "-id"), name="post_author"),
        )

    def __str__(self) -> str:
        return f"post {self.pk}"

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None

    @property
    def has_words(self) -> bool:
        """Neither hidden nor deleted: it can be read, answered and found useful."""
        return self.deleted_at is None and self.hidden_at is None

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


class PostVote(models.Model):
    """One person found one post useful (1), or not (-1). Shown to nobody but that person."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    value = models.SmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("post", "person"), name="post_vote_once"),
            models.CheckConstraint(condition=Q(value__in=(1, -1)), name="post_vote_up_or_down"),
        )

    def __str__(self) -> str:
        return f"a vote on post {self.post_id}"


class PostMention(models.Model):
    """A post names somebody. `version` is that of the text which named them first: they are told of that one."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="mentions")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("post", "person"), name="post_mention_once"),)

    def __str__(self) -> str:
        return f"a name in post {self.post_id}"
