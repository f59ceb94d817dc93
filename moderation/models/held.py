"""An act that waits for a person before it is done, and the rules by which it waits."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy as _, ngettext

from moderation.models.moderated import Moderated
from moderation.querysets import HeldQuerySet, HoldRuleQuerySet


class Held(Moderated):
    """What somebody wanted to publish, whole. Nothing else exists of it until a person releases it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for a person")
        RELEASED = "released", _("published")
        REFUSED = "refused", _("not published")
        TAKEN_BACK = "taken_back", _("taken back")

    act = models.CharField(max_length=60)  # what was to be done, such as "forums.reply"
    host_key = models.CharField(max_length=60)  # whose moderators look, such as "forum:3"
    title = models.CharField(max_length=200)  # where it would stand
    url = models.CharField(max_length=300)  # the page of that place
    words_html = models.TextField()  # as it would be read; made safe when it was stored
    payload = models.JSONField()  # what the act needs, in its owner's own terms
    about_kind = models.CharField(max_length=60, blank=True)  # the draft that waits, where there is one
    about_id = models.BigIntegerField(null=True, blank=True)
    why = models.JSONField(default=list)  # codes of Why, for moderators
    score = models.FloatField(null=True, blank=True)  # how much like spam, where that was asked
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    due = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    settled_at = models.DateTimeField(null=True, blank=True)
    became_url = models.CharField(max_length=300, blank=True)

    objects = HeldQuerySet.as_manager()

    WAITING: ClassVar = models.Q(state="waiting")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("about_kind", "about_id"),
                condition=models.Q(state="waiting") & ~models.Q(about_kind=""),
                name="held_once_per_draft",
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", settled_at=None) | ~models.Q(state="waiting"),
                name="held_waits_unsettled",
            ),
        )
        indexes = (
            models.Index(fields=("host_key", "due"), condition=models.Q(state="waiting"), name="held_waiting"),
            models.Index(fields=("by", "-id"), name="held_author"),
        )

    def __str__(self) -> str:
        return f"{self.act} {self.state}"

    @property
    def words(self) -> SafeString:
        return SafeString(self.words_html)

    @property
    def reasons(self) -> list[str]:
        """Why it waits, in words, for those who look."""
        return [str(Why(code).label) for code in self.why]

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING


class HoldRule(models.Model):
    """By which something waits, everywhere or in one place. It is never written anew: it ends, and another one is set."""

    class Kind(models.TextChoices):
        PLACE = "place", _("everything")
        FIRST_POSTS = "first_posts", _("the first words of somebody new")
        LINKS = "links", _("links of somebody new")
        WORDS = "words", _("a listed word")
        TRUST = "trust", _("everything of somebody whose trust is lower")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    host_key = models.CharField(max_length=60, blank=True)  # "": everywhere
    number = models.PositiveSmallIntegerField(default=0)  # how many first words; below which level
    words = models.TextField(blank=True)  # one a line
    active = models.BooleanField(default=True)
    why = models.CharField(max_length=300)
    since = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)

    objects = HoldRuleQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(active=False) | models.Q(ended_at=None), name="hold_rule_ended_is_not_active"
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def what(self) -> str:
        """What waits by it, with its number; the listed words themselves are for moderators."""
        match self.kind:
            case HoldRule.Kind.FIRST_POSTS:
                words = ngettext(
                    "the first %(n)d text of somebody new", "the first %(n)d texts of somebody new", self.number
                )
                return words % {"n": self.number}
            case HoldRule.Kind.TRUST:
                return gettext("everything of somebody below level %(n)d of trust") % {"n": self.number}
            case HoldRule.Kind.WORDS:
                number = len(self.words.split("\n"))
                return ngettext("what has %(n)d listed word", "what has one of %(n)d listed words", number) % {
                    "n": number
                }
            case _other:
                return str(self.get_kind_display())


class Why(models.TextChoices):
    """Why something waits, as moderators read it; the sender is told only that a person looks."""

    PLACE = "place", _("Everything here is looked at first.")
    FIRST_POSTS = "first_posts", _("Its author is new and has written little yet.")
    LINKS = "links", _("It has a link, and its author has not earned links yet.")
    WORDS = "words", _("It has a word of the list.")
    TRUST = "trust", _("Its author is not trusted enough here yet.")
    SPAM = "spam", _("It reads like spam.")
