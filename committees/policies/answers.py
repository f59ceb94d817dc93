"""Who owes the answer and the promise, and who says whether it was kept."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.queries import person_of
from committees.models import Claim, Commitment, Recommendation
from committees.policies.who import clerk, holder, must_sign_in
from committees.queries.asked import Part, has_judged, part_in
from committees.states import ClaimState, CommitmentState, RecommendationState
from core import today
from core.verdicts import Verdict, no, yes

LIVE = (CommitmentState.PROMISED, CommitmentState.ON_TRACK, CommitmentState.AT_RISK)


def may_answer(user: Any, recommendation: Recommendation) -> Verdict:
    allowed = holder(user, recommendation.portfolio, _("Only the cabinet member to whom this was sent can answer it."))
    if not allowed:
        return allowed
    if recommendation.state == RecommendationState.ISSUED:
        return yes()
    if recommendation.state == RecommendationState.ANSWERED:
        return no(_("This has been answered. A mistake in the answer can be corrected, with the reason."))
    return no(_("This has not been sent to the cabinet yet."))


def may_correct(user: Any, recommendation: Recommendation) -> Verdict:
    allowed = holder(user, recommendation.portfolio, _("Only the cabinet member who owes this answer can correct it."))
    if not allowed:
        return allowed
    return yes() if recommendation.state == RecommendationState.ANSWERED else no(_("There is no answer yet."))


def may_report_progress(user: Any, commitment: Commitment) -> Verdict:
    return _may_report(user, commitment, _("Only the cabinet member who made this promise can report on it."))


def may_claim_delivery(user: Any, commitment: Commitment) -> Verdict:
    return _may_report(user, commitment, _("Only the cabinet member who made this promise can say that it was kept."))


def may_judge(user: Any, claim: Claim) -> Verdict:
    """Those who asked before it was claimed may: whose support of a proposal behind it counts, or who belongs to a forum that sent it.

    Neither those who answer for the delivery nor those who run the forum judge it.
    """
    if claim.state != ClaimState.OPEN or claim.judge_by < today():
        return no(_("The time to say whether this was delivered is over."))
    if not user.is_authenticated:
        return must_sign_in(
            _("Those who asked for this say whether it was delivered. If you are one of them, sign in.")
        )
    person = person_of(user)
    part = part_in(person, claim) if person else Part.NONE
    if person is None or part != Part.ASKED:
        return no(_not_asked(part))
    if has_judged(person.pk, claim):
        return no(_("You have said whether this was delivered. Each person says it once."))
    return yes()


def may_take_dispute(user: Any, claim: Claim) -> Verdict:
    allowed = clerk(user, _("Only a clerk can put a disputed delivery on an agenda."))
    if not allowed:
        return allowed
    if claim.state != ClaimState.DISPUTED:
        return no(_("Only a disputed delivery goes back to the committee."))
    if claim.agenda_items.exclude(state="adjourned").exists():
        return no(_("This is on an agenda already."))
    return yes()


def _not_asked(part: Part) -> str:
    """In one sentence, why this person does not judge the delivery."""
    if part == Part.ANSWERS:
        return _("You answer for this delivery. Those who asked for it say whether it was delivered.")
    if part == Part.FACILITATES:
        return _("Facilitators run the forum. Its members, and people who supported the proposals, judge the delivery.")
    if part == Part.TOO_LATE:
        return _(
            "Those who had asked before the delivery was claimed judge it. You joined, or gave your support, later."
        )
    if part == Part.UNCOUNTED:
        return _("Your support stands below the level that counts, so it gives no say on the delivery.")
    return _(
        "Those who asked for this say whether it was delivered: people who supported the proposals, and members of the forum that sent them."
    )


def _may_report(user: Any, commitment: Commitment, otherwise: Any) -> Verdict:
    allowed = holder(user, commitment.portfolio, otherwise)
    if not allowed:
        return allowed
    if commitment.state in LIVE:
        return yes()
    if commitment.state == CommitmentState.CLAIMED:
        return no(_("Those who asked are being asked now whether this was delivered."))
    return no(_("This promise is closed."))
