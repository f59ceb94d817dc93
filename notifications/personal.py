from typing import Any

from django.contrib.auth import get_user_model

from core import personal
from notifications.models import Follow, KeptMail, Mail, Notice, Preference


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    if not user_id:
        return {}
    return {
        "follows": list(Follow.objects.filter(user_id=user_id).values("subject_kind", "subject_id", "since")),
        "notices": list(Notice.objects.filter(user_id=user_id).values("event", "data", "at", "read_at")),
        "e-mail": list(Preference.objects.filter(user_id=user_id).values("channel", "mentions")),
    }


def erase(person_id: int, user_id: int | None) -> None:
    """Nothing that was sent or kept for the person remains; duties keep only numbers."""
    if not user_id:
        return
    address = get_user_model().objects.filter(pk=user_id).values_list("email", flat=True).first()
    KeptMail.objects.filter(to=address or "").delete()
    Notice.objects.filter(user_id=user_id).delete()
    for model in (Mail, Follow, Preference):
        model.objects.filter(user_id=user_id).delete()


personal.register("notifications", export=export, erase=erase)
