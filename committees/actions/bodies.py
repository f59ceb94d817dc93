"""Set up bodies, portfolios and seats, and write down who has them."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import Person
from chain.actions import hand_on
from chain.queries import owed_by
from committees import events
from committees.law import LAW, scopes_for
from committees.models import Body, Councillor, Judgement, Portfolio, Seat
from committees.policies.bodies import (
    may_add_councillor,
    may_add_seat,
    may_appoint_holder,
    may_create_body,
    may_create_portfolio,
    may_end_councillor,
    may_fill_seat,
    may_vacate_seat,
)
from committees.queries.seats import holds_portfolio, is_councillor
from committees.states import BodyKind, Scope, SeatKind
from committees.steps import portfolio_key, post_label
from core import today
from core.text import sort_key
from core.verdicts import Refused, no, require
from forums.models import Mandate
from ledger.actions import record
from places.models import Area


@transaction.atomic
def create_body(
    *,
    actor: Any,
    kind: str,
    name: str,
    code: str,
    remit: str,
    topics: list[str] | None = None,
    portfolio: Portfolio | None = None,
    parent: Body | None = None,
    quorum: int = 3,
    notice_rule: str = "committees.agenda",
    answer_rule: str = "",
    voting_scheme: str = "",
    disputes_needed: int = 1,
    slug: str = "",
    since: date | None = None,
) -> Body:
    """A new body stands. Answers to scrutiny have the statutory clock, those to other bodies the council's own, unless said otherwise."""
    require(may_create_body(actor))
    scrutiny = kind == BodyKind.SCRUTINY
    body = Body.objects.create(
        kind=kind,
        slug=slug or slugify(name)[:120],
        code=code.upper(),
        name=name,
        sort_key=sort_key(name),
        parent=parent,
        portfolio=portfolio,
        remit=remit,
        topics=topics or [],
        quorum=quorum,
        notice_rule=notice_rule,
        answer_rule=answer_rule or ("committees.answer.scrutiny" if scrutiny else "committees.answer.local"),
        voting_scheme=voting_scheme,
        disputes_needed=disputes_needed,
        since=since or today(),
    )
    record(events.BodyCreated(body.pk), actor=actor, subject=body, role="clerk")
    return body


@transaction.atomic
def create_portfolio(
    *, actor: Any, title: str, holder: Person | None = None, topics: list[str] | None = None, slug: str = ""
) -> Portfolio:
    """A part of the council's business has a place where somebody answers for it."""
    require(may_create_portfolio(actor))
    portfolio = Portfolio.objects.create(
        title=title, slug=slug or slugify(title)[:120], sort_key=sort_key(title), topics=topics or []
    )
    record(events.PortfolioCreated(portfolio.pk), actor=actor, subject=portfolio, role="clerk")
    return appoint_holder(actor=actor, portfolio=portfolio, person=holder) if holder else portfolio


@transaction.atomic
def appoint_holder(*, actor: Any, portfolio: Portfolio, person: Person | None) -> Portfolio:
    """This person answers for the portfolio from now on; None leaves it vacant. What is owed stays with the post."""
    require(may_appoint_holder(actor, portfolio))
    if person is not None and Seat.objects.standing().filter(person=person, body__kind=BodyKind.SCRUTINY).exists():
        raise Refused(no(LAW["executive"].words))
    Portfolio.objects.filter(pk=portfolio.pk).update(holder=person)
    portfolio.holder = person
    for step in owed_by([portfolio_key(portfolio.pk)]):
        hand_on(step=step, owner_label=post_label(portfolio))
    record(events.PortfolioHeld(portfolio.pk, vacant=person is None), actor=actor, subject=portfolio, role="clerk")
    return portfolio


@transaction.atomic
def add_councillor(*, actor: Any, person: Person, ward: Area, group: str = "", since: date | None = None) -> Councillor:
    """The person is a councillor for the ward from that day on. A person is one once: the database holds that."""
    require(may_add_councillor(actor))
    if Councillor.objects.filter(person=person, until=None).exists():
        raise Refused(no(_("This person is a councillor already.")))
    councillor = Councillor.objects.create(
        person=person, name=person.name, ward=ward, group=group, since=since or today()
    )
    record(events.CouncillorAdded(councillor.pk), actor=actor, subject=councillor, role="clerk")
    return councillor


@transaction.atomic
def end_councillor(*, actor: Any, councillor: Councillor, on: date | None = None, reason: str = "") -> Councillor:
    """No longer a councillor from `on` (today): their councillors' seats and portfolios are vacant; what they owed stays with the posts."""
    require(may_end_councillor(actor, councillor))
    day = on or today()
    Councillor.objects.filter(pk=councillor.pk, until=None).update(until=day)
    councillor.until = day
    why = reason.strip() or _("No longer a councillor.")
    for seat in (
        Seat.objects.standing().filter(person=councillor.person_id, kind=SeatKind.COUNCILLOR).select_related("body")
    ):
        vacate_seat(actor=actor, seat=seat, reason=why, on=day)
    for portfolio in Portfolio.objects.filter(holder=councillor.person_id):
        appoint_holder(actor=actor, portfolio=portfolio, person=None)
    record(events.CouncillorLeft(councillor.pk, day.isoformat()), actor=actor, subject=councillor, role="clerk")
    return councillor


@transaction.atomic
def add_seat(*, actor: Any, body: Body, kind: str, scope: str = "", label: str = "", chair: bool = False) -> Seat:
    """A vacant seat, seen by everybody. Its voting scope is one that the law gives such a seat on such a body; unsaid, the widest."""
    require(may_add_seat(actor, body))
    possible = scopes_for(body.kind, kind)
    if not possible:
        raise Refused(no(_("A body of this kind has no such seats.")))
    if scope and scope not in possible:
        raise Refused(no(_("On a body of this kind such a seat cannot vote in that way.")))
    if chair and Seat.objects.filter(body=body, chair=True, until=None).exists():
        raise Refused(no(_("This body has a chair's seat already.")))
    usual = next(each for each in (Scope.ALL, Scope.SCHEME, Scope.EDUCATION, Scope.NONE) if each in possible)
    seat = Seat.objects.create(body=body, kind=kind, scope=scope or usual, label=label, chair=chair, since=today())
    body.__dict__.pop("_chair_seat", None)
    record(events.SeatAdded(seat.pk, body.pk, kind), actor=actor, subject=seat, role="clerk")
    return seat


@transaction.atomic
def fill_seat(
    *,
    actor: Any,
    seat: Seat,
    person: Person,
    eligible: bool,
    appointed_by: str = "",
    mandate: Mandate | None = None,
    since: date | None = None,
    term_ends: date | None = None,
) -> Seat:
    """The person has the seat, checked to be eligible today. Only yes and the day are kept of that check."""
    require(may_fill_seat(actor, seat))
    if not eligible:
        raise Refused(no(LAW["employment"].words))
    _require_fit(seat, person, mandate)
    changes: dict[str, Any] = {
        "person": person,
        "name": person.name,
        "mandate": mandate,
        "eligible": True,
        "eligibility_checked_on": today(),
        "appointed_by": appointed_by,
        "since": since or today(),
        "term_ends": term_ends or (mandate.until if mandate else None),
    }
    if not Seat.objects.filter(pk=seat.pk, person=None, until=None).update(**changes):
        raise Refused(no(_("This seat is taken.")))
    for name, value in changes.items():
        setattr(seat, name, value)
    seat.body.__dict__.pop("_chair_seat", None)
    record(events.SeatFilled(seat.pk, seat.body_id, seat.kind), actor=actor, subject=seat, role="clerk")
    return seat


@transaction.atomic
def vacate_seat(*, actor: Any, seat: Seat, reason: str = "", on: date | None = None) -> Seat:
    """The person's time in the seat has ended; gives the vacant seat that takes its place. Votes already cast stand."""
    require(may_vacate_seat(actor, seat))
    vacant = _end_seat(seat, on or today(), reason)
    record(events.SeatVacated(seat.pk, seat.body_id, seat.kind), actor=actor, subject=seat, role="clerk")
    return vacant


@transaction.atomic
def leave_offices(*, person_id: int) -> None:
    """A person who has gone from the record holds no portfolio and no seat but a councillor's: that ends by law, not by an account.

    Their names stay where they held office. Called by the erasure, in its transaction.
    """
    for seat in (
        Seat.objects.standing().filter(person=person_id).exclude(kind=SeatKind.COUNCILLOR).select_related("body")
    ):
        _end_seat(seat, today(), _("Left."))
        record(events.SeatVacated(seat.pk, seat.body_id, seat.kind), actor=None, subject=seat)
    for portfolio in Portfolio.objects.filter(holder=person_id):
        Portfolio.objects.filter(pk=portfolio.pk).update(holder=None)
        record(events.PortfolioHeld(portfolio.pk, vacant=True), actor=None, subject=portfolio)


@transaction.atomic
def fold_persons(*, person_id: int, into_id: int) -> None:
    """Two rows were one human being: what the first holds, the second holds. Named votes and answers stay as they were given."""
    held = set(Seat.objects.filter(person=into_id, until=None).values_list("body_id", flat=True))
    for seat in Seat.objects.standing().filter(person=person_id).select_related("body"):
        if seat.body_id in held:
            _end_seat(seat, today(), _("The same person had two seats."))
    Seat.objects.filter(person=person_id).update(person=into_id)
    Portfolio.objects.filter(holder=person_id).update(holder=into_id)
    if not Councillor.objects.filter(person=into_id, until=None).exists():
        Councillor.objects.filter(person=person_id).update(person=into_id)
    judged = Judgement.objects.filter(person=into_id).values("claim_id")
    Judgement.objects.filter(person=person_id).exclude(claim__in=judged).update(person=into_id)


def _end_seat(seat: Seat, day: date, reason: str) -> Seat:
    """The row ends, and a vacant one takes its place; gives that one."""
    reason = reason.strip()[:200]
    if not Seat.objects.filter(pk=seat.pk, until=None).update(until=day, ended_because=reason):
        raise Refused(no(_("Nobody has this seat now.")))
    seat.until, seat.ended_because = day, reason
    seat.body.__dict__.pop("_chair_seat", None)
    return Seat.objects.create(
        body=seat.body, kind=seat.kind, scope=seat.scope, label=seat.label, chair=seat.chair, since=day
    )


def _require_fit(seat: Seat, person: Person, mandate: Mandate | None) -> None:
    if Seat.objects.standing().filter(body=seat.body_id, person=person).exists():
        raise Refused(no(_("This person has a seat on this body already.")))
    if seat.kind == SeatKind.COUNCILLOR and not is_councillor(person.pk, today()):
        raise Refused(no(_("This is a councillor's seat, and this person is not a councillor.")))
    if seat.body.kind == BodyKind.SCRUTINY and holds_portfolio(person.pk):
        raise Refused(no(LAW["executive"].words))
    if seat.kind == SeatKind.FORUM and (
        mandate is None or mandate.person_id != person.pk or mandate.recalled_at is not None
    ):
        raise Refused(no(_("A forum's seat goes to somebody to whom that forum has given a mandate.")))
