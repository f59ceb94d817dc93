"""Who hears of an output: the members at each turn, those who asked when it is approved, the facilitators when they owe the next act."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ballots.events import BallotAnnulled, BallotClosed
from forums.models import Forum
from forums.queries import facilitator_user_ids, member_user_ids
from ledger.models import Entry
from notifications.duties import Audience, followers_of, tells
from outputs.events import (
    OutputApprovalOpened,
    OutputApproved,
    OutputCommentsOpened,
    OutputJoined,
    OutputNotApproved,
    OutputReopened,
    OutputsOpposed,
    OutputsOpposedNoMore,
)
from outputs.models import Output
from outputs.queries import proposal_ids, sending_forums
from proposals.queries import author_user_id, supporter_user_ids

OUTPUT, PROPOSAL, FORUM = "outputs.output", "proposals.proposal", "forums.forum"


@tells(OutputCommentsOpened)
def comments_opened(event: OutputCommentsOpened, entry: Entry) -> Iterator[Audience]:
    yield Audience("authors", _authors(event.output_id))
    yield _members(event.forum_id)
    yield followers_of((FORUM, event.forum_id), *_proposals(event.output_id))


@tells(OutputReopened, OutputNotApproved, OutputApprovalOpened)
def members_turn(event: OutputReopened | OutputNotApproved | OutputApprovalOpened, entry: Entry) -> Iterator[Audience]:
    yield _members(event.forum_id)
    yield followers_of((OUTPUT, event.output_id))


@tells(OutputApproved)
def approved(event: OutputApproved, entry: Entry) -> Iterator[Audience]:
    yield Audience("authors", _authors(event.output_id))
    yield Audience("supporters", _supporters(event.output_id))
    yield _members(event.forum_id)
    yield followers_of((OUTPUT, event.output_id), (FORUM, event.forum_id), *_proposals(event.output_id))


@tells(OutputJoined)
def joined(event: OutputJoined, entry: Entry) -> Iterator[Audience]:
    forum_id = Output.objects.values_list("forum_id", flat=True).get(pk=event.output_id)
    yield Audience("authors", _authors(event.output_id))
    yield _members(forum_id)
    yield Audience("joined", member_user_ids(Forum(pk=event.forum_id)))
    yield followers_of((OUTPUT, event.output_id), (FORUM, event.forum_id))


@tells(OutputsOpposed, OutputsOpposedNoMore)
def opposed(event: OutputsOpposed | OutputsOpposedNoMore, entry: Entry) -> Iterator[Audience]:
    """Each side by the entry of its own output; who follows the issue once, by the first of them."""
    for forum_id in sending_forums([event.output_id]).values_list("pk", flat=True):
        yield _members(forum_id)
    yield followers_of((OUTPUT, event.output_id))
    if event.output_id < event.other_id:
        yield followers_of(("proposals.sharedissue", event.issue_id))


@tells(BallotClosed, BallotAnnulled)
def to_be_settled(event: BallotClosed | BallotAnnulled, entry: Entry) -> Iterator[Audience]:
    """The facilitators owe the next act: what the members decided is to be carried out."""
    if event.subject_kind == OUTPUT:
        forum_id = Output.objects.values_list("forum_id", flat=True).get(pk=event.subject_id)
        yield Audience("facilitators", facilitator_user_ids(forum_id))


def _members(forum_id: int) -> Audience:
    return Audience("members", member_user_ids(Forum(pk=forum_id)))


def _authors(output_id: int) -> list[int | None]:
    return [author_user_id(pk) for pk in _ids(output_id)]


def _supporters(output_id: int) -> Iterable[int]:
    return chain.from_iterable(supporter_user_ids(pk) for pk in _ids(output_id))


def _proposals(output_id: int) -> list[tuple[str, int]]:
    return [(PROPOSAL, pk) for pk in _ids(output_id)]


def _ids(output_id: int) -> list[int]:
    return proposal_ids(Output(pk=output_id))
