"""What is kept of one person here: the reports and appeals they wrote."""

from typing import Any

from core import now, personal
from moderation.models import Appeal, Block, Flag, Held, Interest, Measure, Profile, Removal, Trust


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
        "waiting_or_waited": [
            {"act": one.act, "for": one.title, "words": one.payload, "state": one.state, "at": one.at}
            for one in Held.objects.filter(by=user_id).order_by("id")
        ],
        "blocks": [
            {"since": one.since, "until": one.until, "ended": one.ended_at}
            for one in Block.objects.filter(person=person_id).order_by("id")
        ],
        "steps": [
            {
                "step": one.step.kind,
                "place": one.host_key,
                "since": one.since,
                "until": one.until,
                "ended": one.ended_at,
            }
            for one in Measure.objects.filter(person=person_id).select_related("step").order_by("id")
        ],
        "hidden": [
            {"place": one.host_key, "at": one.at, "shown_again": one.undone_at}
            for one in Removal.objects.filter(person=person_id).order_by("id")
        ],
        "conversations_read": Trust.objects.filter(person=person_id).values_list("threads_read", flat=True).first()
        or 0,
        "stands_aside_from": [
            {"about": f"{one.subject_kind}:{one.subject_id}", "at": one.at}
            for one in Interest.objects.filter(user=user_id).order_by("id")
        ],
        "appeals": [{"decision": one.decision_id, "text": one.text, "at": one.at} for one in appeals],
    }


def erase(person_id: int, user_id: int | None) -> None:
    """The figures stay; the words go."""
    if user_id is not None:
        Interest.objects.filter(user=user_id).delete()
        Flag.objects.filter(by=user_id).update(note="")
        Appeal.objects.filter(by=user_id).update(text="")
        waiting = Held.objects.filter(by=user_id, state=Held.State.WAITING)
        waiting.update(state=Held.State.TAKEN_BACK, settled_at=now())
        Held.objects.filter(by=user_id).update(words_html="", payload={}, title="")
    Trust.objects.filter(person=person_id).delete()
    Removal.objects.filter(person=person_id).delete()
    Measure.objects.filter(person=person_id).delete()
    Profile.objects.filter(person=person_id).update(withheld="")


personal.register("moderation", export=export, erase=erase)
