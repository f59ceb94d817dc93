"""What makes a record one that moderators can decide on."""

from django.db import models


class Moderated(models.Model):
    """What an upper app's model inherits when its rows can be hidden. Only `moderation.actions` writes these."""

    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.CharField(max_length=120, blank=True)  # the reason's title, shown in its place

    class Meta:
        abstract = True

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None
