"""Voices of service workers who speak under protection. Nothing here, or anywhere else, names the person."""

from django.db import models


class ProtectedVoice(models.Model):
    """One worker in one forum, by a name that is not theirs. `tag` is worked out with a key that is not in the database.

    There is no time, no address and no reference to a person, a sign-in or a membership here, and there must never be one.
    """

    forum = models.ForeignKey("forums.Forum", models.PROTECT, related_name="+")
    tag = models.CharField(max_length=64, unique=True)
    pseudonym = models.CharField(max_length=40)
    # None: the group is too small to be named, so the voice is a service worker's and no more. It never narrows again.
    kind = models.ForeignKey("accounts.WorkerKind", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("forum", "pseudonym"), name="voice_pseudonym_once"),)

    def __str__(self) -> str:
        return self.pseudonym
