"""What other forums ask of a facilitator's own: a result to certify, a shared issue to answer."""

from collections.abc import Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from ballots.states import State as BallotState
from core import today
from core.desk import AT_ONCE, Act, Entry, Office, register
from proposals.models import Adoption, SharedIssuePart
from proposals.states import PartState

COUNTED = (BallotState.COUNTED, BallotState.CERTIFIED)


def results(office: Office) -> Iterator[Entry]:
    """Votes of these forums on a proposal of another forum, whose days for a challenge are over: no step of the line stands for them."""
    rows = Adoption.objects.filter(
        forum__in=office.ids("forum"), certified_at=None, challenge_until__lte=today(), ballot__state__in=COUNTED
    )
    rows = rows.exclude(proposal__forum=F("forum")).select_related("proposal", "forum")
    for one in rows.order_by("challenge_until", "id")[:AT_ONCE]:
        there = reverse("proposals:certify_elsewhere", args=[one.proposal.reference, one.forum.slug])
        act = Act(_("Certify the result"), there)
        title, url = one.proposal.title, f"{one.proposal.address}#elsewhere"
        yield Entry("elsewhere", str(one.pk), title, url, (act,), one.challenge_until, note=one.forum.title)


def issues(office: Office) -> Iterator[Entry]:
    """Shared issues whose opener asks whether one of these forums is in."""
    rows = SharedIssuePart.objects.filter(
        forum__in=office.ids("forum"), state=PartState.ASKED, issue__closed_at=None
    ).select_related("issue", "forum")
    for one in rows.order_by("asked_at", "id")[:AT_ONCE]:
        act = Act(_("Say whether your forum is in"), one.issue.address)
        yield Entry(
            "issue", str(one.pk), one.issue.title, one.issue.address, (act,), since=one.asked_at, note=one.forum.title
        )


register(results, roles=("facilitator",), kinds={"elsewhere": gettext_lazy("Proposal of another forum")})
register(issues, roles=("facilitator",), kinds={"issue": gettext_lazy("Shared issue")})
