"""How far somebody has read, and the numbers by which a debate runs."""

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


class TalkRule(models.Model):
    """One version of one number, such as for how many minutes a post can be put right."""

    key = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=120)
    amount = models.PositiveIntegerField()
    valid_from = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "version"), name="talk_rule_version"),)

    def __str__(self) -> str:
        return f"{self.key} v{self.version}: {self.amount}"
