"""Proposals of different forums that ask for nearly the same: worked out after a publication, read on the page."""

from django.db import models


class Likeness(models.Model):
    """`other`, of another forum, asks for nearly what `proposal` asks for. Each pair stands both ways."""

    proposal = models.ForeignKey("proposals.Proposal", models.CASCADE, related_name="likenesses")
    other = models.ForeignKey("proposals.Proposal", models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()  # 1 is the nearest
    at = models.DateTimeField()

    class Meta:
        ordering = ("place", "id")
        constraints = (
            models.UniqueConstraint(fields=("proposal", "other"), name="likeness_once"),
            models.CheckConstraint(condition=~models.Q(proposal=models.F("other")), name="likeness_of_two"),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id} is like {self.other_id}"
