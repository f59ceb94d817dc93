"""Who takes part in a forum, beside who lives where it works; a fixed number of queries.

It is the picture of a month: whoever looked before and after one person came would see that person in the difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import AgeBand, Person, StakeholderKind
from core import today
from core.clock import start_of
from forums.balance import Comparison, compare
from forums.models import Forum, Membership, Post
from forums.states import MemberRole, Voice
from meetings.models import Attendance
from places.models import Area, Population
from places.queries import council_area, population_of

LATELY = timedelta(days=365)
# Groups as censuses give them, and the ages that people say here.
AGES: dict[str, tuple[str, ...]] = {
    "age:under_16": (AgeBand.UNDER_16,),
    "age:16_24": (AgeBand.FROM_16, AgeBand.FROM_18),
    **{f"age:{band}": (band,) for band in (AgeBand.FROM_25, AgeBand.FROM_35, AgeBand.FROM_50, AgeBand.FROM_65)},
}
KINDS = {f"kind:{kind}": kind for kind in (StakeholderKind.SERVICE_USER, StakeholderKind.SERVICE_WORKER)}


@dataclass(frozen=True, slots=True)
class Side:
    """One comparison, with where its figures of people come from; without figures there is none."""

    title: Any
    comparison: Comparison | None
    sources: list[Population]


@dataclass(frozen=True, slots=True)
class Balance:
    as_of: date  # the first of the month
    total: int  # people who take part
    sides: list[Side]

    @property
    def quiet(self) -> int:
        return sum(len(side.comparison.quiet) for side in self.sides if side.comparison)


def balance_of(forum: Forum) -> Balance:
    """By ward, by kind and by age, as the month began: members, and who wrote here or came to a meeting within a year. Facilitators are left out."""
    day = today().replace(day=1)
    people = Person.objects.filter(pk__in=_taking_part(forum, start_of(day)))
    total = people.count()
    wards, whole = _wards(forum)
    figures = population_of([*(one.pk for one in wards), *([whole.pk] if whole else [])])
    council = {row.group: row for (area, row_group), row in figures.items() if whole and area == whole.pk and row_group}
    return Balance(
        day,
        total,
        [
            _by_ward(people, wards, figures, total),
            _by_kind(people, council, figures.get((whole.pk, "")) if whole else None, total),
            _by_age(people, council, total),
        ],
    )


def _taking_part(forum: Forum, moment: datetime) -> QuerySet[Any, Any]:
    lately = (moment - LATELY, moment)
    stayed = Q(left_at=None) | Q(left_at__gte=moment)
    members = Membership.objects.filter(stayed, forum=forum, role=MemberRole.MEMBER, joined_at__lt=moment)
    wrote = Post.objects.shown().filter(thread__forum=forum, created_at__range=lately, author__isnull=False)
    wrote = wrote.exclude(voice=Voice.FACILITATOR)
    came = Attendance.objects.filter(
        gathering__host_kind="forums.forum", gathering__host_id=forum.pk, kind=Attendance.Kind.PRESENT, at__range=lately
    )
    leads = Membership.objects.facilitators().filter(forum=forum).values("person")
    asked = Q(pk__in=members.values("person")) | Q(pk__in=wrote.values("author")) | Q(pk__in=came.values("person"))
    return Person.objects.here().filter(asked).exclude(pk__in=leads).values("pk")


def _wards(forum: Forum) -> tuple[list[Area], Area | None]:
    """The wards in which the forum works, and the one area that it is all about; the council's where it names none."""
    rows = Area.objects.wards().current(today()).for_list().order_by("sort_key", "id")
    areas = list(forum.areas.for_list())  # type: ignore[attr-defined]
    if not areas:
        return list(rows), council_area()
    ids = [one.pk for one in areas]
    near = Q(pk__in=ids) | Q(parent__in=ids) | Q(parent__parent__in=ids)
    return list(rows.filter(near)), areas[0] if len(areas) == 1 else None


def _by_ward(
    people: QuerySet[Person], wards: list[Area], figures: Mapping[tuple[int, str], Population], total: int
) -> Side:
    held = {one.pk: figures[one.pk, ""] for one in wards if (one.pk, "") in figures}
    if len(held) < 2:  # one ward has nothing beside it
        return Side(_("By ward"), None, [])
    names = {one.pk: one.name for one in wards if one.pk in held}
    counted = dict(people.order_by().values_list("ward").annotate(n=Count("pk")))
    unknown = counted.pop(None, 0)
    inside = {names[pk]: number for pk, number in counted.items() if pk in names}
    rest = {_("ward not known"): unknown, _("from elsewhere"): total - unknown - sum(inside.values())}
    population = {names[pk]: row.people for pk, row in held.items()}
    return Side(_("By ward"), compare(inside, population, rest), _sources(held.values()))


def _by_kind(
    people: QuerySet[Person], council: Mapping[str, Population], everybody: Population | None, total: int
) -> Side:
    """Service users and service workers, each beside all other people: somebody can be both."""
    held = {group: council[group] for group in KINDS if group in council}
    if not held or everybody is None:
        return Side(_("By kind"), None, [])
    counted = {
        group: people.filter(standings__kind=KINDS[group]).distinct().count() if group in held else 0 for group in KINDS
    }
    labels = {group: str(StakeholderKind(KINDS[group]).label) for group in held}
    others = str(_("everybody else"))
    population = {labels[group]: row.people for group, row in held.items()}
    population[others] = max(everybody.people - sum(population.values()), 0)
    inside = {labels[group]: counted[group] for group in held}
    inside[others] = max(total - sum(inside.values()), 0)
    return Side(_("By kind"), compare(inside, population, {}), _sources([*held.values(), everybody]))


def _by_age(people: QuerySet[Person], council: Mapping[str, Population], total: int) -> Side:
    held = {group: council[group] for group in AGES if group in council}
    if not held:
        return Side(_("By age"), None, [])
    counted = dict(people.order_by().values_list("age_band").annotate(n=Count("pk")))
    labels = {group: _age(group) for group in held}
    inside = {labels[group]: sum(counted.get(band, 0) for band in AGES[group]) for group in held}
    rest = {_("age not said"): total - sum(inside.values())}
    return Side(
        _("By age"),
        compare(inside, {labels[group]: row.people for group, row in held.items()}, rest),
        _sources(held.values()),
    )


def _age(group: str) -> str:
    return str(_("16 to 24")) if group == "age:16_24" else str(AgeBand(group.removeprefix("age:")).label)


def _sources(rows: Any) -> list[Population]:
    """Each source once."""
    return list({(row.source, row.as_of): row for row in rows}.values())
