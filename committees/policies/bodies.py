"""Who may set up bodies and fill their seats."""

from typing import Any

from django.utils.translation import gettext as _

from committees.models import Body, Councillor, Paper, Portfolio, Seat
from committees.policies.who import clerk
from core.verdicts import Verdict, no, yes


def may_create_body(user: Any) -> Verdict:
    return clerk(user, _("Only a clerk can set up a council body."))


def may_create_portfolio(user: Any) -> Verdict:
    return clerk(user, _("Only a clerk can write down the cabinet's portfolios."))


def may_appoint_holder(user: Any, portfolio: Portfolio) -> Verdict:
    return clerk(user, _("Only a clerk can write down who holds a portfolio."))


def may_add_councillor(user: Any) -> Verdict:
    return clerk(user, _("Only a clerk can write down who has been elected."))


def may_end_councillor(user: Any, councillor: Councillor) -> Verdict:
    if councillor.until is not None:
        return no(_("This person is no longer a councillor."))
    return clerk(user, _("Only a clerk can write down that a councillor has left."))


def may_add_seat(user: Any, body: Body) -> Verdict:
    return clerk(user, _("Only a clerk can add a seat to a body."))


def may_list_paper(user: Any, body: Body) -> Verdict:
    return clerk(user, _("Only a clerk can list a document of a body."))


def may_withdraw_paper(user: Any, paper: Paper) -> Verdict:
    allowed = clerk(user, _("Only a clerk can say that a document no longer holds."))
    if not allowed:
        return allowed
    return yes() if paper.withdrawn_at is None else no(_("This document is listed as one of the past already."))


def may_fill_seat(user: Any, seat: Seat) -> Verdict:
    allowed = clerk(user, _("Only a clerk can write down who has a seat."))
    if not allowed:
        return allowed
    if seat.until is not None:
        return no(_("This seat belongs to the past: a newer one has taken its place."))
    return yes() if seat.is_vacant else no(_("This seat is taken."))


def may_vacate_seat(user: Any, seat: Seat) -> Verdict:
    allowed = clerk(user, _("Only a clerk can write down that a seat is vacant."))
    if not allowed:
        return allowed
    if seat.until is not None or seat.is_vacant:
        return no(_("Nobody has this seat now."))
    return yes()
