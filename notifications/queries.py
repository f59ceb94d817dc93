"""What is in an inbox, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core import subjects
from core.keyset import Page, paginate
from ledger.sentences import sentence_of
from notifications.models import Duty, Follow, Notice, Preference


@dataclass(frozen=True, slots=True)
class News:
    """One notice as its person reads it."""

    id: int
    at: datetime
    sentence: str
    label: str
    url: str
    is_new: bool


def inbox(user: Any, *, after: str = "", before: str = "", size: int = 30) -> Page[Notice]:
    return paginate(Notice.objects.filter(user=user), ("-id",), after=after, before=before, size=size)


def news(user: Any, notices: Sequence[Notice]) -> list[News]:
    """Notices as sentences; a subject that the person may no longer see is not named."""
    known = subjects.visible(user, ((notice.subject_kind, notice.subject_id) for notice in notices))
    return [_news(notice, known.get((notice.subject_kind, notice.subject_id))) for notice in notices]


def unread_count(user: Any) -> int:
    return Notice.objects.filter(user=user, read_at=None).count()


def followers(key: tuple[str, int]) -> list[int]:
    kind, pk = key
    return list(Follow.objects.filter(subject_kind=kind, subject_id=pk).values_list("user_id", flat=True))


def follows(user: Any, key: tuple[str, int]) -> bool:
    kind, pk = key
    return user.is_authenticated and Follow.objects.filter(user=user, subject_kind=kind, subject_id=pk).exists()


def followed(user: Any) -> list[subjects.Subject]:
    """What the person follows and may see, newest first."""
    keys = list(Follow.objects.filter(user=user).order_by("-id").values_list("subject_kind", "subject_id")[:200])
    known = subjects.visible(user, keys)
    return [known[key] for key in keys if key in known]


def wanting_mentions(user_ids: Iterable[int | None]) -> list[int]:
    """Those of these sign-ins who want to hear that somebody named them: all but who said no."""
    asked = [pk for pk in user_ids if pk is not None]
    refusing = set(Preference.objects.filter(user__in=asked, mentions=False).values_list("user_id", flat=True))
    return [pk for pk in asked if pk not in refusing]


def preference_of(user: Any) -> Preference:
    """The person's preference, made with its defaults where there is none yet."""
    return Preference.objects.get_or_create(user=user)[0]


def channel_of(user: Any) -> str:
    """How this person hears of news; asking writes nothing."""
    kept = Preference.objects.filter(user=user).values_list("channel", flat=True).first()
    return str(kept or Preference._meta.get_field("channel").default)


def duties_of(entry_id: int) -> list[Duty]:
    return list(Duty.objects.filter(entry_id=entry_id).order_by("id"))


def _news(notice: Notice, subject: subjects.Subject | None) -> News:
    return News(
        id=notice.pk,
        at=notice.at,
        sentence=sentence_of(notice.event, notice.data, subject, notice.audience),
        label=subject.label if subject else "",
        url=subject.url if subject else "",
        is_new=notice.read_at is None,
    )
