"""Who hears of what. Supporters are told by a query over the supports; nobody ever sees a list of them."""

from collections.abc import Iterator

from ballots.events import BallotClosed
from forums.models import Forum
from forums.queries import facilitator_user_ids, member_user_ids
from ledger.models import Entry
from notifications.duties import Audience, followers_of, tells
from places.queries import areas_around
from proposals.events import (
    AdoptionCertified,
    AdoptionOpened,
    AskedElsewhere,
    DecidedElsewhere,
    ForumsDisagree,
    IssueClosed,
    IssueForumAnswered,
    IssueForumAsked,
    PairDeclined,
    PairInvited,
    ProposalEdited,
    ProposalExpired,
    ProposalJoined,
    ProposalPublished,
    ProposalWithdrawn,
    RemitChecked,
    ThresholdReached,
)
from proposals.models import Adoption, Pair, Proposal
from proposals.queries import author_user_id, supporter_user_ids

KIND, ISSUE = "proposals.proposal", "proposals.sharedissue"


@tells(ProposalPublished)
def published(event: ProposalPublished, entry: Entry) -> Iterator[Audience]:
    yield Audience("facilitators", facilitator_user_ids(event.forum_id))
    for area_id in areas_around(event.area_id) if event.area_id else ():
        yield followers_of(("places.area", area_id), name="ward")
    yield followers_of(("forums.forum", event.forum_id))


@tells(ProposalEdited, ProposalWithdrawn)
def changed(event: ProposalEdited | ProposalWithdrawn, entry: Entry) -> Iterator[Audience]:
    yield Audience("supporters", supporter_user_ids(event.proposal_id))
    yield followers_of((KIND, event.proposal_id))


@tells(RemitChecked)
def checked(event: RemitChecked, entry: Entry) -> Iterator[Audience]:
    yield Audience("author", [author_user_id(event.proposal_id)])
    if event.outcome != "in_remit":
        yield Audience("supporters", supporter_user_ids(event.proposal_id))
        yield followers_of((KIND, event.proposal_id))


@tells(ThresholdReached)
def reached(event: ThresholdReached, entry: Entry) -> Iterator[Audience]:
    yield Audience("facilitators", facilitator_user_ids(_forum_of(event.proposal_id)))
    yield from _those_who_asked(event.proposal_id)


@tells(AdoptionOpened)
def opened(event: AdoptionOpened, entry: Entry) -> Iterator[Audience]:
    proposal = Proposal.objects.select_related("forum").get(pk=event.proposal_id)
    yield Audience("author", [author_user_id(event.proposal_id)])
    yield Audience("members", member_user_ids(proposal.forum))
    yield Audience("supporters", supporter_user_ids(event.proposal_id))
    yield followers_of((KIND, event.proposal_id))


@tells(AdoptionCertified, ProposalExpired)
def ended(event: AdoptionCertified | ProposalExpired, entry: Entry) -> Iterator[Audience]:
    yield from _those_who_asked(event.proposal_id)


@tells(AskedElsewhere)
def asked_elsewhere(event: AskedElsewhere, entry: Entry) -> Iterator[Audience]:
    yield Audience("members", member_user_ids(Forum(pk=event.forum_id)))
    yield Audience("facilitators", facilitator_user_ids(_forum_of(event.proposal_id)))
    yield Audience("author", [author_user_id(event.proposal_id)])
    yield followers_of((KIND, event.proposal_id))


@tells(DecidedElsewhere)
def decided_elsewhere(event: DecidedElsewhere, entry: Entry) -> Iterator[Audience]:
    yield Audience("facilitators", facilitator_user_ids(_forum_of(event.proposal_id)))
    yield from _those_who_asked(event.proposal_id)


@tells(ForumsDisagree)
def forums_disagree(event: ForumsDisagree, entry: Entry) -> Iterator[Audience]:
    """Both sides' facilitators are told, so that they can talk to each other."""
    forums = Adoption.objects.filter(proposal=event.proposal_id).order_by("pk").values_list("forum_id", flat=True)
    yield Audience("facilitators", [user for forum in forums for user in facilitator_user_ids(forum)])
    yield from _those_who_asked(event.proposal_id)


@tells(BallotClosed)
def to_be_certified_elsewhere(event: BallotClosed, entry: Entry) -> Iterator[Audience]:
    """No step of the line reminds the facilitators of another forum, so they are told at once."""
    if event.subject_kind == KIND:
        rows = (
            Adoption.objects.filter(ballot=event.ballot_id)
            .select_related("proposal")
            .only("forum_id", "proposal__forum_id")
        )
        for adoption in rows:
            if adoption.is_elsewhere:
                yield Audience("elsewhere", facilitator_user_ids(adoption.forum_id))


@tells(IssueForumAsked)
def issue_forum_asked(event: IssueForumAsked, entry: Entry) -> Iterator[Audience]:
    yield Audience("facilitators", facilitator_user_ids(event.forum_id))


@tells(IssueForumAnswered)
def issue_forum_answered(event: IssueForumAnswered, entry: Entry) -> Iterator[Audience]:
    yield followers_of((ISSUE, event.issue_id))
    if event.joined:
        yield followers_of(("forums.forum", event.forum_id), name="forum")


@tells(IssueClosed)
def issue_closed(event: IssueClosed, entry: Entry) -> Iterator[Audience]:
    yield followers_of((ISSUE, event.issue_id))


@tells(PairInvited)
def pair_invited(event: PairInvited, entry: Entry) -> Iterator[Audience]:
    yield Audience("author", [author_user_id(event.newer_id), author_user_id(event.older_id)])


@tells(ProposalJoined)
def joined(event: ProposalJoined, entry: Entry) -> Iterator[Audience]:
    yield Audience("author", [author_user_id(event.proposal_id)])
    yield Audience("facilitators", facilitator_user_ids(_forum_of(event.proposal_id)))
    yield followers_of((KIND, event.proposal_id))


@tells(PairDeclined)
def pair_declined(event: PairDeclined, entry: Entry) -> Iterator[Audience]:
    """The other author, and the facilitator who invited them."""
    pair = Pair.objects.only("newer_id", "older_id", "by_id").get(pk=event.pair_id)
    other = pair.older_id if event.proposal_id == pair.newer_id else pair.newer_id
    yield Audience("author", [author_user_id(other)])
    yield Audience("facilitators", [pair.by_id] if pair.by_id else [])


def _those_who_asked(proposal_id: int) -> Iterator[Audience]:
    yield Audience("author", [author_user_id(proposal_id)])
    yield Audience("supporters", supporter_user_ids(proposal_id))
    yield followers_of((KIND, proposal_id))


def _forum_of(proposal_id: int) -> int:
    return int(Proposal.objects.values_list("forum_id", flat=True).get(pk=proposal_id))
