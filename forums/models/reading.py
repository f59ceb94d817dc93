"""How far somebody has read."""

from django.db import models

from forums.models.threads import Thread


class ReadingPosition(models.Model):
    """The newest post that somebody has seen of a conversation. Nobody else sees it; it only moves forward."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="+")
    post_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "thread"), name="reading_position_once"),)

    def __str__(self) -> str:
        return f"read up to post {self.post_id}"
