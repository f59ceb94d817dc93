"""What makes a record one that moderators can decide on."""

from django.db import models
from django.utils.translation import gettext as _


class Moderated(models.Model):
    """What an upper app's model inherits when its rows can be hidden. Only `moderation.actions` writes these."""

    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.CharField(max_length=120, blank=True)  # the reason's title, shown in its place

    class Meta:
        abstract = True

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None

    @property
    def is_held(self) -> bool:
        """Out of sight by itself, because many reported it: no reason stands there, for nobody has decided."""
        return self.hidden_at is not None and not self.hidden_because

    @property
    def hidden_words(self) -> str:
        """What stands in its place, as a whole sentence; "" while it is shown."""
        if self.hidden_at is None:
            return ""
        if not self.hidden_because:
            return _("Held until a person looks, because several people reported it.")
        return _("Hidden by a moderator: %(reason)s.") % {"reason": self.hidden_because}
