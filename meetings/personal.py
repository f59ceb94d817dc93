"""Whether a person came to a gathering, or wanted to, is theirs to take away and to have forgotten; the numbers on record stay."""

from typing import Any

from core import personal
from meetings.actions import forget_registrations
from meetings.models import Attendance, CalendarKey, Objection, Registration


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    rows = Attendance.objects.filter(person_id=person_id).order_by("id")
    places = Registration.objects.filter(person_id=person_id).order_by("id").prefetch_related("answers__question")
    objections = Objection.objects.filter(person_id=person_id).order_by("id")
    return {
        "objections": list(objections.values("notes__gathering__title", "notes__version", "reason", "at")),
        "calendar": user_id is not None and CalendarKey.objects.filter(user_id=user_id).exists(),
        "attendance": list(rows.values("gathering__title", "gathering__starts_at", "kind", "capacity", "at")),
        "registrations": [
            {
                "gathering": row.gathering_id,
                "way": row.way,
                "state": row.state,
                "code": row.code,
                "needs": row.needs,
                "answers": {answer.question.text: answer.text for answer in row.answers.all()},
                "at": row.at.isoformat(),
            }
            for row in places
        ],
    }


def erase(person_id: int, user_id: int | None) -> None:
    """Attendance in the capacity of a councillor or another seat is a public office's, and stays."""
    Attendance.objects.filter(person_id=person_id, capacity="").delete()
    if user_id is not None:
        CalendarKey.objects.filter(user_id=user_id).delete()
    forget_registrations(person_id=person_id)


personal.register("meetings", export=export, erase=erase)
