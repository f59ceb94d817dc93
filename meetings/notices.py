"""Those who follow a gathering's host hear of its dates, agenda and notes."""

from collections.abc import Iterator

from ledger.models import Entry
from meetings import events
from meetings.models import Gathering
from meetings.queries import address_of
from notifications.duties import Audience, followers_of, tells


@tells(
    events.GatheringScheduled,
    events.GatheringMoved,
    events.GatheringCancelled,
    events.GatheringAgendaPublished,
    events.NotesWritten,
)
def followers_hear(event: events.GatheringMoved, entry: Entry) -> Iterator[Audience]:
    gathering = Gathering.objects.filter(pk=event.gathering_id).first()
    # A host that keeps its own pages for gatherings tells of them itself.
    if gathering is not None and not address_of(gathering):
        yield followers_of((gathering.host_kind, gathering.host_id), ("meetings.gathering", gathering.pk))
