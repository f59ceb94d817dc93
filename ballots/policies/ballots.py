"""Who may vote, and what may be done to a ballot, when."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Role
from accounts.queries import has_role
from ballots.models import Ballot
from ballots.queries import is_on_paper, roll_place
from ballots.states import State
from ballots.words import day_of, moment_of
from core import now
from core.verdicts import Verdict, no, yes


def may_plan(user: Any, *, closes_at: datetime, roll_size: int) -> Verdict:
    """Whose question it is, the caller's own policy has said; here, whether there can be a ballot at all."""
    if roll_size == 0:
        return no(_("Nobody is on the roll, so nobody could vote."))
    if closes_at <= now():
        return no(_("Voting must close in the future."))
    return yes()


def may_vote(user: Any, ballot: Ballot) -> Verdict:
    """Those on the frozen roll, while voting is open."""
    refusal = not_now(ballot)
    if refusal is not None:
        return refusal
    if not user.is_authenticated:
        return no(
            _(
                "Only the members on the roll of this ballot vote. Sign in, so that we can see whether you are one of them."
            ),
            remedy_url=f"{reverse('account_login')}?{urlencode({'next': reverse('ballots:ballot', args=[ballot.pk])})}",
            remedy_label=_("Sign in to vote"),
        )
    place = roll_place(user, ballot)
    if place is None:
        return no(
            _("You are not on the roll of this ballot. It was frozen on %(day)s with everyone who was a member then.")
            % {"day": day_of(ballot.planned_at)}
        )
    if is_on_paper(ballot, place):
        return no(_("You were handed a slip of paper and vote on it: each person has one vote."))
    return yes()


def may_close(user: Any, ballot: Ballot) -> Verdict:
    """At the announced moment and not before, whoever asks."""
    if ballot.state == State.OPEN and ballot.closes_at <= now():
        return yes()
    if ballot.state in (State.PLANNED, State.OPEN):
        return no(
            _("Voting closes %(moment)s, as announced. Nobody can close it or count it earlier.")
            % {"moment": moment_of(ballot.closes_at)}
        )
    return no(_("The votes of this ballot are counted already."))


def may_certify(user: Any, ballot: Ballot) -> Verdict:
    """Counted ballots only. Whose act it is, the caller's own policy says."""
    if ballot.state == State.COUNTED:
        return yes()
    if ballot.state in (State.PLANNED, State.OPEN):
        return no(_("A result can be certified once voting has closed and the votes are counted."))
    if ballot.state == State.ANNULLED:
        return no(_("This ballot was annulled, so it has no result to certify."))
    return no(_("This result is certified already."))


def may_annul(user: Any, ballot: Ballot) -> Verdict:
    """A clerk of the council, until the result is certified; never the facilitator whose question it is."""
    if ballot.state == State.CERTIFIED:
        return no(_("This result is certified and stands."))
    if ballot.state == State.ANNULLED:
        return no(_("This ballot was annulled already."))
    if not has_role(user, Role.CLERK):
        return no(_("Only a clerk of the council can annul a ballot, with a published reason."))
    return yes()


def not_now(ballot: Ballot) -> Verdict | None:
    """Why nobody can vote at this moment; None while voting is open."""
    moment = now()
    if ballot.state == State.ANNULLED:
        return no(_("This ballot was annulled: %(reason)s") % {"reason": ballot.annulled_because})
    if ballot.state in (State.COUNTED, State.CERTIFIED) or ballot.closes_at <= moment:
        return no(_("Voting closed %(moment)s.") % {"moment": moment_of(ballot.closes_at)})
    if ballot.state == State.PLANNED or ballot.opens_at > moment:
        return no(_("Voting has not opened yet. It opens %(moment)s.") % {"moment": moment_of(ballot.opens_at)})
    return None
