"""What a person does with their news."""

from typing import Any

from django.db import models, transaction

from core import now
from core.subjects import key_of
from core.verdicts import require
from notifications.models import Channel, Follow, Notice, Preference
from notifications.policies import may_follow, may_have_inbox


@transaction.atomic
def follow(*, actor: Any, subject: models.Model) -> Follow:
    """The actor hears of what happens to the subject. Following twice is following once."""
    require(may_follow(actor, subject))
    kind, pk = key_of(subject)
    return Follow.objects.get_or_create(user=actor, subject_kind=kind, subject_id=pk, defaults={"since": now()})[0]


@transaction.atomic
def unfollow(*, actor: Any, subject: models.Model) -> None:
    """The actor hears no more of it as a follower."""
    require(may_have_inbox(actor))
    kind, pk = key_of(subject)
    Follow.objects.filter(user=actor, subject_kind=kind, subject_id=pk).delete()


@transaction.atomic
def set_channel(*, actor: Any, channel: str, mentions: bool | None = None) -> Preference:
    """From now on news comes this way; what waits as a mail still goes. `mentions`: whether to hear of one's name; None leaves that as it was."""
    require(may_have_inbox(actor))
    wanted: dict[str, Any] = {"channel": Channel(channel)} | ({} if mentions is None else {"mentions": mentions})
    return Preference.objects.update_or_create(user=actor, defaults=wanted)[0]


@transaction.atomic
def stop_mail(*, preference: Preference) -> None:
    """No more e-mail to whoever holds the token; the inbox goes on."""
    Preference.objects.filter(pk=preference.pk).update(channel=Channel.NONE)


@transaction.atomic
def mark_read(*, actor: Any, notice: Notice) -> None:
    require(may_have_inbox(actor))
    Notice.objects.filter(pk=notice.pk, user=actor, read_at=None).update(read_at=now())


@transaction.atomic
def mark_all_read(*, actor: Any) -> int:
    """Nothing in the actor's inbox is new; gives how many were."""
    require(may_have_inbox(actor))
    return Notice.objects.filter(user=actor, read_at=None).update(read_at=now())
