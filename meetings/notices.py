"""Those who follow a gathering's host hear of its dates, agenda and notes; those who registered, of their place."""

from collections.abc import Iterator

from ledger.models import Entry
from meetings import events, hosts
from meetings.models import Gathering, Registration
from meetings.queries import address_of, registered_user_ids
from notifications.duties import Audience, followers_of, tells


@tells(
    events.GatheringScheduled,
    events.GatheringMoved,
    events.GatheringCancelled,
    events.GatheringAgendaPublished,
    events.NotesWritten,
    events.ReportPublished,
)
def followers_hear(event: events.GatheringMoved, entry: Entry) -> Iterator[Audience]:
    gathering = Gathering.objects.filter(pk=event.gathering_id).first()
    # A host that keeps its own pages for gatherings tells of them itself.
    if gathering is not None and not address_of(gathering):
        if isinstance(event, events.GatheringMoved | events.GatheringCancelled):
            yield Audience("registered", registered_user_ids(gathering.pk), by_mail=True)
        yield followers_of((gathering.host_kind, gathering.host_id), ("meetings.gathering", gathering.pk))


@tells(events.RegistrationTaken, events.MovedUp)
def whoever_registered_hears(event: events.MovedUp, entry: Entry) -> Iterator[Audience]:
    row = Registration.objects.filter(pk=event.registration_id).select_related("person").first()
    if row is not None and row.person.user_id:
        yield Audience("yourself", [row.person.user_id], tell_actor=True, by_mail=isinstance(event, events.MovedUp))


@tells(events.GatheringNears)
def whoever_comes_is_reminded(event: events.GatheringNears, entry: Entry) -> Iterator[Audience]:
    yield Audience("registered", registered_user_ids(event.gathering_id, waiting=False), by_mail=True)


@tells(events.NotesObjected, events.GatheringToClose, events.NotesOwed)
def whoever_runs_it_hears(event: events.NotesOwed, entry: Entry) -> Iterator[Audience]:
    gathering = Gathering.objects.filter(pk=event.gathering_id).first()
    if gathering is not None:
        yield Audience("runners", hosts.runners(gathering.host_kind, gathering.host_id))
