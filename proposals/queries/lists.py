"""The list of proposals: what is wanted, in which order, from where on. Two queries whatever is asked: the rows, and their lines."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import F, QuerySet

from chain.queries import lines_for
from chain.stops import Stop
from core.keyset import Page, paginate
from proposals.models import Proposal
from proposals.queries.matching import matching
from proposals.states import Origin, State, Type

KIND = "proposals.proposal"
SIZE = 20
# The last column of each order is unique, so that no row is shown twice or left out.
ORDERS: dict[str, tuple[str, ...]] = {
    "newest": ("-published_at", "-id"),
    "most_supported": ("-supports", "-id"),
    "most_discussed": ("-post_count", "-id"),
    "needs_few_more": ("missing", "-id"),
}
# Rows are plain tuples: twenty of them cost a fifth of twenty models with their forums, areas and authors.
COLUMNS = (
    "id", "reference", "title", "state", "type", "topic", "supports", "threshold", "imported_supports", "counted_at", "post_count",
    "published_at", "checked_at", "author_label", "author__name", "forum__title", "forum__slug", "area__name", "area__slug",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for. Unknown values are taken as none."""

    q: str = ""
    state: str = ""
    forum: str = ""
    area: str = ""
    topic: str = ""
    type: str = ""
    origin: str = ""
    order: str = "newest"

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Wanted":
        asked = {field.name: query.get(field.name, "").strip()[:200].replace("\0", "") for field in fields(cls)}
        for name, known in (("state", PUBLIC_STATES), ("type", Type.values), ("origin", Origin.values)):
            if asked[name] not in known:
                asked[name] = ""
        if asked["order"] not in ORDERS:
            asked["order"] = "newest"
        return cls(**asked)

    @property
    def is_narrow(self) -> bool:
        return any((self.q, self.state, self.forum, self.area, self.topic, self.type, self.origin))


PUBLIC_STATES = tuple(value for value in State.values if value != State.DRAFT)


@dataclass(frozen=True, slots=True)
class ListPage:
    """Up to 20 rows (tuples with the names of COLUMNS), their lines by id, and the way on."""

    rows: list[Any]
    lines: dict[int, tuple[Stop, ...]]
    next_cursor: str
    previous_cursor: str


def list_page(wanted: Wanted, *, after: str = "", before: str = "", size: int = SIZE) -> ListPage:
    """One page of the public list."""
    found: Page[Any] = paginate(rows_of(wanted), ORDERS[wanted.order], after=after, before=before, size=size)
    lines = lines_for(KIND, [row.id for row in found.rows]) if found.rows else {}
    return ListPage(found.rows, lines, found.next_cursor, found.previous_cursor)


def rows_of(wanted: Wanted) -> QuerySet[Any]:
    """The public proposals that fit, without an order."""
    found = narrowed(wanted)
    if wanted.order == "needs_few_more":
        return found.values_list(*COLUMNS, "missing", named=True)
    return found.values_list(*COLUMNS, named=True)


def narrowed(wanted: Wanted) -> QuerySet[Proposal]:
    """The same as records."""
    found = Proposal.objects.shown()
    exact = {
        "state": wanted.state,
        "forum__slug": wanted.forum,
        "area__slug": wanted.area,
        "topic": wanted.topic,
        "type": wanted.type,
        "origin": wanted.origin,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.q:
        found = matching(found, wanted.q)
    if wanted.order == "needs_few_more":
        found = found.open().annotate(missing=F("threshold") - F("supports")).filter(missing__gt=0)
    return found
