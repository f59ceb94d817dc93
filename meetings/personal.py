"""Whether a person came to a gathering is theirs to take away and to have forgotten; the numbers on record stay."""

from typing import Any

from core import personal
from meetings.models import Attendance


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    rows = Attendance.objects.filter(person_id=person_id).order_by("id")
    return {"attendance": list(rows.values("gathering__title", "gathering__starts_at", "kind", "capacity", "at"))}


def erase(person_id: int, user_id: int | None) -> None:
    """Attendance in the capacity of a councillor or another seat is a public office's, and stays."""
    Attendance.objects.filter(person_id=person_id, capacity="").delete()


personal.register("meetings", export=export, erase=erase)
