"""Gatherings can be found by their title and agenda."""

from accounts.merging import folds
from ledger.listeners import hears
from ledger.models import Entry
from meetings import events
from meetings.actions import fold_persons
from meetings.models import Gathering
from meetings.subjects import gatherings
from search import actions as search


@folds
def one_place_each(kept_person_id: int, merged_person_id: int) -> None:
    """One human being has one place at a meeting and came to it once."""
    fold_persons(person_id=merged_person_id, into_id=kept_person_id)


@hears(events.GatheringScheduled, events.GatheringMoved, events.GatheringAgendaPublished, events.NotesWritten)
def keep_findable(event: events.GatheringScheduled, entry: Entry) -> None:
    gathering = Gathering.objects.filter(pk=event.gathering_id).first()
    if gathering is None:
        return
    agenda = [f"{item.title}. {item.summary}" for item in gathering.items.all()]
    notes = gathering.notes.order_by("-version").first()
    search.index(
        subject_kind="meetings.gathering",
        subject_id=gathering.pk,
        title=gathering.title,
        body="\n\n".join([*agenda, notes.text if notes else "", gathering.place]),
        url=gatherings([gathering.pk])[gathering.pk].url,
        at=gathering.starts_at,
        group=f"{gathering.host_kind.partition('.')[2]}:{gathering.host_id}",
    )
