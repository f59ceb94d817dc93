"""Where the slips of a ballot are. Nothing here looks at a choice."""

from dataclasses import dataclass

from django.db.models import Q

from accounts.models import Person
from ballots.models import Ballot, PaperVoter, RollEntry, Slip, SlipReading


@dataclass(frozen=True, slots=True)
class Differing:
    """A slip that two people read differently, and who they are."""

    code: str
    readers: list[str]


@dataclass(frozen=True, slots=True)
class Box:
    """How many slips are where."""

    printed: int
    handed_out: int
    counted: int
    read_once: int
    differing: list[Differing]


def box_of(ballot: Ballot) -> Box:
    """Four queries, however many slips."""
    slips = Slip.objects.filter(ballot=ballot)
    rows = SlipReading.objects.filter(slip__ballot=ballot, slip__counted=False).select_related("slip", "reader")
    open_slips: dict[str, list[SlipReading]] = {}
    for row in rows.order_by("slip__code", "round", "place"):
        open_slips.setdefault(row.slip.code, []).append(row)
    latest = {code: [row for row in found if row.round == found[-1].round] for code, found in open_slips.items()}
    first_differed = {code for code, found in open_slips.items() if found[-1].round > 1 or len(found) == 2}
    return Box(
        printed=slips.count(),
        handed_out=PaperVoter.objects.filter(ballot=ballot).count(),
        counted=slips.filter(counted=True).count(),
        read_once=sum(1 for code, found in latest.items() if len(found) == 1 and code not in first_differed),
        differing=[
            Differing(code, sorted({row.reader.display_name for row in open_slips[code]}))
            for code in sorted(first_differed)
        ],
    )


def on_roll(ballot: Ballot, words: str) -> list[tuple[int, str, bool]]:
    """(person id, name, whether they have a slip) of those on the roll whose name has these words; at most twenty."""
    found = RollEntry.objects.filter(ballot=ballot, person__merged_into=None, person__erased_at=None)
    for word in words.split()[:6]:
        found = found.filter(Q(person__name__icontains=word))
    entries = list(found.select_related("person").order_by("person__name", "person_id")[:20])
    paper = set(PaperVoter.objects.filter(entry__in=entries).values_list("entry_id", flat=True))
    return [(row.person_id, row.person.display_name, row.pk in paper) for row in entries]


def person_on_roll(ballot: Ballot, pk: int) -> Person | None:
    entry = RollEntry.objects.filter(ballot=ballot, person=pk).select_related("person").first()
    return entry.person if entry else None


def slips_of(ballot: Ballot) -> list[Slip]:
    """The pile, to print: those not counted."""
    return list(Slip.objects.filter(ballot=ballot, counted=False).order_by("code"))


def counted_on_paper(ballot: Ballot) -> int:
    return int(Slip.objects.filter(ballot=ballot, counted=True).count())
