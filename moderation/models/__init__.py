"""One decision on content, whatever the content is: flagged, decided with a reason, open to appeal."""

from moderation.models.decisions import Appeal, Decision
from moderation.models.flags import Flag
from moderation.models.locks import Lock, TakeOver
from moderation.models.moderated import Moderated
from moderation.models.profiles import Profile
from moderation.models.reasons import Reason
from moderation.models.settings import Setting

__all__ = ["Appeal", "Decision", "Flag", "Lock", "Moderated", "Profile", "Reason", "Setting", "TakeOver"]
