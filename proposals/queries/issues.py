"""Shared issues: the list, one with its forums and wards, and what belongs to which forum."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.queries import person_of
from core import subjects
from core.subjects import Subject
from core.text import number
from forums.models import Forum, Membership, Thread
from places.models import Area
from proposals.models import Proposal, SharedIssue, SharedIssuePart
from proposals.states import PartState, State

_ADDRESS = re.compile(
    r"/(?:forums/threads/(?P<thread>[0-9]{1,18})|proposals/(?P<reference>[A-Za-z0-9_-]{1,40}))(?:/|$)"
)
PROPOSAL, THREAD = "proposals.proposal", "forums.thread"
DECIDED = frozenset({State.BALLOTED, State.ADOPTED, State.NOT_ADOPTED})
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part with how its subject is called, None while nobody may see it; `decided` is what the forum made of a proposal."""

    part: SharedIssuePart
    subject: Subject | None
    area: Area | None = None
    decided: str = ""


@dataclass(frozen=True, slots=True)
class IssuePage:
    """`areas`: what the parts are about, each once, of forums that are in."""

    rows: list[PartRow]
    areas: list[Area]
    mine: frozenset[int]  # forums that whoever looks facilitates

    @property
    def disagree(self) -> bool:
        """Whether one forum adopted its own and another did not."""
        return {State.ADOPTED, State.NOT_ADOPTED} <= {
            row.decided for row in self.rows if row.part.state == PartState.IN
        }

    @property
    def forums(self) -> list[Forum]:
        return list({row.part.forum_id: row.part.forum for row in self.rows if row.part.state == PartState.IN}.values())


def issue_rows(*, closed: bool = False) -> QuerySet[SharedIssue]:
    """Shared issues with the number of forums in each, newest first."""
    rows = SharedIssue.objects.filter(closed_at__isnull=not closed)
    joined = Count("parts__forum", filter=Q(parts__state=PartState.IN), distinct=True)
    return rows.annotate(forum_count=joined).defer("summary", "summary_html").order_by("-opened_at", "-id")


def issue_page(issue: SharedIssue, user: Any) -> IssuePage:
    """A fixed number of queries, however many parts: parts, their subjects by kind, the areas, whoever looks."""
    parts = list(issue.parts.select_related("forum").order_by("id"))  # type: ignore[attr-defined]
    named = subjects.visible(user, [part.key for part in parts])
    proposals = _proposals([part.subject_id for part in parts if part.subject_kind == PROPOSAL])
    rows = [_row(part, named.get(part.key), proposals) for part in parts]
    inside = [row.area for row in rows if row.area and row.part.state == PartState.IN]
    return IssuePage(rows, list({one.pk: one for one in inside}.values()), facilitated(user))


def facilitated(user: Any) -> frozenset[int]:
    """The forums that this user facilitates; one query, and none for a visitor."""
    person = person_of(user)
    if person is None:
        return frozenset()
    return frozenset(Membership.objects.facilitators().filter(person=person).values_list("forum_id", flat=True))


def forums_of(keys: Iterable[Key]) -> dict[Key, int]:
    """The forum of each proposal or conversation that anybody may see; others are left out."""
    wanted = list(dict.fromkeys(keys))
    proposals = [pk for kind, pk in wanted if kind == PROPOSAL]
    threads = [pk for kind, pk in wanted if kind == THREAD]
    found: dict[Key, int] = {}
    for pk, forum in Proposal.objects.shown().filter(pk__in=proposals).values_list("pk", "forum_id"):
        found[PROPOSAL, pk] = forum
    for pk, forum in Thread.objects.filter(pk__in=threads, hidden_at=None).values_list("pk", "forum_id"):
        found[THREAD, pk] = forum
    return {key: found[key] for key in wanted if key in found}


def key_at(text: str) -> Key | None:
    """The record behind an address of ours, or behind a reference; None for anything else."""
    named = _ADDRESS.search(text.strip())
    if named and named["thread"]:
        return THREAD, number(named["thread"])
    reference = named["reference"] if named else text.strip()
    found = Proposal.objects.public().filter(reference=reference.upper()[:40]).values_list("pk", flat=True).first()
    return (PROPOSAL, found) if found else None


def issues_with(key: Key) -> list[SharedIssue]:
    """The open issues to which a record belongs."""
    rows = SharedIssue.objects.filter(
        closed_at=None, parts__subject_kind=key[0], parts__subject_id=key[1], parts__state=PartState.IN
    )
    return list(rows.distinct().order_by("-opened_at", "-id"))


def _row(part: SharedIssuePart, subject: Subject | None, proposals: dict[int, Proposal]) -> PartRow:
    found = proposals.get(part.subject_id) if part.subject_kind == PROPOSAL else None
    if found is None:
        return PartRow(part, subject)
    return PartRow(part, subject, found.area, found.state if found.state in DECIDED else "")


def _proposals(ids: list[int]) -> dict[int, Proposal]:
    rows = Proposal.objects.filter(pk__in=ids).select_related("area")
    return {one.pk: one for one in rows.only("state", "area__name", "area__slug")}
