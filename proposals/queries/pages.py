"""All that a proposal's page shows, in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from chain.queries import line_for
from chain.stops import Stop
from core.prepared import Prepared, slot
from core.subjects import Subject, key_of
from forums.models import Thread
from forums.queries import BestPosts, ThreadPage, opening_of, thread_for
from ledger.queries import Line, timeline
from proposals.models import Adoption, Pair, Proposal, ProposalVersion, SharedIssue
from proposals.queries.decisions import Decisions, decisions_on
from proposals.queries.issues import issues_with
from proposals.queries.pairs import joined_into
from proposals.queries.people import Mine, mine
from proposals.queries.similar import likenesses_of
from proposals.states import State

_FOR_PAGE: Prepared[Proposal] = Prepared(
    lambda: Proposal.objects.for_page().public().filter(reference=slot("reference")), planned=True
)
_FOR_ACT: Prepared[Proposal] = Prepared(
    lambda: Proposal.objects.for_act().public().filter(reference=slot("reference")), planned=True
)

FIRST_POSTS = 10
NEWS = 12


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """`mine` is there for who is signed in, `decisions` once members were asked, the posts once somebody has spoken."""

    line: tuple[Stop, ...]
    mine: Mine | None
    news: list[Line]
    thread: Thread | None
    posts: ThreadPage | None
    best: BestPosts | None
    decisions: Decisions
    likenesses: list[Proposal]  # of other forums
    issues: list[SharedIssue]  # shared ones to which it belongs
    joined: Pair | None  # of a withdrawn one: the proposal to which its author joined it

    @property
    def adoption(self) -> Adoption | None:
        """What the proposal's own forum was asked."""
        return self.decisions.own


def public_proposal(reference: str) -> Proposal | None:
    """The public proposal with this reference, in capitals or not, and all that its page says of it."""
    return _FOR_PAGE.one(reference=reference.upper())


def supportable_proposal(reference: str) -> Proposal | None:
    """The same with no more than the policies of supporting look at."""
    return _FOR_ACT.one(reference=reference.upper())


def proposal_page(proposal: Proposal, user: Any) -> ProposalPage:
    """Four queries for a visitor (line, news, thread, posts); one more for who is signed in, one for ballots, two where others are like it."""
    thread = thread_for(proposal)
    posts, best = opening_of(thread, size=FIRST_POSTS) if thread is not None and thread.post_count else (None, None)
    return ProposalPage(
        line=line_for(proposal),
        mine=mine(user, proposal),
        news=timeline(key_of(proposal), limit=NEWS, known=subject_of(proposal)),
        thread=thread,
        posts=posts,
        best=best,
        decisions=decisions_on(proposal),
        likenesses=likenesses_of(proposal),
        issues=issues_with(key_of(proposal)) if proposal.likeness_count else [],
        joined=joined_into(proposal) if proposal.state == State.WITHDRAWN else None,
    )


def subject_of(proposal: Proposal) -> Subject:
    """What its own page need not ask for again; without its words while it is hidden."""
    label = proposal.reference if proposal.is_hidden else proposal.title
    return Subject(kind="proposals.proposal", id=proposal.pk, label=label or "", url="", public=True)


def versions_of(proposal: Proposal) -> list[ProposalVersion]:
    """Every version, the newest first."""
    return list(ProposalVersion.objects.filter(proposal=proposal).order_by("-version"))


def checks_waiting(forum_ids: list[int]) -> QuerySet[Proposal]:
    """The proposals of these forums that nobody has checked yet, the oldest first."""
    return (
        Proposal.objects.open()
        .filter(forum_id__in=forum_ids, checked_at=None, hidden_at=None)
        .order_by("published_at", "id")
    )
