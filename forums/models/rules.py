"""A forum's own rules, in versions that never change, and the changes that its members propose and vote."""

from datetime import time
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.states import Stateful
from forums.querysets import QuestionQuerySet
from forums.states import QUESTION_MOVES, Chair, ForumKind, Joining, QuestionState, Unit


class Charter(models.Model):
    """What a forum's rules say. The same columns stand in a template, in a version in force and in a proposed change."""

    # How often it meets: every so many weeks or months; none: its facilitators set each meeting.
    every = models.PositiveSmallIntegerField(default=0)
    unit = models.CharField(max_length=6, choices=Unit.choices, default=Unit.MONTHS)
    weekday = models.PositiveSmallIntegerField(default=2)  # Monday is 0
    nth = models.PositiveSmallIntegerField(default=3)  # of the month; 5 is the last
    starts = models.TimeField(default=time(18, 30))
    minutes = models.PositiveSmallIntegerField(default=120)
    place = models.CharField(max_length=200, blank=True)
    skips_holidays = models.BooleanField(default=True)  # a bank holiday moves the meeting to the next working day
    quorum = models.PositiveSmallIntegerField(default=0)
    chair = models.CharField(max_length=12, choices=Chair.choices, default=Chair.FACILITATOR)
    term_months = models.PositiveSmallIntegerField(default=12)  # of who chairs and of who speaks for the forum
    recall_percent = models.PositiveSmallIntegerField(default=10)  # of the members, to ask for a recall
    conduct = models.TextField(blank=True)
    conduct_html = models.TextField(blank=True)
    supports_threshold = models.PositiveIntegerField(default=0)  # 0: each activity says its own
    notice_days = models.PositiveSmallIntegerField(default=7)
    joining = models.CharField(max_length=12, choices=Joining.choices, default=Joining.OPEN)
    places = models.PositiveIntegerField(default=0)  # 0: as many as come
    places_service_user = models.PositiveIntegerField(default=0)  # kept for them while there is a limit
    places_service_worker = models.PositiveIntegerField(default=0)
    premoderated = models.BooleanField(default=False)

    class Meta:
        abstract = True


CHARTER = (
    *("every", "unit", "weekday", "nth", "starts", "minutes", "place", "skips_holidays", "quorum", "chair"),
    *("term_months", "recall_percent", "conduct", "supports_threshold", "notice_days", "joining", "places"),
    *("places_service_user", "places_service_worker", "premoderated"),
)


class RulesTemplate(Charter):
    """What a forum of this kind begins with, and what founders are shown first."""

    kind = models.CharField(max_length=20, choices=ForumKind.choices)
    version = models.PositiveSmallIntegerField(default=1)
    since = models.DateTimeField(null=True, blank=True)  # none: from the start
    why = models.TextField(blank=True)

    class Meta:
        ordering = ("-version",)
        constraints = (models.UniqueConstraint(fields=("kind", "version"), name="rules_template_version"),)

    def __str__(self) -> str:
        return f"{self.kind} v{self.version}"

    def get_absolute_url(self) -> str:
        return reverse("forums:first_rules_of", args=[self.kind])


class Rules(Charter):
    """One version, in force from `since` until the next one. Never edited."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="rules")
    version = models.PositiveSmallIntegerField()
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "rules"
        ordering = ("-version",)
        constraints = (
            models.UniqueConstraint(fields=("forum", "version"), name="rules_version"),
            models.CheckConstraint(
                condition=models.Q(places=0)
                | models.Q(places__gte=models.F("places_service_user") + models.F("places_service_worker")),
                name="rules_keep_no_more_than_there_is",
            ),
        )

    def __str__(self) -> str:
        return f"{self.forum_id} v{self.version}"

    def get_absolute_url(self) -> str:
        return reverse("forums:rules_version", args=[self.forum.slug, self.version])


class Question(Stateful):
    """Something that a member puts to all: a time of notice, then a ballot that opens and closes by itself."""

    MOVES: ClassVar = QUESTION_MOVES

    by = models.ForeignKey("accounts.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.TextField()
    state = models.CharField(max_length=12, choices=QuestionState.choices, default=QuestionState.NOTICE)
    asked_at = models.DateTimeField()
    opens_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    ballot = models.OneToOneField("ballots.Ballot", models.PROTECT, null=True, blank=True, related_name="+")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_under_way(self) -> bool:
        return self.state in (QuestionState.NOTICE, QuestionState.VOTING)


class RuleChange(Question, Charter):
    """Rules as a member wants them, whole: carried, they are the next version. The first ones found the forum."""

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="rule_changes")
    number = models.PositiveSmallIntegerField()
    based_on = models.ForeignKey(Rules, models.PROTECT, null=True, blank=True, related_name="+")  # none: the first
    became = models.OneToOneField(Rules, models.PROTECT, null=True, blank=True, related_name="change")

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("forum", "number"), name="rule_change_number"),
            models.UniqueConstraint(
                fields=("forum",),
                condition=models.Q(state__in=("notice", "voting")),
                name="rule_change_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="carried") | models.Q(became__isnull=False), name="rule_change_carried_holds"
            ),
        )

    def __str__(self) -> str:
        return f"{self.forum_id} change {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("forums:rule_change", args=[self.forum.slug, self.number])

    @property
    def title(self) -> str:
        return str(_("The first rules") if self.based_on_id is None else _("A change of the rules"))
