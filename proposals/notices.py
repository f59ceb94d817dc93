"""Who hears of what. Supporters are told by a query over the supports; nobody ever sees a list of them."""

from collections.abc import Iterator

from forums.queries import facilitator_user_ids, member_user_ids
from ledger.models import Entry
from notifications.duties import Audience, followers_of, tells
from places.queries import areas_around
from proposals.events import (
    AdoptionCertified,
    AdoptionOpened,
    ProposalEdited,
    ProposalExpired,
    ProposalPublished,
    ProposalWithdrawn,
    RemitChecked,
    ThresholdReached,
)
from proposals.models import Proposal
from proposals.queries import author_user_id, supporter_user_ids

KIND = "proposals.proposal"


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


def _those_who_asked(proposal_id: int) -> Iterator[Audience]:
    yield Audience("author", [author_user_id(proposal_id)])
    yield Audience("supporters", supporter_user_ids(proposal_id))
    yield followers_of((KIND, proposal_id))


def _forum_of(proposal_id: int) -> int:
    return int(Proposal.objects.values_list("forum_id", flat=True).get(pk=proposal_id))
