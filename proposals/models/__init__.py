"""What citizens ask for, who backs it, and what the forum makes of it."""

from proposals.models.adoptions import Adoption, RemitCheck, RemitReason
from proposals.models.imports import ImportRun
from proposals.models.issues import SharedIssue, SharedIssuePart
from proposals.models.likeness import Likeness
from proposals.models.pairs import Pair
from proposals.models.proposals import Proposal, ProposalVersion, ReferenceCounter
from proposals.models.supports import Crossing, Support, SupportDelta

__all__ = [
    "Adoption",
    "Crossing",
    "ImportRun",
    "Likeness",
    "Pair",
    "Proposal",
    "ProposalVersion",
    "ReferenceCounter",
    "RemitCheck",
    "RemitReason",
    "SharedIssue",
    "SharedIssuePart",
    "Support",
    "SupportDelta",
]
