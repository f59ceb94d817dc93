"""What the lists and the pages of bodies and posts show, in a fixed number of queries however much there is."""

from collections.abc import Iterable
from dataclasses import dataclass

from chain.models import Step
from chain.queries import lines_for, owed_by
from chain.stops import Stop
from committees.law import Law, law_of_seats
from committees.models import (
    Body,
    Commitment,
    Councillor,
    Meeting,
    Paper,
    Portfolio,
    Recommendation,
    Referral,
    Seat,
)
from committees.queries.agendas import meetings_of
from committees.queries.owed import Owed, owed
from committees.queries.seats import former_seats_of, seats_of
from committees.states import BodyKind, RecommendationState
from core import today
from core.subjects import Subject, key_of
from ledger.queries import Line, timeline
from outputs.models import Output

REFERRAL, RECOMMENDATION, COMMITMENT = "committees.referral", "committees.recommendation", "committees.commitment"


@dataclass(frozen=True, slots=True)
class Branch:
    """A body with the bodies that are part of it."""

    body: Body
    parts: list["Branch"]


@dataclass(frozen=True, slots=True)
class BodyGroup:
    """The bodies of one kind that are part of no other."""

    kind: str
    label: str
    bodies: list["Branch"]


def bodies_by_kind() -> list[BodyGroup]:
    """Every body of today in its place in the tree, the trunks under their kind in the order in which the kinds are written down; one query."""
    rows = list(Body.objects.current(today()).for_list().order_by("sort_key", "pk"))
    branches = {row.pk: Branch(row, []) for row in rows}
    trunks: list[Branch] = []
    for branch in branches.values():
        above = branches.get(branch.body.parent_id or 0)
        (above.parts if above else trunks).append(branch)
    groups = ((kind, [trunk for trunk in trunks if trunk.body.kind == kind]) for kind in BodyKind)
    return [BodyGroup(kind.value, str(kind.label), found) for kind, found in groups if found]


@dataclass(frozen=True, slots=True)
class OwedRow:
    owed: Owed
    line: tuple[Stop, ...]


def owed_rows(rows: Iterable[Owed]) -> list[OwedRow]:
    """With the line of each, in two more queries."""
    found = list(rows)
    answers = lines_for(RECOMMENDATION, [one.record.pk for one in found if one.kind == "answer"])
    promises = lines_for(COMMITMENT, [one.record.pk for one in found if one.kind == "promise"])
    return [OwedRow(one, (answers if one.kind == "answer" else promises)[one.record.pk]) for one in found]


@dataclass(frozen=True, slots=True)
class BodyPage:
    seats: list[Seat]
    former: list[Seat]
    children: list[Body]
    papers: list[Paper]  # those that hold, by kind
    past_papers: list[Paper]
    ahead: list[Meeting]
    past: list[Meeting]
    referrals: list[tuple[Referral, tuple[Stop, ...]]]
    owed: list[OwedRow]
    settled: list[Recommendation]
    laws: list[Law]
    news: list[Line]
    owes: list[Step]  # what waits for its clerk and its chair

    @property
    def vacant(self) -> int:
        return sum(seat.is_vacant for seat in self.seats)

    @property
    def late(self) -> int:
        return sum(row.owed.is_late for row in self.owed)


def body_page(body: Body) -> BodyPage:
    referrals = list(Referral.objects.filter(body=body).for_list().order_by("-pk")[:20])
    lines = lines_for(REFERRAL, [row.pk for row in referrals])
    papers = list(body.papers.order_by("kind", "id"))
    settled = Recommendation.objects.filter(body=body, state=RecommendationState.ANSWERED).for_list()
    return BodyPage(
        seats=seats_of(body),
        former=former_seats_of(body),
        children=list(Body.objects.current(today()).filter(parent=body).only("name", "slug")),
        papers=[paper for paper in papers if paper.withdrawn_at is None],
        past_papers=[paper for paper in papers if paper.withdrawn_at],
        ahead=meetings_of(body),
        past=meetings_of(body, past=True, limit=10),
        referrals=[(row, lines[row.pk]) for row in referrals],
        owed=owed_rows(owed(body=body)),
        settled=list(settled.order_by("-pk")[:10]),
        laws=law_of_seats(body.kind),
        news=timeline(key_of(body), limit=10, known=Subject("committees.body", body.pk, body.name, "")),
        owes=list(owed_by([f"clerk:{body.pk}", f"committee:{body.pk}"])[:50]),
    )


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    owed: list[OwedRow]
    bodies: list[Body]
    settled: list[Recommendation]
    kept: list[Commitment]


def portfolio_page(portfolio: Portfolio) -> PortfolioPage:
    settled = Recommendation.objects.filter(portfolio=portfolio, state=RecommendationState.ANSWERED).for_list()
    closed = Commitment.objects.filter(portfolio=portfolio).exclude(pk__in=Commitment.objects.owed()).for_list()
    return PortfolioPage(
        owed=owed_rows(owed(portfolio=portfolio)),
        bodies=list(Body.objects.current(today()).filter(portfolio=portfolio).order_by("sort_key")),
        settled=list(settled.order_by("-pk")[:20]),
        kept=list(closed.order_by("-pk")[:20]),
    )


def councillors_now() -> list[Councillor]:
    """Those in office, by ward."""
    rows = Councillor.objects.filter(until=None).select_related("ward").defer("ward__boundary")
    return list(rows.order_by("ward__sort_key", "name"))


def suggested_bodies(output: Output) -> list[tuple[Body, int]]:
    """Bodies that can take an output, with how many topics they share with its forum; those that share most first."""
    wanted = {str(topic).casefold() for topic in output.forum.topics}
    rows = (
        Body.objects.current(today()).exclude(kind__in=(BodyKind.CABINET, BodyKind.COUNCIL)).order_by("sort_key", "pk")
    )
    scored = [(row, len(wanted & {str(topic).casefold() for topic in row.topics})) for row in rows]
    return sorted(scored, key=lambda pair: -pair[1])
