"""A request that loads somebody brings along whether they are paused anywhere: nearly nobody is, and then no page asks where."""

from django.db.models import OuterRef

from accounts.along import brings
from core.prepared import slot
from moderation.queries.ladder import PAUSED, pauses

brings(PAUSED, lambda: pauses(slot("day")).filter(person=OuterRef("person")))
