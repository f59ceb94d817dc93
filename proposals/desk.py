"""Of proposals on a facilitator's desk: two that may be one; and what other forums ask, a result to certify or a shared issue to answer."""

from collections.abc import Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from ballots.states import State as BallotState
from core import today
from core.desk import AT_ONCE, Act, Entry, Office, register
from moderation.policies.interests import left_to_others
from proposals.models import Adoption, Pair, SharedIssuePart
from proposals.queries import news_elsewhere
from proposals.states import PartState

KIND = "proposals.proposal"
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
        title, url = one.proposal.shown_title, f"{one.proposal.address}#elsewhere"
        yield Entry("elsewhere", str(one.pk), title, url, (act,), one.challenge_until, note=one.forum.title)


def there(office: Office) -> Iterator[Entry]:
    """Votes of other forums on proposals of these, begun or certified since somebody here looked."""
    for one in news_elsewhere(office.ids("forum"))[:AT_ONCE]:
        words = _("%(forum)s votes on it") if one.adopted is None else _("%(forum)s did not adopt it")
        words = _("%(forum)s adopted it") if one.adopted else words
        look = Act(
            _("Look at it"),
            reverse("proposals:seen_elsewhere", args=[one.proposal.reference, one.forum.slug]),
            sends=True,
        )
        yield Entry(
            "there",
            str(one.pk),
            one.proposal.shown_title,
            f"{one.proposal.address}#elsewhere",
            (look,),
            since=one.certified_at or one.ballot.planned_at,
            note=words % {"forum": one.forum.title},
        )


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


def pairs(office: Office) -> Iterator[Entry]:
    """Two proposals of one forum that may ask for the same, both still gathering supports, at which nobody has looked."""
    rows = Pair.objects.waiting().filter(newer__forum__in=office.ids("forum")).select_related("newer__forum", "older")
    found = list(rows.order_by("found_at", "id")[:AT_ONCE])
    others = left_to_others(office.user, [(KIND, pk) for one in found for pk in (one.newer_id, one.older_id)])
    for one in found:
        yield Entry(
            "pair",
            str(one.pk),
            _("“%(newer)s” and “%(older)s”") % {"newer": one.newer.title, "older": one.older.title},
            one.address,
            (Act(_("Look at both, and invite their authors"), one.address),),
            since=one.found_at,
            note=one.newer.forum.title,
            aside=bool({(KIND, one.newer_id), (KIND, one.older_id)} & others),
        )


register(results, roles=("facilitator",), kinds={"elsewhere": gettext_lazy("Proposal of another forum")})
register(issues, roles=("facilitator",), kinds={"issue": gettext_lazy("Shared issue")})
register(pairs, roles=("facilitator",), kinds={"pair": gettext_lazy("Two proposals that may be one")})
register(there, roles=("facilitator",), kinds={"there": gettext_lazy("Your proposal in another forum")})
