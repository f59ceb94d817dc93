from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyKind(models.TextChoices):
    COUNCIL = "council", _("full council")
    CABINET = "cabinet", _("cabinet")
    SCRUTINY = "scrutiny", _("overview and scrutiny committee")
    ADVISORY = "advisory", _("advisory committee")
    REGULATORY = "regulatory", _("regulatory committee")
    ORDINARY = "ordinary", _("committee")
    PARTNERSHIP = "partnership", _("partnership board")


class SeatKind(models.TextChoices):
    COUNCILLOR = "councillor", _("councillor")
    SERVICE_USER = "service_user", _("service user")
    WORKER = "worker", _("service worker")
    FORUM = "forum", _("forum representative")
    STATUTORY = "statutory", _("statutory co-optee")


class Scope(models.TextChoices):
    ALL = "all", _("votes on every item")
    EDUCATION = "education", _("votes on education items")
    SCHEME = "scheme", _("votes under the council's published scheme")
    NONE = "none", _("speaks, does not vote")


class ReferralState(models.TextChoices):
    SENT = "sent", _("sent")
    ACKNOWLEDGED = "acknowledged", _("acknowledged")
    ACCEPTED = "accepted", _("accepted to a meeting")
    REDIRECTED = "redirected", _("sent on to another body")
    REFUSED = "refused", _("refused")
    CONSIDERED = "considered", _("considered")


REFERRAL_MOVES = {
    ReferralState.SENT: frozenset({ReferralState.ACKNOWLEDGED}),
    ReferralState.ACKNOWLEDGED: frozenset({ReferralState.ACCEPTED, ReferralState.REDIRECTED, ReferralState.REFUSED}),
    ReferralState.ACCEPTED: frozenset({ReferralState.CONSIDERED}),
}


class ItemState(models.TextChoices):
    PLANNED = "planned", _("planned")
    CONSIDERED = "considered", _("considered")
    ADJOURNED = "adjourned", _("adjourned")


ITEM_MOVES = {ItemState.PLANNED: frozenset({ItemState.CONSIDERED, ItemState.ADJOURNED})}


class RecommendationState(models.TextChoices):
    DRAFTED = "drafted", _("drafted")
    WITHDRAWN = "withdrawn", _("withdrawn before a vote")
    LOST = "lost", _("lost")
    ADOPTED = "adopted", _("adopted")
    ISSUED = "issued", _("answer owed")
    ANSWERED = "answered", _("answered")


RECOMMENDATION_MOVES = {
    RecommendationState.DRAFTED: frozenset(
        {RecommendationState.ADOPTED, RecommendationState.LOST, RecommendationState.WITHDRAWN}
    ),
    RecommendationState.ADOPTED: frozenset({RecommendationState.ISSUED}),
    RecommendationState.ISSUED: frozenset({RecommendationState.ANSWERED}),
}
# Of these an answer is owed: adopted and not yet sent, or sent and not yet answered.
OPEN_RECOMMENDATIONS = (RecommendationState.ADOPTED, RecommendationState.ISSUED)


class VoteChoice(models.TextChoices):
    FOR = "for", _("for")
    AGAINST = "against", _("against")
    ABSTAIN = "abstain", _("abstained")


class Answer(models.TextChoices):
    """There is no "noted": it is not an answer."""

    ACCEPT = "accept", _("accepted")
    PART = "part", _("accepted in part")
    REJECT = "reject", _("rejected")


class CommitmentState(models.TextChoices):
    PROMISED = "promised", _("promised")
    ON_TRACK = "on_track", _("on track")
    AT_RISK = "at_risk", _("at risk")
    CLAIMED = "claimed", _("said to be delivered")
    DELIVERED = "delivered", _("delivered")
    DISPUTED = "disputed", _("delivery disputed")


_LIVE = {CommitmentState.ON_TRACK, CommitmentState.AT_RISK, CommitmentState.CLAIMED}
COMMITMENT_MOVES = {
    CommitmentState.PROMISED: frozenset(_LIVE),
    CommitmentState.ON_TRACK: frozenset(_LIVE),
    CommitmentState.AT_RISK: frozenset(_LIVE),
    CommitmentState.CLAIMED: frozenset({CommitmentState.DELIVERED, CommitmentState.DISPUTED}),
}


# Of these something is owed still. One that is disputed is owed again: the committee deals with it.
OPEN_COMMITMENTS = (
    CommitmentState.PROMISED,
    CommitmentState.ON_TRACK,
    CommitmentState.AT_RISK,
    CommitmentState.CLAIMED,
    CommitmentState.DISPUTED,
)


class ClaimState(models.TextChoices):
    OPEN = "open", _("those who asked are being asked")
    CONFIRMED = "confirmed", _("confirmed by those who asked")
    UNANSWERED = "unanswered", _("nobody confirmed it, and too few disputed it to bring it back")
    DISPUTED = "disputed", _("disputed by those who asked")


CLAIM_MOVES = {ClaimState.OPEN: frozenset({ClaimState.CONFIRMED, ClaimState.UNANSWERED, ClaimState.DISPUTED})}
