"""What the page of one referral, meeting, item, recommendation, promise or delivery shows, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.formats import date_format

from chain.queries import line_for, lines_of
from chain.stops import Stop
from committees.models import (
    AgendaItem,
    Claim,
    Commitment,
    Judgement,
    Meeting,
    Progress,
    Recommendation,
    Referral,
    Response,
    Seat,
    SeatVote,
)
from committees.queries.agendas import agenda_of, agenda_text, digest_of, neighbours
from committees.queries.asked import outputs_behind
from committees.queries.owed import report_due
from committees.queries.seats import SeatThere, present_for_quorum, seats_of, seats_there
from committees.queries.voting import Tally, count
from committees.states import RecommendationState
from core import today
from core.clock import day_of
from core.subjects import Subject, key_of
from ledger.queries import Line, timeline, timeline_of
from meetings.models import Attendance
from outputs.models import Output
from outputs.queries import Opposite, Sender, opposites_of, senders_of

REFERRAL, RECOMMENDATION, COMMITMENT = "committees.referral", "committees.recommendation", "committees.commitment"


@dataclass(frozen=True, slots=True)
class ReferralPage:
    line: tuple[Stop, ...]
    items: list[AgendaItem]
    others: list[Referral]
    news: list[Line]
    senders: list[Sender]  # the forums that sent it together; none where one did alone
    opposites: list[Opposite]  # what other forums send that asks for the opposite


def referral_page(referral: Referral) -> ReferralPage:
    """With the same output's other referrals, so that nobody has to look for them."""
    items = referral.agenda_items.select_related("item", "meeting__gathering", "meeting__body").order_by("pk")
    others = Referral.objects.filter(output=referral.output_id).exclude(pk=referral.pk).select_related("body")
    return ReferralPage(
        line=line_for(referral),
        items=list(items.prefetch_related("recommendations")),
        others=list(others.order_by("pk")),
        news=_news(referral, f"“{referral.output.title}”"),
        senders=senders_of(referral.output),
        opposites=opposites_of(referral.output),
    )


@dataclass(frozen=True, slots=True)
class MeetingPage:
    items: list[tuple[AgendaItem, tuple[Stop, ...]]]  # in order, each with the line of what it came from
    there: list[tuple[Seat, str]]  # each seat taken and its attendance, once that is written down
    present: int
    previous: Meeting | None
    next: Meeting | None
    text_matches: bool | None  # whether the published text still is what its digest says; None before publication
    news: list[Line]


def meeting_page(meeting: Meeting) -> MeetingPage:
    items = agenda_of(meeting)
    previous, following = neighbours(meeting)
    there = dict(Attendance.objects.filter(gathering=meeting.gathering_id).values_list("person_id", "kind"))
    proof = meeting.proof or {}
    return MeetingPage(
        items=_with_lines(items),
        there=_attendance(meeting, there) if there else [],
        present=present_for_quorum(meeting) if there else 0,
        previous=previous,
        next=following,
        text_matches=digest_of(str(proof["text"])) == proof["sha256"] if proof else None,
        news=_news(meeting, date_format(day_of(meeting.gathering.starts_at), "j F Y")),
    )


def _with_lines(items: list[AgendaItem]) -> list[tuple[AgendaItem, tuple[Stop, ...]]]:
    keys = {item.pk: _origin_of(item) for item in items}
    lines = lines_of(key for key in keys.values() if key)
    return [(item, lines.get(keys[item.pk] or ("", 0), ())) for item in items]


def _origin_of(item: AgendaItem) -> tuple[str, int] | None:
    """The referral or the disputed delivery that brought it, as a key; nothing for what the council put there itself."""
    referral = next(iter(item.referrals.all()), None)
    if referral is not None:
        return key_of(referral)
    return key_of(item.claim) if item.claim is not None else None


def published_text(meeting: Meeting) -> str:
    """The text whose digest is in the proof; before publication, the agenda as it stands."""
    return str(meeting.proof.get("text") or agenda_text(meeting, agenda_of(meeting)))


@dataclass(frozen=True, slots=True)
class Shown:
    """A recommendation with how it was voted on."""

    row: Recommendation
    tally: Tally | None
    votes: list[SeatVote]


@dataclass(frozen=True, slots=True)
class ItemPage:
    line: tuple[Stop, ...]
    recommendations: list[Shown]
    seats: list[SeatThere]
    outputs: list[Output]
    news: list[Line]


def item_page(item: AgendaItem) -> ItemPage:
    rows = list(item.recommendations.select_related("portfolio").prefetch_related("votes").order_by("pk"))
    referral = item.referrals.order_by("pk").first()
    subject: Any = referral or item.claim
    return ItemPage(
        line=line_for(subject) if subject else (),
        recommendations=[Shown(row, *_votes_of(row)) for row in rows],
        seats=seats_there(item),
        outputs=outputs_behind(item),
        news=timeline_of([key_of(item), *(key_of(row) for row in rows)], limit=30),
    )


@dataclass(frozen=True, slots=True)
class RecommendationPage:
    line: tuple[Stop, ...]
    responses: list[Response]
    commitment: Commitment | None
    tally: Tally | None
    votes: list[SeatVote]
    outputs: list[Output]
    days_late: int
    news: list[Line]

    @property
    def answer(self) -> Response | None:
        return self.responses[-1] if self.responses else None


def recommendation_page(row: Recommendation) -> RecommendationPage:
    tally, votes = _votes_of(row)
    owed_now = row.state == RecommendationState.ISSUED and row.answer_due
    return RecommendationPage(
        line=line_for(row) if row.adopted_at else line_of_item(row.agenda_item),
        responses=list(row.responses.order_by("version")),
        commitment=Commitment.objects.filter(recommendation=row).first(),
        tally=tally,
        votes=votes,
        outputs=outputs_behind(row),
        days_late=max((today() - row.answer_due).days, 0) if owed_now and row.answer_due else 0,
        news=_news(row, row.reference),
    )


def line_of_item(item: AgendaItem) -> tuple[Stop, ...]:
    """Where the thing stands that a draft would answer."""
    referral = item.referrals.order_by("pk").first()
    subject: Any = referral or item.claim
    return line_for(subject) if subject else ()


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    line: tuple[Stop, ...]
    progress: list[Progress]
    claims: list[Claim]
    outputs: list[Output]
    days_late: int
    report_due: date | None
    news: list[Line]

    @property
    def silent(self) -> bool:
        """Whether the monthly report is late."""
        return self.report_due is not None and self.report_due < today()


def commitment_page(row: Commitment) -> CommitmentPage:
    is_open = row.state in {"promised", "on_track", "at_risk"}
    return CommitmentPage(
        line=line_for(row),
        progress=list(row.progress.order_by("-pk")),
        claims=list(row.claims.order_by("-pk")),
        outputs=outputs_behind(row),
        days_late=max((today() - row.due).days, 0) if is_open else 0,
        report_due=report_due(row) if is_open else None,
        news=_news(row, row.reference),
    )


@dataclass(frozen=True, slots=True)
class ClaimPage:
    line: tuple[Stop, ...]
    reasons: list[Judgement]
    items: list[AgendaItem]
    outputs: list[Output]
    news: list[Line]


def claim_page(row: Claim) -> ClaimPage:
    """With the reasons people gave, newest first; who they are is not even read."""
    reasons = Judgement.objects.filter(claim=row).exclude(reason="").only("verdict", "reason", "at", "claim")
    items = row.agenda_items.select_related("item", "meeting__gathering", "meeting__body").order_by("pk")
    return ClaimPage(
        line=line_for(row),
        reasons=list(reasons.order_by("-pk")[:100]),
        items=list(items),
        outputs=outputs_behind(row),
        news=_merged(_news(row, row.commitment.reference), _news(row.commitment, row.commitment.reference)),
    )


def _news(record: Model, label: str, limit: int = 30) -> list[Line]:
    """What happened to a record, told on its own page: by a short name, and without a link to where the reader is."""
    kind, pk = key_of(record)
    return timeline((kind, pk), limit=limit, known=Subject(kind, pk, label, ""))


def _merged(*stories: list[Line]) -> list[Line]:
    return sorted((line for story in stories for line in story), key=lambda line: line.id, reverse=True)


def _attendance(meeting: Meeting, there: dict[int, str]) -> list[tuple[Seat, str]]:
    """How each seat was written down; whoever has come to a seat since is not."""
    labels = dict(Attendance.Kind.choices)
    rows = ((seat, there.get(seat.person_id or 0, "")) for seat in seats_of(meeting.body))
    return [(seat, str(labels[kind])) for seat, kind in rows if kind]


def _votes_of(row: Recommendation) -> tuple[Tally | None, list[SeatVote]]:
    votes = sorted(row.votes.all(), key=lambda vote: (vote.seat_kind, vote.name))
    return (count((vote.seat_kind, vote.choice) for vote in votes) if votes else None), votes
