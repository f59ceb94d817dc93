"""What belongs to one area, and what belongs to one forum."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chain.queries import lines_for
from chain.stops import Stop
from committees.models import Councillor
from core.verdicts import Verdict
from forums.models import Forum
from forums.policies import may_join
from forums.queries import ForumOverview, forum_list, forum_overview, membership_of, wards_of_members
from meetings.models import Gathering
from meetings.queries import of_host
from notifications.queries import follows
from outputs.models import Output
from outputs.queries import outputs_of
from places.models import Area
from places.queries import Heir, successors_of
from places.shapes import Outline, outline
from proposals.queries.lists import Wanted, list_page

FEW = 10


@dataclass(frozen=True, slots=True)
class AreaPage:
    area: Area
    outline: Outline | None
    councillors: list[Councillor]
    forums: list[Forum]
    proposals: Any
    successors: list[Heir]


@dataclass(frozen=True, slots=True)
class OutputRow:
    output: Output
    line: Sequence[Stop]


@dataclass(frozen=True, slots=True)
class ForumPage:
    overview: ForumOverview
    membership: Any
    join: Verdict
    follows: bool
    wards: list[tuple[str, int]]
    proposals: Any
    outputs: list[OutputRow]
    meetings: list[Gathering]


def area_page(area: Area) -> AreaPage:
    councillors = Councillor.objects.filter(ward=area, until=None).select_related("person").order_by("person__name")
    return AreaPage(
        area=area,
        outline=outline(area.boundary, size=220),
        councillors=list(councillors),
        forums=list(forum_list(area_id=area.pk)[:FEW]),
        proposals=list_page(Wanted(area=area.slug), size=FEW),
        successors=successors_of(area),
    )


def forum_page(forum: Forum, user: Any) -> ForumPage:
    """A fixed number of queries, whatever the forum holds."""
    outputs = list(outputs_of(forum, user)[:FEW])
    lines = lines_for("outputs.output", [output.pk for output in outputs])
    key = ("forums.forum", forum.pk)
    return ForumPage(
        overview=forum_overview(forum),
        membership=membership_of(user, forum),
        join=may_join(user, forum),
        follows=follows(user, key),
        wards=wards_of_members(forum),
        proposals=list_page(Wanted(forum=forum.slug, order="most_supported"), size=5),
        outputs=[OutputRow(output, lines[output.pk]) for output in outputs],
        meetings=list(of_host(key)[:5]),
    )
