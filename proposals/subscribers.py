"""What proposals do when there is news from below, or from themselves for the floors below."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max

from accounts.events import LevelChanged
from accounts.merging import folds
from ballots.events import BallotClosed
from ballots.models import Ballot
from forums.events import PostPublished, PostsMoved
from forums.queries import gives_signs
from forums.queries.steering import abouts
from ledger.listeners import hears
from ledger.models import Entry
from moderation.events import ContentDecided
from proposals import picking  # noqa: F401 -- registers with meetings
from proposals.actions import (
    count_posts,
    find_likenesses,
    find_twins,
    fold_persons,
    name_everywhere,
    note_count,
    raise_levels,
)
from proposals.actions.issues import index_issue
from proposals.events import (
    IssueOpened,
    ProposalEdited,
    ProposalPublished,
    ProposalsImported,
    ProposalWithdrawn,
    RemitChecked,
)
from proposals.models import ImportRun, Proposal
from search import actions as search

KIND = "proposals.proposal"


@hears(ProposalPublished, ProposalEdited, ProposalWithdrawn, RemitChecked)
def find_it(event: ProposalPublished, entry: Entry) -> None:
    """What is public can be found, also when it came to nothing; what its author withdrew, by its address only."""
    index(event.proposal_id)
    find_likenesses(proposal_id=event.proposal_id)
    find_twins(proposal_id=event.proposal_id)


@hears(ContentDecided)
def find_it_again(event: ContentDecided, entry: Entry) -> None:
    """Hidden, it left the search at once, and its title leaves its steps and its debate; restored, they are back."""
    if event.subject_kind == KIND:
        name_everywhere(proposal=Proposal.objects.get(pk=event.subject_id))
        index(event.subject_id)
        find_likenesses(proposal_id=event.subject_id)
        find_twins(proposal_id=event.subject_id)


@hears(IssueOpened)
def find_the_issue(event: IssueOpened, entry: Entry) -> None:
    index_issue(issue_id=event.issue_id)


@hears(LevelChanged)
def count_at_the_new_level(event: LevelChanged, entry: Entry) -> None:
    raise_levels(person_id=event.person_id)


@folds
def count_once(kept_person_id: int, merged_person_id: int) -> None:
    """Supports count once, from the earlier moment on; proposals are those of the person who is kept."""
    fold_persons(person_id=merged_person_id, into_id=kept_person_id)


@hears(PostPublished)
def count_the_post(event: PostPublished, entry: Entry) -> None:
    if event.about_kind == KIND:
        count_posts(proposal_id=event.about_id)


@hears(PostsMoved)
def count_what_moved(event: PostsMoved, entry: Entry) -> None:
    """A marker stays where they were."""
    gained = {event.from_thread_id: 1 - event.posts, event.to_thread_id: event.posts}
    for thread, kind, pk in abouts(gained):
        if kind == KIND:
            count_posts(proposal_id=pk, by=gained[thread])


@hears(BallotClosed)
def begin_the_challenge(event: BallotClosed, entry: Entry) -> None:
    if event.subject_kind == KIND:
        note_count(ballot=Ballot.objects.get(pk=event.ballot_id))


@gives_signs
def last_asked(forum_ids: Collection[int]) -> dict[int, datetime]:
    """A forum in which somebody asks for something is not idle."""
    rows = Proposal.objects.filter(forum__in=forum_ids, published_at__isnull=False).order_by().values_list("forum")
    return dict(rows.annotate(last=Max("published_at")).values_list("forum", "last"))


@hears(ProposalsImported)
def find_them(event: ProposalsImported, entry: Entry) -> None:
    """What another platform published can be found here; titles that an author took back there cannot."""
    run = ImportRun.objects.get(pk=event.run_id)
    imported = Proposal.objects.shown().filter(source=run.source, forum_id=run.forum_id).exclude(state="withdrawn")
    for proposal in imported.iterator(chunk_size=500):
        _index(proposal)


def index(proposal_id: int) -> None:
    """The search knows the proposal as it stands, or does not know it."""
    proposal = Proposal.objects.shown().filter(pk=proposal_id).exclude(state="withdrawn").first()
    if proposal is None:
        search.withdraw(subject_kind=KIND, subject_id=proposal_id)
        return
    _index(proposal)


def _index(proposal: Proposal) -> None:
    search.index(
        subject_kind=KIND,
        subject_id=proposal.pk,
        title=proposal.title,
        body=f"{proposal.body}\n\n{proposal.assets}".strip(),
        url=proposal.address,
        at=proposal.published_at or proposal.created_at,
        language=proposal.language,
        group=f"forum:{proposal.forum_id}",
        area_id=proposal.area_id,
    )
