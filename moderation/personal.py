"""What is kept of one person here: the reports and appeals they wrote."""

from typing import Any

from core import personal
from moderation.models import Appeal, Flag, Profile


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    if user_id is None:
        return {}
    flags = Flag.objects.filter(by=user_id).select_related("reason").order_by("id")
    appeals = Appeal.objects.filter(by=user_id).order_by("id")
    return {
        "reports": [
            {
                "about": f"{one.subject_kind}:{one.subject_id}",
                "reason": one.reason.title,
                "note": one.note,
                "at": one.at,
            }
            for one in flags
        ],
        "appeals": [{"decision": one.decision_id, "text": one.text, "at": one.at} for one in appeals],
    }


def erase(person_id: int, user_id: int | None) -> None:
    """The figures stay; the words go."""
    if user_id is not None:
        Flag.objects.filter(by=user_id).update(note="")
        Appeal.objects.filter(by=user_id).update(text="")
    Profile.objects.filter(person=person_id).update(withheld="")


personal.register("moderation", export=export, erase=erase)
