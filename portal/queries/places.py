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
from meetings.queries import coming_of, past_of
from neighbourhoods.models import Asset, Presence
from neighbourhoods.queries import assets_in, posts_of
from notifications.queries import follows
from outputs.models import Output
from outputs.queries import outputs_of
from places.models import Area, Kind
from places.queries import Heir, areas_within, successors_of
from places.shapes import Outline, outline
from proposals.queries.lists import Wanted, list_page, narrowed

FEW = 10


@dataclass(frozen=True, slots=True)
class AreaPage:
    """An area with what lies in it: of the whole city everything there is."""

    area: Area
    outline: Outline | None
    constituencies: list[Area]
    wards: list[Area]
    electorate: int
    population: int
    councillors: list[Councillor]
    forums: list[Forum]
    forum_count: int
    proposals: Any
    proposal_count: int
    successors: list[Heir]
    assets: list[Asset]
    asset_count: int
    posts: list[Presence]  # of community development, there now


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
    meetings: list[Gathering]  # to come, the next first
    met: list[Gathering]  # the latest first


def area_page(area: Area) -> AreaPage:
    """A fixed number of queries, however many areas lie in this one."""
    within = areas_within(area)
    wards = [one for one in within if one.kind == Kind.WARD]
    ids = [area.pk, *(one.pk for one in within)]
    councillors = Councillor.objects.filter(ward__in=ids, until=None).select_related("person", "ward")
    # What is about no area is about the whole city.
    whole = area.kind == Kind.COUNCIL
    wanted = Wanted() if whole else Wanted(area=area.slug)
    forums = forum_list() if whole else forum_list().for_areas(ids)
    assets, asset_count = assets_in(area)
    return AreaPage(
        area=area,
        outline=outline(area.boundary, size=220),
        constituencies=[one for one in within if one.kind == Kind.CONSTITUENCY],
        wards=wards,
        electorate=area.electorate or sum(one.electorate or 0 for one in wards),
        population=area.population or sum(one.population or 0 for one in wards),
        councillors=list(councillors.defer("ward__boundary").order_by("ward__sort_key", "person__name", "pk")),
        forums=list(forums[:FEW]),
        forum_count=forums.count(),
        proposals=list_page(wanted, size=FEW),
        proposal_count=narrowed(wanted).count(),
        successors=successors_of(area),
        assets=assets,
        asset_count=asset_count,
        posts=posts_of(area)[0],
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
        meetings=coming_of(key),
        met=past_of(key),
    )
