"""What the record keeps of proposals. A support is never an event; a tally of them is."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ProposalPublished(Event):
    """Before the public at once; a facilitator checks the remit meanwhile."""

    proposal_id: int
    forum_id: int
    area_id: int | None
    version: int
    digest: str  # SHA-256 of the version's text
    threshold: int


@dataclass(frozen=True)
class ProposalEdited(Event):
    """A new version stands; the old one stays readable."""

    proposal_id: int
    version: int
    digest: str


@dataclass(frozen=True)
class ProposalWithdrawn(Event):
    """By its author; the page stays and says so."""

    proposal_id: int
    supports: int


@dataclass(frozen=True)
class RemitChecked(Event):
    """A facilitator's published finding; `reason_code` only for a refusal."""

    proposal_id: int
    outcome: str
    reason_code: str = ""


@dataclass(frozen=True)
class SupportsCounted(Event):
    """What came and went since the tally before this one; at most one an hour of each proposal, and one at the close."""

    proposal_id: int
    added: int
    withdrawn: int
    total: int


@dataclass(frozen=True)
class ThresholdReached(Event):
    """For the first time: people are told of this one only."""

    proposal_id: int
    total: int
    threshold: int


@dataclass(frozen=True)
class ThresholdLost(Event):
    """The count fell below the threshold before the members were asked."""

    proposal_id: int
    total: int
    threshold: int


@dataclass(frozen=True)
class AdoptionOpened(Event):
    """The forum's members are asked; supports closed with this count."""

    proposal_id: int
    adoption_id: int
    ballot_id: int
    supports: int
    closes_at: str  # ISO


@dataclass(frozen=True)
class AdoptionCertified(Event):
    """What the members decided stands."""

    proposal_id: int
    adoption_id: int
    adopted: bool
    yes: int
    no: int
    abstain: int


@dataclass(frozen=True)
class AskedElsewhere(Event):
    """The members of another forum are asked whether they adopt it too; nothing changes for its own forum."""

    proposal_id: int
    adoption_id: int
    forum_id: int
    ballot_id: int
    closes_at: str  # ISO


@dataclass(frozen=True)
class DecidedElsewhere(Event):
    """What the members of another forum decided of it stands."""

    proposal_id: int
    adoption_id: int
    forum_id: int
    adopted: bool
    yes: int
    no: int
    abstain: int


@dataclass(frozen=True)
class SeenElsewhere(Event):
    """A facilitator of its own forum looked at what another forum does with it; not public."""

    proposal_id: int
    adoption_id: int
    forum_id: int


@dataclass(frozen=True)
class ForumsDisagree(Event):
    """One forum adopted it and another did not; recorded when the decision that made it so was certified."""

    proposal_id: int
    adopted: int  # forums
    not_adopted: int


@dataclass(frozen=True)
class IssueOpened(Event):
    """Something that several forums raise has a page of its own."""

    issue_id: int
    forums: int  # asked and in it together


@dataclass(frozen=True)
class IssueForumAsked(Event):
    """A forum is asked whether one of its proposals or conversations belongs to a shared issue."""

    issue_id: int
    part_id: int
    forum_id: int


@dataclass(frozen=True)
class IssueForumAnswered(Event):
    """A forum's facilitator says that it is in, or that it stays out."""

    issue_id: int
    part_id: int
    forum_id: int
    joined: bool


@dataclass(frozen=True)
class IssueClosed(Event):
    """A shared issue is closed, for a published reason; its page stays."""

    issue_id: int


@dataclass(frozen=True)
class PairInvited(Event):
    """The authors of two proposals of one forum are asked whether one joins the other."""

    pair_id: int
    newer_id: int
    older_id: int


@dataclass(frozen=True)
class PairDeclined(Event):
    """An author said that their own stands on its own."""

    pair_id: int
    proposal_id: int


@dataclass(frozen=True)
class ProposalJoined(Event):
    """The author of another proposal withdrew theirs in favour of this one."""

    proposal_id: int
    joined_id: int
    reference: str  # of the one that was withdrawn


@dataclass(frozen=True)
class ProposalExpired(Event):
    """Its time to gather supports ended below the threshold."""

    proposal_id: int
    supports: int
    threshold: int


@dataclass(frozen=True)
class TallyRepaired(Event):
    """The nightly recount of the rows did not agree with the published count, which was put right."""

    proposal_id: int
    published: int
    recounted: int


@dataclass(frozen=True)
class ProposalsImported(Event):
    """Another platform's record was brought in; the subject is the run."""

    run_id: int
    forum_id: int
    count: int
    posts: int
