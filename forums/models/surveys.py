"""Surveys of one page: what is asked, what each person answered, and what is shown once it is over."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from forums.states import SurveyKind


class SurveyQuestion(models.Model):
    """One question of the page. Like every rule of an activity it is fixed once somebody has answered (trigger)."""

    LONGEST_OPTION: ClassVar = 120  # letters

    activity = models.ForeignKey("forums.Activity", models.PROTECT, related_name="survey_questions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=SurveyKind.choices)
    text = models.CharField(max_length=200)
    options = ArrayField(models.CharField(max_length=LONGEST_OPTION), default=list, blank=True)
    required = models.BooleanField(default=False)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("activity", "number"), name="survey_question_number"),
            models.CheckConstraint(
                condition=Q(kind__in=("one", "several"), options__len__gte=2)
                | Q(~Q(kind__in=("one", "several")), options__len=0),
                name="survey_question_options",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def name(self) -> str:
        """As forms, the API and kept answers call it."""
        return f"q{self.number}"


class SurveyAnswer(models.Model):
    """What one person answered, question by question: text, the number of an option, several of them, or a step of the scale.

    Private: its author alone reads it as theirs. `forums.surveys.fitting` says what `values` may hold.
    """

    activity = models.ForeignKey("forums.Activity", models.PROTECT, related_name="survey_answers")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    values = models.JSONField(default=dict)
    at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("activity", "person"), name="survey_answered_once"),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"


class SurveyResult(models.Model):
    """What everybody may see, counted once when the survey ended and never again: who is erased later is not told by the difference.

    `tables` has, for each question that is counted, its rows of [label, number], the number null where it is withheld.
    """

    activity = models.OneToOneField("forums.Activity", models.PROTECT, related_name="survey_result")
    answers = models.PositiveIntegerField()
    tables = models.JSONField(default=list)
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"result of {self.activity_id}"
