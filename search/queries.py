"""Find records by their words, and records that ask for nearly the same."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.search import SearchConfig, SearchHeadline, SearchQuery, SearchRank
from django.db.models import Count, F, QuerySet, Value
from django.db.models.functions import Left
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core import subjects
from core.keyset import decode, encode
from core.text import sort_key
from search.kinds import singular_of
from search.languages import configuration
from search.likeness import nearest_documents
from search.models import Document
from search.querysets import Query
from search.spelling import corrected as corrected_text
from search.twins import twinned

MOST = 500  # of what answers: half with the words in their titles, half of any; nobody reads further
LONGEST = 200  # characters of a question
WEIGHTS = (0.0, 0.1, 0.3, 1.0)  # D, C, B (text), A (title)
_KEPT_FOR = 60.0  # seconds
_kept: tuple[float, list[str]] = (0.0, [])

# Marks that no document holds (control characters are taken out as it is indexed): escaped text first, <mark> after.
_START, _STOP = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Found:
    """One record that was found: its title and the place in its text, with the words marked (safe HTML)."""

    kind: str
    id: int
    label: str
    title: SafeString
    snippet: SafeString
    url: str
    at: Any

    @property
    def kind_label(self) -> str:
        return singular_of(self.kind)


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found. `corrected` is the question that was answered in place of one with unknown words."""

    rows: list[Found]
    total_estimate: int
    corrected: str
    next_cursor: str
    kinds: dict[str, int]  # how many of each kind, whatever kinds were asked for

    @property
    def is_bounded(self) -> bool:
        """Whether there may be more than were counted."""
        return self.total_estimate >= MOST


def record_at(address: str) -> tuple[str, int] | None:
    """The public record whose page has this address, with or without the house and the language before it; None for no such page."""
    path = urlsplit(address.strip()).path
    for code, _name in settings.LANGUAGES:
        path = path.removeprefix(f"/{code}") if path.startswith(f"/{code}/") else path
    return Document.objects.filter(url=path).values_list("subject_kind", "subject_id").first()


def find(
    text: str,
    *,
    kinds: Collection[str] = (),
    group: str = "",
    language: str = "en",
    after: str = "",
    size: int = 20,
    user: Any = None,
) -> Results:
    """The records that answer `text` (words, "a phrase", or, -not), the best first, as far as `user` may see them.

    Where nothing does, each unknown word is tried as the nearest known one, and `corrected` says so.
    """
    text = " ".join(text.split())[:LONGEST]
    if not text:
        return Results([], 0, "", "", {})
    query = as_query(text, language)
    counted = _count_kinds(query, group)
    tried = ""
    if not counted and not after:
        tried = corrected_text(text, configuration(language))
        if tried:
            query = as_query(tried, language)
            counted = _count_kinds(query, group)
    if not counted:
        return Results([], 0, "", "", {})
    offset = min(_offset(after), MOST)
    rows = list(_ranked(query, kinds, group)[offset : offset + size + 1])
    shown = _marked(rows[:size], query, user)
    total = sum(number for kind, number in counted.items() if not kinds or kind in kinds)
    return Results(shown, min(total, MOST), tried, encode([offset + size]) if len(rows) > size else "", counted)


def similar(
    text: str, *, kind: str, language: str = "en", limit: int = 5, exclude_id: int | None = None, user: Any = None
) -> list[Document]:
    """Documents of one kind that ask for nearly what `text` says, the nearest first, as far as `user` may see them."""
    near = nearest_documents(text[:LONGEST], kind=kind, language=language, limit=limit, exclude_id=exclude_id)
    seen = subjects.visible(user or AnonymousUser(), [(kind, document.subject_id) for _score, document in near])
    return [document for _score, document in near if (kind, document.subject_id) in seen]


def matching_ids(text: str, *, kind: str, language: str = "en") -> QuerySet[Document, Any]:
    """The ids of the records of one kind that answer `text`, as a subquery."""
    found = Document.objects.of([kind]).holding(as_query(text[:LONGEST], language))
    return found.values("subject_id")


def as_query(text: str, language: str) -> Query:
    """The question as each language in use would read it, with accents and without: whichever way a document was read, it answers."""
    configs = dict.fromkeys((configuration(language), *configs_in_use()))
    texts = dict.fromkeys((text, twinned(text), *(() if text.isascii() else (sort_key(text),))))
    each = (SearchQuery(words, config=config, search_type="websearch") for config in configs for words in texts)
    return reduce(or_, each)


def configs_in_use() -> list[str]:
    """By which configurations documents were read; at most one query a minute in each process."""
    global _kept
    # The age of a copy is a matter of the real clock; in tests each transaction has documents of its own.
    if _kept[1] and time.monotonic() - _kept[0] < _KEPT_FOR and not settings.TEST:
        return _kept[1]
    _kept = (time.monotonic(), sorted(Document.objects.order_by().values_list("config", flat=True).distinct()))
    return _kept[1]


def _count_kinds(query: Query, group: str) -> dict[str, int]:
    found = Document.objects.holding(query).of(group=group).order_by().values_list("subject_kind")
    return dict(found.annotate(number=Count("id")).order_by("-number", "subject_kind"))


def _ranked(query: Query, kinds: Collection[str], group: str) -> QuerySet[Document]:
    """By rank, those whose titles answer and the newest others; a bound keeps a common word from ranking every document there is."""
    titled = Document.objects.titled(query).of(kinds, group).newest().values("pk")[: MOST // 2]
    newest = Document.objects.holding(query).of(kinds, group).newest().values("pk")[: MOST // 2]
    rank = SearchRank(F("vector"), query, weights=list(WEIGHTS), normalization=Value(1), cover_density=True)
    ranked: QuerySet[Document] = (
        Document.objects.filter(pk__in=titled.union(newest))
        .annotate(rank=rank)
        .order_by("-rank", "-at", "-id")
        .only("pk", "subject_kind", "subject_id")
    )
    return ranked


def _marked(rows: list[Document], query: Query, user: Any) -> list[Found]:
    """The rows with their words marked, those that `user` may not see left out. Texts are read for these alone."""
    described = subjects.visible(user or AnonymousUser(), [(row.subject_kind, row.subject_id) for row in rows])
    config = SearchConfig(F("config"))
    title = SearchHeadline("title", query, config=config, start_sel=_START, stop_sel=_STOP, highlight_all=True)
    snippet = SearchHeadline(
        Left("body", 20_000), query, config=config, start_sel=_START, stop_sel=_STOP,
        max_words=28, min_words=12, max_fragments=2, fragment_delimiter=" … ",
        short_word=0,  # type: ignore[arg-type]  # or the ends of a fragment lose their short words
    )  # fmt: skip
    texts: dict[int, Any] = {
        pk: rest
        for pk, *rest in Document.objects.filter(pk__in=[row.pk for row in rows])
        .annotate(marked_title=title, marked_text=snippet)
        .values_list("pk", "marked_title", "marked_text", "url", "at")
    }
    shown = []
    for row in rows:
        subject = described.get((row.subject_kind, row.subject_id))
        if subject is None or row.pk not in texts:
            continue
        words, text, url, at = texts[row.pk]
        shown.append(
            Found(row.subject_kind, row.subject_id, subject.label, _safe(words), _safe(text), subject.url or url, at)
        )
    return shown


def _safe(marked: str) -> SafeString:
    return mark_safe(escape(marked).replace(_START, "<mark>").replace(_STOP, "</mark>"))


def _offset(cursor: str) -> int:
    values = decode(cursor, 1) if cursor else None
    return max(values[0], 0) if values and isinstance(values[0], int) else 0
