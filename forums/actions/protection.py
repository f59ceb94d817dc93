"""Speak under protection, and cut the tie between a voice and its person for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Case, F, Value, When

from accounts.queries import person_of
from core import now
from core.verdicts import Refused, require
from forums.models import Forum, Post, ProtectedVoice, Thread
from forums.names import shown_name
from forums.protection import label_of, may_speak_protected, protection_of, unmixed
from forums.pseudonyms import new_name
from forums.sealing import nobodys_tag, tag_of
from forums.states import Voice
from forums.voices import voice_of


@dataclass(frozen=True, slots=True)
class Speaker:
    """As whom a post is written down, and as whom the record has it."""

    columns: dict[str, Any]
    recorded_as: Any  # None: the record says that a worker spoke, and not which one
    role: str
    at: datetime

    @property
    def who(self) -> dict[str, Any]:
        """The columns by which this speaker's other posts are found."""
        return {name: value for name, value in self.columns.items() if name in {"author", "protected"} and value}


def to_the_hour(moment: datetime) -> datetime:
    """What is kept of the time of something said under protection: no more than the hour, so that it is no fingerprint."""
    return moment.replace(minute=0, second=0, microsecond=0)


@transaction.atomic
def as_whom(*, actor: Any, thread: Thread, protected: bool, sure: bool) -> Speaker:
    """By name in the role of today, or by the voice that this worker has in the forum; made at the first time.

    Refused with a warning where the same conversation would hear the same person both ways, unless they are `sure`.
    """
    if not sure:
        require(unmixed(actor, thread, protected=protected))
    if not protected:
        role = voice_of(actor, thread.forum)
        person = person_of(actor)
        columns: dict[str, Any] = {
            "author": person,
            "voice": role,
            "author_label": shown_name(person, role, thread.forum),
        }
        return Speaker(columns, actor, role, now())
    require(may_speak_protected(actor, thread.forum))
    voice = _voice(actor, thread.forum)
    label = label_of(voice.kind, voice.pseudonym)
    columns = {"author": None, "protected": voice, "author_label": label, "voice": Voice.PROTECTED}
    return Speaker(columns, None, str(Voice.WORKER), to_the_hour(now()))


@transaction.atomic
def forget_voices(person_id: int) -> None:
    """No key ties these words to the person any more; they stay, by names that are nobody's.

    Every voice is written in the same statement: which of them changed is not to be seen from who wrote its row last.
    """
    _retag({tag_of(pk, person_id): nobodys_tag() for pk in _forums()})


@transaction.atomic
def fold_voices(*, into_id: int, person_id: int) -> None:
    """The kept person speaks on as the merged one did, in forums where they had no voice. Where both had one, the merged
    person's is nobody's from now on: to join two names in public would tell that they are one human being.
    """
    changes = {}
    for pk in _forums():
        kept, merged = tag_of(pk, into_id), tag_of(pk, person_id)
        changes[merged] = nobodys_tag() if ProtectedVoice.objects.filter(tag=kept).exists() else kept
    _retag(changes)


def _forums() -> list[int]:
    return list(ProtectedVoice.objects.order_by().values_list("forum_id", flat=True).distinct())


def _retag(changes: dict[str, str]) -> None:
    if not changes:
        return
    cases = [When(tag=before, then=Value(after)) for before, after in changes.items()]
    ProtectedVoice.objects.update(tag=Case(*cases, default=F("tag")))


def _voice(actor: Any, forum: Forum) -> ProtectedVoice:
    """The voice of this worker here, no more closely described than the group allows today."""
    found = protection_of(actor, forum)
    if found is None:
        raise Refused(may_speak_protected(actor, forum))
    if found.voice is None:
        return _first_time(forum, tag_of(forum.pk, actor.person.pk), found.kind)
    voice = found.voice
    if voice.kind is not None and found.kind is None:
        ProtectedVoice.objects.filter(pk=voice.pk).update(kind=None)
        voice.kind = None
        Post.objects.filter(protected=voice).update(author_label=label_of(None, voice.pseudonym))
    return voice


def _first_time(forum: Forum, tag: str, kind: Any) -> ProtectedVoice:
    """A voice with a name of its own. Of two first posts at once, or two draws of one name, the database lets one stand."""
    while True:
        known = ProtectedVoice.objects.select_related("kind").filter(tag=tag).first()
        if known is not None:
            return known
        taken = ProtectedVoice.objects.filter(forum=forum).values_list("pseudonym", flat=True)
        try:
            with transaction.atomic():
                return ProtectedVoice.objects.create(forum=forum, tag=tag, pseudonym=new_name(set(taken)), kind=kind)
        except IntegrityError:
            continue
