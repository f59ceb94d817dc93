"""Who was there, in figures: by kind of people, ward and organisation."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import StakeholderKind
from core.small_numbers import LEAST
from meetings.figures import Row, exact, for_everybody
from meetings.models import Attendance, Gathering, Registration


@dataclass(frozen=True, slots=True)
class Figures:
    """`present` counts everybody, those without an account too."""

    present: int
    without_account: int
    kinds: list[Row]
    wards: list[Row]
    organisations: list[Row]


def figures(gathering: Gathering, *, public: bool = True) -> Figures:
    """In public without small numbers; exact for those who run the meeting."""
    there = gathering.attendance.filter(kind=Attendance.Kind.PRESENT)
    facts = ("stakeholder", "ward__name", "organisation")
    known = list(there.values_list(*facts))
    walked_in = list(gathering.walk_ins.values_list(*facts))
    everybody = known + walked_in
    drawn = for_everybody if public else exact
    labels = dict(StakeholderKind.choices)
    kinds = Counter(str(labels.get(kind, _("not said"))) for kind, _ward, _of in everybody)
    wards = Counter(ward or _("elsewhere, or not said") for _kind, ward, _of in everybody)
    organisations = Counter(of for _kind, _ward, of in everybody if of)
    without_account = 0 if public and len(walked_in) < LEAST else len(walked_in)
    return Figures(len(everybody), without_account, drawn(kinds), drawn(wards), drawn(organisations))


def expected_at(gathering: Gathering, expected: list[tuple[int, str]]) -> dict[int, str]:
    """The names of those the host expects and of those who have registered, by person."""
    registered = Registration.objects.live().filter(gathering=gathering).select_related("person")
    return dict(expected) | {row.person_id: row.person.display_name for row in registered}


def at_the_door(gathering: Gathering, expected: list[tuple[int, str]], words: str) -> list[tuple[int, str, bool]]:
    """(person id, name, whether they are in) of those whose name has these words; at most twenty."""
    there = set(gathering.attendance.filter(kind=Attendance.Kind.PRESENT).values_list("person_id", flat=True))
    wanted = words.casefold().split()
    names = expected_at(gathering, expected).items()
    found = [(pk, name) for pk, name in names if all(word in name.casefold() for word in wanted)]
    return [(pk, name, pk in there) for pk, name in sorted(found, key=lambda row: (row[1].casefold(), row[0]))[:20]]
