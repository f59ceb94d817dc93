"""One decision on content, whatever the content is: flagged, decided with a reason, open to appeal."""

from moderation.models.decisions import Appeal, Decision
from moderation.models.flags import Flag
from moderation.models.moderated import Moderated
from moderation.models.profiles import Profile
from moderation.models.reasons import Reason
from moderation.models.settings import Setting

__all__ = ["Appeal", "Decision", "Flag", "Moderated", "Profile", "Reason", "Setting"]
