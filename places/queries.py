"""Which areas there are, where a postcode lies, and what became of an area."""

from collections.abc import Iterable
from dataclasses import dataclass

from core import today
from places.models import Area, Kind, Population, Postcode, Succession
from places.postcodes import compact


def ward_of_postcode(text: str) -> Area | None:
    """The ward in which a postcode lies, however it is written; None for one that is not in the table."""
    code = compact(text)
    if not code:
        return None
    found = Postcode.objects.select_related("ward").defer("ward__boundary").filter(code=code).first()
    return found.ward if found else None


def wards() -> list[Area]:
    """The wards of today, by name."""
    return list(Area.objects.wards().current(today()).for_list().order_by("sort_key", "id"))


def area_list() -> list[Area]:
    """Every area of today, by kind and name, with its parent at hand."""
    rows = Area.objects.current(today()).for_list().select_related("parent").defer("parent__boundary")
    return list(rows.order_by("kind", "sort_key", "id"))


def council_area() -> Area | None:
    """The whole council area."""
    return Area.objects.filter(kind=Kind.COUNCIL).current(today()).for_list().order_by("id").first()


def area_by_slug(slug: str) -> Area | None:
    """One area with its boundary and its parent."""
    return Area.objects.select_related("parent").defer("parent__boundary").filter(slug=slug).first()


def areas_within(area: Area) -> list[Area]:
    """The areas of today that lie in this one, by name; one query."""
    found = Area.objects.at_or_within(area.slug).exclude(pk=area.pk).current(today()).for_list()
    return list(found.order_by("sort_key", "id"))


def areas_around(area_id: int) -> list[int]:
    """The area itself, its constituency and the city: all the areas whose news its news is; one query."""
    found = Area.objects.filter(pk=area_id).values_list("pk", "parent_id", "parent__parent_id").first()
    return [pk for pk in found or () if pk]


def areas_by_id(ids: Iterable[int]) -> dict[int, Area]:
    return {area.pk: area for area in Area.objects.for_list().filter(pk__in=set(ids))}


@dataclass(frozen=True, slots=True)
class Heir:
    """An area that took people over from another, and their share of its people."""

    area: Area
    share: float


def population_of(area_ids: Iterable[int]) -> dict[tuple[int, str], Population]:
    """The newest figure of each group in these areas, by (area, group); one query."""
    rows = Population.objects.filter(area__in=set(area_ids)).order_by("area_id", "group", "-as_of")
    return {(row.area_id, row.group): row for row in rows.distinct("area_id", "group")}


def successors_of(area: Area) -> list[Heir]:
    """The areas of today that hold the people of `area`, however many reviews lie between; itself while it is in force.

    Shares are of the people of `area` and multiply along the way. Three queries at most per review.
    """
    if area.valid_to is None or area.valid_to > today():
        return [Heir(area, 1.0)]
    shares = {area.pk: 1.0}
    found: dict[int, Heir] = {}
    seen = {area.pk}
    while shares:
        steps = Succession.objects.filter(old_id__in=shares).select_related("new").defer("new__boundary")
        further: dict[int, float] = {}
        for step in steps.order_by("new__sort_key", "id"):
            share = shares[step.old_id] * float(step.share)
            new = step.new
            if new.valid_to is not None and new.valid_to <= today():
                if new.pk not in seen:
                    further[new.pk] = further.get(new.pk, 0.0) + share
                continue
            found[new.pk] = Heir(new, share + (found[new.pk].share if new.pk in found else 0.0))
        seen |= set(further)
        shares = further
    return list(found.values())


def predecessors_of(area: Area) -> list[Area]:
    """The areas whose people `area` took over at the review that drew it."""
    rows = Succession.objects.filter(new=area).select_related("old").defer("old__boundary").order_by("old__sort_key")
    return [row.old for row in rows]
