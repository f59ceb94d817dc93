"""Statistics, each with its base: of how many, counted how, as of when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Sum
from django.utils.translation import gettext as _

from committees.models import Claim, Commitment, Recommendation, Referral
from committees.states import ClaimState, CommitmentState, RecommendationState, ReferralState
from core import now, today
from forums.models import Forum, Membership, Post
from outputs.models import Output
from outputs.states import State as OutputState
from places.models import Area
from proposals.models import Adoption, Proposal
from proposals.states import State


@dataclass(frozen=True, slots=True)
class Figure:
    """`number` of `base` things; the words say which."""

    words: str
    number: int
    base: int
    base_words: str

    @property
    def share(self) -> int | None:
        """Whole per cent; none where there is nothing to share."""
        return round(100 * self.number / self.base) if self.base else None


@dataclass(frozen=True, slots=True)
class ForumFigures:
    """What one forum asked and got."""

    title: str
    slug: str
    asked: int
    adopted: int
    sent: int


@dataclass(frozen=True, slots=True)
class FiguresPage:
    counted_at: datetime
    chain: list[Figure]
    people: list[Figure]
    forums: list[ForumFigures]


def figures_page() -> FiguresPage:
    """Counted now, from the rows themselves."""
    return FiguresPage(now(), _chain(), _people(), _forums())


def _chain() -> list[Figure]:
    ours = Q(source="")
    proposals = (
        Proposal.objects.public()
        .filter(ours)
        .aggregate(
            all=Count("id"),
            reached=Count("id", filter=Q(threshold_met_at__isnull=False)),
            adopted=Count("id", filter=Q(state=State.ADOPTED)),
            voted=Count("id", filter=Q(state__in=(State.ADOPTED, State.NOT_ADOPTED))),
        )
    )
    referrals = Referral.objects.aggregate(
        all=Count("id"),
        considered=Count("id", filter=Q(state=ReferralState.CONSIDERED)),
        refused=Count("id", filter=Q(state=ReferralState.REFUSED)),
    )
    answers = _answers()
    promises = Commitment.objects.aggregate(
        all=Count("id"),
        late=Count("id", filter=Q(due__lt=today(), state__in=_RUNNING)),
    )
    # A promise has one claim at most that stands: one that was disputed is never delivered after all.
    claims = Claim.objects.aggregate(
        all=Count("id"),
        confirmed=Count("id", filter=Q(state=ClaimState.CONFIRMED)),
        unanswered=Count("id", filter=Q(state=ClaimState.UNANSWERED)),
        disputed=Count("id", filter=Q(state=ClaimState.DISPUTED)),
    )
    others = Adoption.objects.exclude(forum=F("proposal__forum")).filter(certified_at__isnull=False)
    elsewhere = others.aggregate(all=Count("id"), adopted=Count("id", filter=Q(adopted=True)))
    published, sent = _("proposals published here"), _("referrals sent to council bodies")
    owed, promised = _("recommendations sent to the executive"), _("promises made")
    return [
        Figure(_("reached their threshold"), proposals["reached"], proposals["all"], published),
        Figure(
            _("were adopted by their forum's members"),
            proposals["adopted"],
            proposals["voted"],
            _("proposals voted on"),
        ),
        Figure(
            _("were adopted by another forum too"),
            elsewhere["adopted"],
            elsewhere["all"],
            _("decisions of forums on a proposal that began in another"),
        ),
        Figure(_("were considered by the body"), referrals["considered"], referrals["all"], sent),
        Figure(_("were refused in writing"), referrals["refused"], referrals["all"], sent),
        Figure(_("were answered in time"), answers["in_time"], answers["all"], owed),
        Figure(
            _("were accepted, in whole or in part"),
            answers["accepted"],
            answers["answered"],
            _("recommendations answered"),
        ),
        Figure(_("wait for an answer that is overdue"), answers["late"], answers["all"], owed),
        Figure(_("were delivered, as those who asked confirm"), claims["confirmed"], promises["all"], promised),
        Figure(
            _("are said to be delivered, and nobody who asked confirmed it"),
            claims["unanswered"],
            promises["all"],
            promised,
        ),
        Figure(_("are past their date"), promises["late"], promises["all"], promised),
        Figure(_("were disputed by those who asked"), claims["disputed"], claims["all"], _("claims of delivery")),
    ]


_RUNNING = (CommitmentState.PROMISED, CommitmentState.ON_TRACK, CommitmentState.AT_RISK)


def _answers() -> dict[str, Any]:
    issued = Recommendation.objects.filter(state__in=(RecommendationState.ISSUED, RecommendationState.ANSWERED))
    first = Q(responses__version=1)
    return issued.aggregate(
        all=Count("id", distinct=True),
        answered=Count("id", filter=first, distinct=True),
        in_time=Count("id", filter=first & Q(responses__at__date__lte=F("answer_due")), distinct=True),
        accepted=Count("id", filter=first & Q(responses__answer__in=("accept", "part")), distinct=True),
        late=Count("id", filter=Q(state=RecommendationState.ISSUED, answer_due__lt=today()), distinct=True),
    )


def _people() -> list[Figure]:
    """Each number counts some of its own base: guests from elsewhere, and those who left, are in neither."""
    wards = Area.objects.wards().current(today())
    counted = wards.filter(population__isnull=False)
    areas = wards.aggregate(all=Count("id"), people=Sum("population"))
    found = Membership.objects.current().aggregate(
        people=Count("person", distinct=True),
        local=Count("person", distinct=True, filter=Q(person__ward__in=counted.values("pk"))),
        wards=Count("person__ward", distinct=True, filter=Q(person__ward__in=wards.values("pk"))),
        spoke=Count("person", distinct=True, filter=Exists(Post.objects.filter(author=OuterRef("person")))),
    )
    return [
        Figure(
            _("say that they live there, and belong to a forum"),
            found["local"],
            areas["people"] or 0,
            _("people living in the wards"),
        ),
        Figure(_("have somebody in a forum"), found["wards"], areas["all"], _("wards")),
        Figure(_("have spoken in a debate"), found["spoke"], found["people"], _("people in forums")),
    ]


def _forums() -> list[ForumFigures]:
    """Each forum that asked for something, the busiest first."""
    asked = Count("id", filter=Q(source=""))
    rows = (
        Proposal.objects.public()
        .order_by()
        .values("forum")
        .annotate(asked=asked, adopted=Count("id", filter=Q(state=State.ADOPTED)))
        .filter(asked__gt=0)
        .order_by("-asked", "forum")[:50]
    )
    found = {row["forum"]: row for row in rows}
    sent = dict(
        Output.objects.filter(state=OutputState.APPROVED, forum__in=found)
        .order_by()
        .values_list("forum")
        .annotate(number=Count("id"))
    )
    titles = {
        pk: (title, slug) for pk, title, slug in Forum.objects.filter(pk__in=found).values_list("pk", "title", "slug")
    }
    return [ForumFigures(*titles[pk], row["asked"], row["adopted"], sent.get(pk, 0)) for pk, row in found.items()]
