"""The map changes: areas, boundaries, postcodes, successions. Repeating any of these changes nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any, TypeVar

from django.db import transaction
from django.utils.text import slugify

from core.text import one_line, sort_key
from core.verdicts import require
from ledger.actions import record
from places.events import AreasImported, AreaSucceeded, BoundariesSet, PostcodesImported
from places.models import Area, Kind, Postcode, Succession
from places.policies import may_change_areas
from places.postcodes import compact

BATCH = 1_000
FIELDS = (
    "kind",
    "name",
    "sort_key",
    "valid_from",
    "valid_to",
    "parent",
    "best_fit",
    "seats",
    "electorate",
    "population",
)

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Changed:
    """How many rows an import added and changed; the rest stood there already."""

    added: int
    changed: int
    same: int


@transaction.atomic
def add_area(*, actor: Any, kind: str, code: str, name: str, vintage: str = "", **facts: Any) -> Area:
    """The area with this code and vintage stands in the table with these facts."""
    add_areas(actor=actor, rows=[{"kind": kind, "code": code, "name": name, "vintage": vintage, **facts}])
    return Area.objects.for_list().get(code=code, vintage=vintage)


@transaction.atomic
def add_areas(*, actor: Any, rows: Iterable[Mapping[str, Any]]) -> Changed:
    """Each row's area stands in the table; one that stood there is brought up to date, and keeps its slug.

    A row has `kind`, `code` and `name`; it may have `vintage`, `parent` (an Area), `valid_from`, `valid_to`, `best_fit`,
    `seats`, `electorate`, `population`. Facts a row does not name stay as they are.
    """
    require(may_change_areas(actor))
    added = changed = same = 0
    first: Area | None = None
    for row in rows:
        area, outcome = _put(row)
        first = first or area
        added, changed, same = (
            added + (outcome == "added"),
            changed + (outcome == "changed"),
            same + (outcome == "same"),
        )
    if first is not None and added + changed:
        record(AreasImported(added=added, changed=changed), actor=actor, subject=first)
    return Changed(added, changed, same)


@transaction.atomic
def set_boundaries(*, actor: Any, boundaries: Mapping[str, Mapping[str, Any]], vintage: str | None = None) -> Changed:
    """Each area named by its code has the GeoJSON geometry (WGS84); codes without an area are passed over."""
    require(may_change_areas(actor))
    rows = Area.objects.filter(code__in=boundaries)
    if vintage is not None:
        rows = rows.filter(vintage=vintage)
    changed: list[Area] = []
    same = 0
    for area in rows:
        wanted = dict(boundaries[area.code])
        if area.boundary == wanted:
            same += 1
            continue
        area.boundary = wanted
        changed.append(area)
    Area.objects.bulk_update(changed, ("boundary",), batch_size=100)
    if changed:
        record(BoundariesSet(count=len(changed)), actor=actor, subject=changed[0])
    return Changed(0, len(changed), same)


@transaction.atomic
def add_postcodes(*, actor: Any, rows: Iterable[tuple[str, Area]]) -> Changed:
    """Each postcode lies in its ward; one that lay elsewhere has moved. Raises ValueError for one that is none."""
    require(may_change_areas(actor))
    added = changed = same = 0
    first: Area | None = None
    for batch in _batches(rows, BATCH):
        wanted = {_checked(code): ward for code, ward in batch}
        first = first or next(iter(wanted.values()))
        known = dict(Postcode.objects.filter(code__in=wanted).values_list("code", "ward_id"))
        new = [Postcode(code=code, ward=ward) for code, ward in wanted.items() if code not in known]
        moved = [
            Postcode(code=code, ward=ward) for code, ward in wanted.items() if code in known and known[code] != ward.pk
        ]
        Postcode.objects.bulk_create(new, ignore_conflicts=True)
        Postcode.objects.bulk_update(moved, ("ward",))
        added, changed = added + len(new), changed + len(moved)
        same += len(wanted) - len(new) - len(moved)
    if first is not None and added + changed:
        record(PostcodesImported(added=added, changed=changed), actor=actor, subject=first)
    return Changed(added, changed, same)


@transaction.atomic
def add_succession(*, actor: Any, old: Area, new: Area, share: Decimal | float = 1) -> Succession:
    """This share of the people of `old` (0 to 1) are in `new` since a boundary review."""
    require(may_change_areas(actor))
    row, created = Succession.objects.update_or_create(old=old, new=new, defaults={"share": Decimal(str(share))})
    if created:
        record(AreaSucceeded(old_id=old.pk, new_id=new.pk), actor=actor, subject=old)
    return row


def _put(row: Mapping[str, Any]) -> tuple[Area, str]:
    name = one_line(str(row["name"]))
    facts = {key: row[key] for key in FIELDS if key in row} | {"name": name, "sort_key": sort_key(name)}
    key = {"code": row["code"], "vintage": row.get("vintage", "")}
    known = Area.objects.for_list().filter(**key).first()
    if known is None:
        return Area.objects.create(**key, **facts, slug=_free_slug(name, row["kind"], key["vintage"])), "added"
    differing = [field for field, value in facts.items() if getattr(known, field) != value]
    if not differing:
        return known, "same"
    for field in differing:
        setattr(known, field, facts[field])
    known.save(update_fields=differing)
    return known, "changed"


def _free_slug(name: str, kind: str, vintage: str) -> str:
    """The name alone for wards and the council; others say what they are, and a second of a name its vintage or number."""
    plain = slugify(name.replace("&", " and ").replace("'", "")) or "area"
    base = plain if kind in (Kind.WARD, Kind.COUNCIL) else f"{plain}-{kind}"
    wanted = [base, f"{base}-{slugify(vintage)}" if vintage else f"{base}-{kind}"]
    taken = set(Area.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    wanted += [f"{base}-{number}" for number in range(2, len(taken) + 3)]
    return next(slug for slug in wanted if slug not in taken)


def _checked(code: str) -> str:
    packed = compact(code)
    if not packed:
        raise ValueError(f"{code!r} is not a postcode")
    return packed


def _batches(rows: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(rows)
    while batch := list(islice(source, size)):
        yield batch
