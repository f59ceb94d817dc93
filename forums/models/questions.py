"""Questions and answers: what members ask, who else wants to know, and what somebody in a role answered."""

from typing import ClassVar

from django.db import models

from forums.querysets import AskedQuestionQuerySet


class AskedQuestion(models.Model):
    """A conversation with a question as its title. Its answer is a post in it, labelled with the role in which it was written."""

    activity = models.ForeignKey("forums.Activity", models.PROTECT, related_name="questions")
    thread = models.OneToOneField("forums.Thread", models.PROTECT, related_name="question")
    backers = models.PositiveIntegerField(default=0)
    answer = models.OneToOneField("forums.Post", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AskedQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "question"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(answer=None, answered_at=None)
                | models.Q(answer__isnull=False, answered_at__isnull=False),
                name="question_answered_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=("activity", "-backers", "-id"), name="question_most_wanted")]

    def __str__(self) -> str:
        return f"question {self.pk}"

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None


class QuestionBacking(models.Model):
    """One person wants to know too. Who that is, nobody is told."""

    question = models.ForeignKey(AskedQuestion, models.CASCADE, related_name="backings")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=("question", "person"), name="question_backed_once")]

    def __str__(self) -> str:
        return f"{self.person_id} backs {self.question_id}"
