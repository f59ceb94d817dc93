"""The directory: what fits, in which order, and one entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from core import today
from core.keyset import Page, paginate
from neighbourhoods.models import Asset, AssetKind, AssetReport
from places.models import Area, Kind
from places.queries import ward_of_postcode

ORDER = ("sort_key", "id")
NEAR = ("nearness", "sort_key", "id")
SIZE = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for. `state`: "stale" for those that somebody should look at."""

    q: str = ""
    kind: str = ""
    ward: str = ""
    state: str = ""
    postcode: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> "Wanted":
        asked = {name: str(query.get(name, "")).replace("\x00", "")[:100].strip() for name in cls.__slots__}
        return cls(**asked)

    @property
    def is_narrow(self) -> bool:
        return bool(self.q or self.kind or self.ward or self.state or self.postcode)


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """One page; `home` is the ward of the postcode that was given, `unknown` says that it lies in none of ours."""

    page: Page[Asset]
    total: int
    home: Area | None
    unknown: bool


def directory_page(wanted: Wanted, *, after: str = "", before: str = "") -> DirectoryPage:
    """A fixed number of queries: the ward of the postcode, the count, the rows."""
    home = ward_of_postcode(wanted.postcode) if wanted.postcode else None
    rows = narrowed(wanted)
    ordered = near(rows, home) if home else rows
    page = paginate(ordered.for_list(), NEAR if home else ORDER, after=after, before=before, size=SIZE)  # type: ignore[attr-defined]
    return DirectoryPage(page, rows.count(), home, bool(wanted.postcode and home is None))


def narrowed(wanted: Wanted) -> QuerySet[Asset]:
    """The listed entries that fit."""
    rows = Asset.objects.listed()
    if wanted.q:
        rows = rows.naming(wanted.q)
    if wanted.kind:
        rows = rows.filter(kind__code=wanted.kind)
    if wanted.ward:
        rows = rows.filter(ward__slug=wanted.ward)
    if wanted.state == "stale":
        rows = rows.stale(today())
    return rows


def near(rows: QuerySet[Asset], home: Area) -> QuerySet[Asset]:
    """Those of the ward first, then of the other wards of its constituency, then of the whole city, then the rest.

    Postcodes are known by their ward alone, so this is as near as the platform can say.
    """
    whens = [When(ward_id=home.pk, then=Value(0))]
    if home.parent_id:
        whens.append(When(ward__parent_id=home.parent_id, then=Value(1)))
    whens.append(When(ward_id=None, then=Value(2)))
    return rows.annotate(nearness=Case(*whens, default=Value(3), output_field=IntegerField()))


def asset_page(pk: int) -> Asset | None:
    """One entry with its kind, ward and keeper, hidden or not."""
    return Asset.objects.select_related("kind", "ward", "keeper").defer("ward__boundary").filter(pk=pk).first()


def kinds() -> list[AssetKind]:
    return list(AssetKind.objects.filter(active=True))


def assets_in(area: Area, *, limit: int = 5) -> tuple[list[Asset], int]:
    """The first entries of a ward by name, and how many there are; of a larger area those of its wards."""
    rows = Asset.objects.listed()
    if area.kind == Kind.WARD:
        rows = rows.filter(ward=area)
    elif area.kind == Kind.CONSTITUENCY:
        rows = rows.filter(ward__parent=area)
    return list(rows.for_list().order_by(*ORDER)[:limit]), rows.count()


def waiting_of(person_id: int) -> list[Asset]:
    """The entries that somebody keeps and should look at, the longest waiting first."""
    rows = Asset.objects.listed().stale(today()).filter(keeper_id=person_id)
    return list(rows.for_list().order_by("check_by", "id"))


def export_rows() -> list[tuple[Any, ...]]:
    """Every listed entry as a row of the table that anybody may fetch."""
    rows = Asset.objects.listed().for_list().order_by(*ORDER)
    return [
        (
            one.pk,
            one.name,
            one.kind.title,
            one.ward.name if one.ward else "",
            one.ward.code if one.ward else "",
            one.offers,
            one.address,
            one.postcode,
            one.accessibility,
            one.contact,
            one.web,
            "; ".join(one.topics),
            one.checked_on.isoformat(),
            "yes" if one.is_stale else "no",
        )
        for one in rows
    ]


EXPORT_HEAD = (
    *("id", "name", "kind", "ward", "ward code", "what it offers", "address", "postcode", "accessibility"),
    *("contact", "web", "topics", "last checked", "out of date"),
)


def reports_waiting(asset: Asset) -> list[AssetReport]:
    """What people say is out of date, for those who keep the entry."""
    return list(AssetReport.objects.waiting().filter(asset=asset))
