"""What a closing report says, and the objections to notes."""

from typing import Any

from meetings.figures import Row
from meetings.models import Gathering, Notes, Objection
from meetings.queries.attendance import figures


def facts_of(gathering: Gathering) -> dict[str, Any]:
    """The report as it is frozen: as published, so that no small number is ever in it."""
    counted = figures(gathering)
    return {
        "present": counted.present,
        "without_account": counted.without_account,
        "kinds": _plain(counted.kinds),
        "wards": _plain(counted.wards),
        "organisations": _plain(counted.organisations),
        "items": [
            {
                "number": item.number,
                "title": item.title,
                "outcome": item.outcome,
                "subject_kind": item.subject_kind,
                "subject_id": item.subject_id,
            }
            for item in gathering.items.all()
        ],
        "recordings": [{"title": row.title, "url": row.url} for row in gathering.recordings.all()],
    }


def objections_to(gathering: Gathering) -> list[Objection]:
    """All that were raised to any version, the newest first."""
    found = Objection.objects.filter(notes__gathering=gathering).select_related("person", "notes", "settled_by")
    return list(found.order_by("-id"))


def latest_notes(gathering: Gathering) -> Notes | None:
    found: Notes | None = gathering.notes.order_by("-version").first()
    return found


def _plain(rows: list[Row]) -> list[list[Any]]:
    return [[row.label, row.number] for row in rows]
