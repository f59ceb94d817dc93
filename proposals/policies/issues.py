"""Who opens a shared issue, asks forums into it, and answers for one."""

from typing import Any

from django.utils.translation import gettext as _

from core.verdicts import Verdict, no, yes
from forums.policies.answers import steward
from proposals.models import SharedIssue, SharedIssuePart
from proposals.queries.issues import facilitated


def may_open_issue(user: Any) -> Verdict:
    """Facilitators of any forum, and clerks."""
    return (
        yes() if facilitated(user) else steward(user, _("Facilitators and the council's clerks open a shared issue."))
    )


def may_ask_part(user: Any, issue: SharedIssue) -> Verdict:
    return may_open_issue(user) if issue.is_open else no(_("This shared issue is closed."))


def may_answer_part(user: Any, part: SharedIssuePart) -> Verdict:
    """A facilitator of the forum that is asked; a forum that is in may leave. The issue is at hand."""
    if not part.issue.is_open:
        return no(_("This shared issue is closed."))
    if part.forum_id in facilitated(user):
        return yes()
    return no(_("Only a facilitator of that forum says whether it is in."))


def may_close_issue(user: Any, issue: SharedIssue) -> Verdict:
    """Whoever opened it, and clerks."""
    if not issue.is_open:
        return no(_("This shared issue is closed."))
    opened = getattr(user, "pk", None) is not None and issue.opened_by_id == user.pk
    return yes() if opened else steward(user, _("Only who opened it, or a clerk, closes a shared issue."))
