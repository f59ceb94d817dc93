"""Who writes what a conversation came to, and who says whether it is so."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.queries import person_of
from core.verdicts import Verdict, no, yes
from forums.models import Point, Summary, Thread
from forums.policies.answers import resting, sign_in
from forums.queries.people import is_facilitator, membership_of


def may_summarise(user: Any, thread: Thread) -> Verdict:
    """Write a summary of this conversation, or go on writing it."""
    if thread.is_hidden:
        return no(_("This conversation is hidden."))
    if not thread.forum.is_active:
        return resting(thread.forum)
    if is_facilitator(user, thread.forum):
        return yes()
    return no(_("A facilitator of this forum writes the summary. Members agree or object to each of its points."))


def may_write_summary(user: Any, summary: Summary) -> Verdict:
    """Change its points: only while nobody has been asked about them."""
    if not summary.is_draft:
        return no(_("This summary went before the members, so its words stay. Begin a new version to change it."))
    return may_summarise(user, summary.thread)


def may_open_summary(user: Any, summary: Summary) -> Verdict:
    """Put it before the members: it has points, and each of them rests on a post."""
    verdict = may_write_summary(user, summary)
    if not verdict:
        return verdict
    points = list(Point.objects.filter(summary=summary).prefetch_related("citations"))
    if not points:
        return no(_("Write at least one point first."))
    bare = [str(point.number) for point in points if not point.citations.all()]
    if bare:
        return no(_("Each point cites a post. These do not yet: %(points)s.") % {"points": ", ".join(bare)})
    return yes()


def may_answer_point(user: Any, point: Point) -> Verdict:
    """Agree or object, while the summary is before the members; facilitators run the forum and decide no content."""
    if point.summary.is_draft:
        return no(_("This summary is being written. You can answer once it is before the members."))
    if not point.summary.is_open:
        return no(_("The time for answers is over. The figures stand beside each point."))
    if person_of(user) is None:
        return sign_in(_("Sign in to agree or object."))
    membership = membership_of(user, point.summary.thread.forum)
    if membership is None:
        return no(_("The members of the forum agree or object to its summaries."))
    if membership.is_facilitator:
        return no(_("You run this forum, so you do not decide what it says."))
    return yes()


def may_group_posts(user: Any, thread: Thread) -> Verdict:
    """Put posts under a tag or a group."""
    if thread.is_hidden:
        return no(_("This conversation is hidden."))
    if is_facilitator(user, thread.forum):
        return yes()
    return no(_("A facilitator of this forum tags and groups what was said. Everybody sees it."))
