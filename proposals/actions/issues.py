"""Open a shared issue, ask forums into it, answer for a forum, close it. Nobody puts another forum in."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import now
from core.states import StateConflict
from core.text import one_line, render
from core.verdicts import Refused, no, require
from ledger.actions import record
from proposals.events import IssueClosed, IssueForumAnswered, IssueForumAsked, IssueOpened
from proposals.models import SharedIssue, SharedIssuePart
from proposals.policies import may_answer_part, may_ask_part, may_close_issue, may_open_issue
from proposals.queries.issues import Key, facilitated, forums_of
from proposals.states import PartState
from search import actions as search


@transaction.atomic
def open_issue(*, actor: Any, title: str, summary: str = "", keys: Iterable[Key]) -> SharedIssue:
    """The issue has a page; forums that the actor facilitates are in it, the others are asked.

    `keys` name proposals and conversations of at least two forums.
    """
    require(may_open_issue(actor))
    found = forums_of(keys)
    if len(set(found.values())) < 2:
        raise Refused(no(_("A shared issue is raised by at least two forums. Choose something of another forum too.")))
    made = SharedIssue.objects.create(
        title=one_line(title), summary=summary.strip(), summary_html=render(summary), opened_by=actor, opened_at=now()
    )
    record(IssueOpened(made.pk, forums=len(set(found.values()))), actor=actor, subject=made)
    mine = facilitated(actor)
    for key, forum_id in found.items():
        _ask(actor, made, key, forum_id, joined=forum_id in mine)
    return made


@transaction.atomic
def ask_part(*, actor: Any, issue: SharedIssue, key: Key) -> SharedIssuePart:
    """One more proposal or conversation: in at once where the actor facilitates its forum, else that forum is asked."""
    held = SharedIssue.objects.select_for_update().get(pk=issue.pk)
    require(may_ask_part(actor, held))
    forum_id = forums_of([key]).get(key)
    if forum_id is None:
        raise Refused(no(_("This is no public proposal or conversation of a forum.")))
    try:
        with transaction.atomic():
            return _ask(actor, held, key, forum_id, joined=forum_id in facilitated(actor))
    except IntegrityError as error:
        raise Refused(no(_("This is in the shared issue already, or its forum was asked."))) from error


@transaction.atomic
def answer_part(*, actor: Any, part: SharedIssuePart, joins: bool, words: str = "") -> SharedIssuePart:
    """The forum is in, or stays out; it may think again either way. Raises StateConflict where it said so already."""
    held = SharedIssuePart.objects.select_for_update(of=("self",)).select_related("issue").get(pk=part.pk)
    require(may_answer_part(actor, held))
    wanted = PartState.IN if joins else PartState.OUT
    if held.state == wanted:
        raise StateConflict
    held.state, held.words, held.answered_at = wanted, one_line(words), now()
    held.save(update_fields=("state", "words", "answered_at"))
    event = IssueForumAnswered(held.issue_id, held.pk, forum_id=held.forum_id, joined=joins)
    record(event, actor=actor, subject=held.issue, role="facilitator")
    return held


@transaction.atomic
def close_issue(*, actor: Any, issue: SharedIssue, reason: str) -> SharedIssue:
    """It takes no more parts and its page stays, with the reason."""
    held = SharedIssue.objects.select_for_update().get(pk=issue.pk)
    require(may_close_issue(actor, held))
    held.closed_at, held.closed_because = now(), one_line(reason)
    if not held.closed_because:
        raise Refused(no(_("Say why it is closed: the reason is published.")))
    held.save(update_fields=("closed_at", "closed_because"))
    record(IssueClosed(held.pk), actor=actor, subject=held)
    return held


def index_issue(*, issue_id: int) -> None:
    """The search knows the issue."""
    issue = SharedIssue.objects.get(pk=issue_id)
    search.index(
        subject_kind="proposals.sharedissue", subject_id=issue.pk, title=issue.title, body=issue.summary,
        url=issue.address, at=issue.opened_at,
    )  # fmt: skip


def _ask(actor: Any, issue: SharedIssue, key: Key, forum_id: int, *, joined: bool) -> SharedIssuePart:
    moment = now()
    part = SharedIssuePart.objects.create(
        issue=issue, forum_id=forum_id, subject_kind=key[0], subject_id=key[1],
        state=PartState.IN if joined else PartState.ASKED, asked_at=moment, answered_at=moment if joined else None,
    )  # fmt: skip
    if joined:
        event: Any = IssueForumAnswered(issue.pk, part.pk, forum_id=forum_id, joined=True)
    else:
        event = IssueForumAsked(issue.pk, part.pk, forum_id=forum_id)
    record(event, actor=actor, subject=issue)
    return part
