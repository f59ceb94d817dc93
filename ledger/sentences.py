"""An event as a sentence for people. Each app registers one function per event in its `sentences` room."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _

from core import today
from core.subjects import Subject
from ledger.events import Event, event_from

Sentence = Callable[..., str]

_sentences: dict[str, Sentence] = {}


def says(event: type[Event]) -> Callable[[Sentence], Sentence]:
    """The function `(event, subject, audience)` words this event, for everybody ("") or for one audience, such as "author"."""

    def register(sentence: Sentence) -> Sentence:
        _sentences[event.name] = sentence
        return sentence

    return register


def day_of(iso: str) -> str:
    """A day that an event holds, in words: "5 October 2026"; "" for none."""
    return date_format(date.fromisoformat(iso), "j F Y") if iso else ""


def sentence_of(name: str, facts: dict[str, object], subject: Subject | None, audience: str = "") -> str:
    """The sentence in the active language; an event that nobody words is named as an act on the record."""
    event = event_from(name, facts)
    sentence = _sentences.get(name)
    if event is None or sentence is None:
        return _("Something was recorded about “%(label)s”.") % {"label": subject.label if subject else "?"}
    return _kept(event, sentence, subject, audience, get_language() or "", today())


@lru_cache(maxsize=4096)
def _kept(event: Event, sentence: Sentence, subject: Subject | None, audience: str, language: str, day: date) -> str:
    """A sentence says the same of the same facts as long as the day lasts (days are worded by how far off they are)."""
    return sentence(event, subject, audience)


def worded() -> set[str]:
    """The events that have a sentence."""
    return set(_sentences)
