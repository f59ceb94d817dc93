"""The list of proposals: what is wanted, in which order, from where on. Two queries whatever is asked: the rows, and their lines."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from django.db.models import F, Q, QuerySet

from chain.queries import lines_for
from chain.stops import Stop
from core.keyset import Page, Pages, paginate
from core.prepared import slot
from places.models import Area
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
    "id", "reference", "title", "state", "topic", "supports", "threshold", "imported_supports", "post_count", "published_at",
    "checked", "forum__title", "forum__slug", "area__name",
)  # fmt: skip


LOOKUPS = {
    "state": "state", "forum": "forum__slug", "area": "area__in", "topic": "topic", "type": "type", "origin": "origin",
}  # fmt: skip
PUBLIC_STATES = tuple(value for value in State.values if value != State.DRAFT)


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

    def filters(self) -> dict[str, Any]:
        """Those that are set."""
        return {name: value for name in LOOKUPS if (value := getattr(self, name))}

    @property
    def is_narrow(self) -> bool:
        return bool(self.q or self.filters())


@dataclass(frozen=True, slots=True)
class ListPage:
    """Up to 20 rows (tuples with the names of COLUMNS), their lines by id, and the way on."""

    rows: list[Any]
    lines: dict[int, tuple[Stop, ...]]
    next_cursor: str
    previous_cursor: str


def list_page(wanted: Wanted, *, after: str = "", before: str = "", size: int = SIZE) -> ListPage:
    """One page of the public list."""
    found = _page(wanted, after, before, size)
    lines = lines_for(KIND, [row.id for row in found.rows]) if found.rows else {}
    return ListPage(found.rows, lines, found.next_cursor, found.previous_cursor)


def _page(wanted: Wanted, after: str, before: str, size: int) -> Page[Any]:
    """Words make a query of their own each time; every other list is prepared."""
    if wanted.q:
        return paginate(rows_of(wanted), ORDERS[wanted.order], after=after, before=before, size=size)
    filters = wanted.filters()
    return _pages(tuple(filters), wanted.order, size).page(after=after, before=before, **filters)


@lru_cache(maxsize=256)
def _pages(names: tuple[str, ...], order: str, size: int) -> Pages[Any]:
    shape = Wanted(order=order, **{name: slot(name) for name in names})  # type: ignore[arg-type]
    return Pages(lambda: rows_of(shape), ORDERS[order], size=size)


def rows_of(wanted: Wanted) -> QuerySet[Any]:
    """The public proposals that fit, without an order."""
    columns = (*COLUMNS, "missing") if wanted.order == "needs_few_more" else COLUMNS
    return narrowed(wanted).annotate(checked=Q(checked_at__isnull=False)).values_list(*columns, named=True)


def narrowed(wanted: Wanted) -> QuerySet[Proposal]:
    """The same as records."""
    found: Any = Proposal.objects.shown()
    filters = wanted.filters()
    if "area" in filters:  # with what lies in it
        filters["area"] = Area.objects.at_or_within(filters["area"]).values("pk")
    found = found.filter(**{LOOKUPS[name]: value for name, value in filters.items()})
    if wanted.q:
        found = matching(found, wanted.q)
    if wanted.order == "needs_few_more":
        found = found.open().annotate(missing=F("threshold") - F("supports")).filter(missing__gt=0)
    rows: QuerySet[Proposal] = found
    return rows
