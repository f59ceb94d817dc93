"""What the committees keep about a person. Office and named votes are public record and stay; what was said in private goes."""

from typing import Any

from committees.actions.bodies import leave_offices
from committees.models import Councillor, Judgement, Portfolio, Progress, Referral, Response, Seat, SeatVote
from core import personal


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    return {
        "seats": list(
            Seat.objects.filter(person=person_id)
            .order_by("pk")
            .values("body__name", "kind", "label", "since", "until", "eligible", "eligibility_checked_on")
        ),
        "councillor": list(
            Councillor.objects.filter(person=person_id).order_by("pk").values("ward__name", "group", "since", "until")
        ),
        "portfolios": list(Portfolio.objects.filter(holder=person_id).values_list("title", flat=True)),
        "votes": list(
            SeatVote.objects.filter(person=person_id).order_by("pk").values("recommendation__reference", "choice")
        ),
        "answers": list(
            Response.objects.filter(by=person_id)
            .order_by("pk")
            .values("recommendation__reference", "version", "answer", "at")
        ),
        "judgements": list(
            Judgement.objects.filter(person=person_id)
            .order_by("pk")
            .values("claim__commitment__reference", "verdict", "reason", "at")
        ),
        "referrals_sent": list(Referral.objects.filter(sent_by=user_id).values_list("reference", flat=True))
        if user_id
        else [],
        "reports": list(Progress.objects.filter(by=user_id).values("commitment__reference", "text", "at"))
        if user_id
        else [],
    }


def erase(person_id: int, user_id: int | None) -> None:
    """Seats still held are left, but for a councillor's. Who held which office, and how they voted in it, is the public's record (UK GDPR, article 17(3)); a
    judgement keeps the key of a person without a name, so that nobody judges twice, and its words, which never showed one."""
    leave_offices(person_id=person_id)
    if user_id:
        Referral.objects.filter(sent_by=user_id).update(sent_by=None)
        Progress.objects.filter(by=user_id).update(by=None)


personal.register("committees", export=export, erase=erase)
