"""Take in another platform's proposals and comments: in batches, once, with one entry in the record and no notices."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.queries import has_role
from chain.models import Link, Step
from chain.states import State as StepState, Station
from clocks.rules import months_beginning_with
from core import now, today
from core.text import clean, plain
from core.verdicts import no, require, yes
from forums.actions import ImportedPost, import_posts, threads_about
from forums.models import Activity, Post, Thread
from forums.queries.people import facilitators_of
from ledger.actions import record
from proposals.actions.steps import REMIT_CHECK, SUPPORTS, in_our_words
from proposals.actions.writing import digest_of
from proposals.events import ProposalsImported
from proposals.imports.rows import CommentRow, ProposalRow
from proposals.models import ImportRun, Proposal, ProposalVersion
from proposals.states import State

STATES = {"open": State.OPEN, "refused": State.REFUSED, "withdrawn": State.WITHDRAWN}
COUNT_POSTS = """
UPDATE proposals_proposal AS proposal SET post_count = thread.post_count
FROM forums_thread AS thread
WHERE thread.about_kind = 'proposals.proposal' AND thread.about_id = proposal.id
  AND proposal.source = %s AND proposal.post_count <> thread.post_count
"""


@dataclass
class Import:
    """One import under way: where it comes from, where it goes, and what it has done so far."""

    activity: Activity
    source: str
    proposals: int = 0
    posts: int = 0
    adrift: list[str] = field(default_factory=list)  # comments whose parent or proposal is nowhere

    @property
    def changed(self) -> bool:
        return bool(self.proposals or self.posts)


@transaction.atomic
def import_proposals(*, into: Import, rows: Sequence[ProposalRow]) -> int:
    """Those of the rows that were not here yet stand as proposals, with version, thread and steps; gives how many.

    Their own references and addresses are kept, their supports as a total apart.
    """
    known = set(_sources(into.source, [row.source_id for row in rows]))
    fresh = list({row.source_id: row for row in rows if row.source_id not in known}.values())
    taken = set(
        Proposal.objects.filter(reference__in=[row.reference for row in fresh]).values_list("reference", flat=True)
    )
    made = Proposal.objects.bulk_create(_proposal(into, row, taken) for row in fresh)
    ProposalVersion.objects.bulk_create(_version(proposal) for proposal in made)
    threads_about(
        forum=into.activity.forum, records=[(one, one.title, one.published_at) for one in made if one.published_at]
    )
    _place_on_the_line(into, made)
    into.proposals += len(made)
    return len(made)


@transaction.atomic
def import_comments(*, into: Import, rows: Sequence[CommentRow]) -> int:
    """Those of the rows that were not here yet stand as posts under their proposals; gives how many.

    A reply whose parent is missing stands at the top of its thread and is named in `into.adrift`.
    """
    threads = _threads(into.source, {row.proposal_id for row in rows})
    homes: dict[str, int] = _homes(into.source, {row.parent_id for row in rows if row.parent_id})
    posts = []
    for row in rows:
        thread = threads.get(row.proposal_id) or homes.get(row.parent_id)
        if thread is None:
            into.adrift.append(_("comment %(id)s belongs to no proposal here") % {"id": row.source_id})
            continue
        if row.parent_id and row.parent_id not in homes:
            into.adrift.append(
                _("comment %(id)s answers %(parent)s, which is missing; it stands at the top")
                % {"id": row.source_id, "parent": row.parent_id}
            )
        homes[row.source_id] = thread
        posts.append(_post(into, row, thread))
    made = import_posts(posts=posts)
    into.posts += made
    return made


@transaction.atomic
def finish_import(
    *, actor: Any, into: Import, failures: Iterable[tuple[int, str]], failed: int, digest: str
) -> ImportRun | None:
    """The run is written down and stands in the record as one act. An import that changed nothing leaves nothing."""
    require(
        yes()
        if actor is None or has_role(actor, "administrator", "clerk")
        else no(_("Only the council's staff bring in another platform's record."))
    )
    if not into.changed:
        return None
    with connection.cursor() as cursor:
        cursor.execute(COUNT_POSTS, [into.source])
    run = ImportRun.objects.create(
        source=into.source,
        forum=into.activity.forum,
        proposals=into.proposals,
        posts=into.posts,
        failures=list(failures),
        failed=failed,
        digest=digest,
        started_at=now(),
        ended_at=now(),
    )
    record(
        ProposalsImported(run_id=run.pk, forum_id=into.activity.forum_id, count=into.proposals, posts=into.posts),
        actor=actor,
        subject=into.activity.forum,
        role="importer",
    )
    return run


def _sources(source: str, ids: Sequence[str]) -> Iterable[str]:
    return Proposal.objects.filter(source=source, source_id__in=ids).values_list("source_id", flat=True)


def _proposal(into: Import, row: ProposalRow, taken: set[str | None]) -> Proposal:
    reference = row.reference if row.reference and row.reference not in taken else f"{into.source}-{row.source_id}"[:40]
    taken.add(reference)
    body = plain(row.html)
    state = STATES[row.outcome]
    return Proposal(
        activity=into.activity,
        forum=into.activity.forum,
        reference=reference.upper(),
        author_label=row.author_label,
        origin=row.origin,
        topic=row.topic,
        language=row.language,
        title=row.title,
        body=body,
        body_html=clean(row.html if "<" in row.html else f"<p>{row.html}</p>"),
        state=state,
        threshold=into.activity.threshold,
        minimum_level=into.activity.minimum_level,
        imported_supports=row.supports,
        checked_at=now() if state == State.OPEN else None,
        supports_closed_at=None if state == State.OPEN else now(),
        source=into.source,
        source_id=row.source_id,
        source_url=row.url,
        created_at=row.published_at,
        published_at=row.published_at,
        expires_on=months_beginning_with(today(), into.activity.months_open),
    )


def _version(proposal: Proposal) -> ProposalVersion:
    return ProposalVersion(
        proposal=proposal,
        version=1,
        title=proposal.title,
        body=proposal.body,
        digest=digest_of(proposal.title, proposal.body, ""),
        at=proposal.created_at,
    )


def _place_on_the_line(into: Import, made: Sequence[Proposal]) -> None:
    """First station: decided where they come from. Those that stand open gather supports here from now on."""
    first = Step.objects.bulk_create(_first_step(into, proposal) for proposal in made)
    open_ones = [(proposal, step) for proposal, step in zip(made, first, strict=True) if proposal.state == State.OPEN]
    second = Step.objects.bulk_create(
        Step(
            **_about(proposal),
            kind=SUPPORTS,
            station=Station.SUPPORTED,
            owner_key="people",
            owner_label=in_our_words(_, "everyone who lives here"),
            due=proposal.expires_on,
            opened_at=now(),
        )
        for proposal, _first in open_ones
    )
    Link.objects.bulk_create(
        Link(parent=parent, child=child) for (_one, parent), child in zip(open_ones, second, strict=True)
    )


def _first_step(into: Import, proposal: Proposal) -> Step:
    refused = proposal.state != State.OPEN
    reason = in_our_words(_, "Withdrawn by its author on %(source)s.", source=into.source)
    if proposal.state == State.REFUSED:
        reason = in_our_words(_, "Rejected on %(source)s, where it was made.", source=into.source)
    return Step(
        **_about(proposal),
        kind=REMIT_CHECK,
        station=Station.PROPOSED,
        owner_key=f"forum:{proposal.forum_id}",
        owner_label=facilitators_of(into.activity.forum),
        state=StepState.REFUSED if refused else StepState.DONE,
        refusal=reason if refused else "",
        opened_at=proposal.created_at,
        closed_at=now() if refused else proposal.published_at,
    )


def _about(proposal: Proposal) -> dict[str, Any]:
    return {
        "subject_kind": "proposals.proposal",
        "subject_id": proposal.pk,
        "title": proposal.title,
        "address": proposal.address,
    }


def _threads(source: str, ids: set[str]) -> dict[str, int]:
    """Thread ids by the source ids of their proposals."""
    keys = dict(Proposal.objects.filter(source=source, source_id__in=ids).values_list("pk", "source_id"))
    threads = Thread.objects.filter(about_kind="proposals.proposal", about_id__in=list(keys))
    return {keys[about]: pk for about, pk in threads.values_list("about_id", "pk") if about is not None}


def _homes(source: str, ids: set[str]) -> dict[str, int]:
    """Thread ids by the source ids of posts that stand already."""
    return dict(Post.objects.filter(source=source, source_id__in=ids).values_list("source_id", "thread_id"))


def _post(into: Import, row: CommentRow, thread: int) -> ImportedPost:
    return ImportedPost(
        thread_id=thread,
        source=into.source,
        source_id=row.source_id,
        html=row.html,
        author_label=row.author_label,
        created_at=row.created_at,
        parent_source_id=row.parent_id,
        stance=row.stance,
        useful=row.useful,
        language=row.language,
    )


def digest_of_files(paths: Iterable[Any]) -> str:
    """SHA-256 over the files as they were read, for the run's own record."""
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                total.update(block)
    return total.hexdigest()
