"""Who may call a meeting, publish its agenda and hold it, and when."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Role
from committees.models import Body, Meeting
from committees.policies.who import clerk, clerk_or_chair, officer
from committees.states import ItemState
from core import today
from core.clock import day_of
from core.verdicts import Verdict, no, yes
from meetings.states import State

BEFORE = (State.SCHEDULED, State.PUBLISHED)


def may_schedule(user: Any, body: Body) -> Verdict:
    allowed = clerk(user, _("Only a clerk can call a meeting of this body."))
    if not allowed:
        return allowed
    if body.until is not None and body.until <= today():
        return no(_("This body has been wound up."))
    return yes()


def may_reschedule(user: Any, meeting: Meeting) -> Verdict:
    allowed = clerk(user, _("Only a clerk can move a meeting to another day."))
    if not allowed:
        return allowed
    if meeting.gathering.state != State.SCHEDULED:
        return no(
            _("The agenda is out, so the day stands. Cancel the meeting and name the one that takes up its items.")
        )
    return yes()


def may_cancel(user: Any, meeting: Meeting) -> Verdict:
    allowed = clerk(user, _("Only a clerk can cancel a meeting."))
    if not allowed:
        return allowed
    return yes() if meeting.gathering.state in BEFORE else no(_("This meeting has begun, so it cannot be cancelled."))


def may_add_item(user: Any, meeting: Meeting) -> Verdict:
    allowed = clerk_or_chair(user, meeting.body, _("Only a clerk or the chair can put an item on the agenda."))
    if not allowed:
        return allowed
    if meeting.gathering.state in {State.ENDED, State.CANCELLED}:
        return no(_("This meeting is over. Put the item on the agenda of the next one."))
    return yes()


def may_publish_agenda(user: Any, meeting: Meeting) -> Verdict:
    allowed = clerk(user, _("Only a clerk can publish the agenda."))
    if not allowed:
        return allowed
    if meeting.gathering.state != State.SCHEDULED:
        return no(_("The agenda has been published."))
    if not meeting.agenda.exists():
        return no(_("There is nothing on the agenda yet. Add an item first."))
    return yes()


def may_start(user: Any, meeting: Meeting) -> Verdict:
    allowed = clerk_or_chair(user, meeting.body, _("Only the chair or a clerk can open the meeting."))
    if not allowed:
        return allowed
    gathering = meeting.gathering
    if gathering.state == State.SCHEDULED:
        return no(_("The agenda has not been published, so the meeting cannot be held."))
    if gathering.state != State.PUBLISHED:
        return no(_("This meeting has been opened already."))
    day = day_of(gathering.starts_at)
    if today() < day:
        return no(_("The meeting is on %(day)s and cannot be opened before.") % {"day": date_format(day, "j F Y")})
    return yes()


def may_record_attendance(user: Any, meeting: Meeting) -> Verdict:
    allowed = clerk(user, _("Only a clerk can write down who is there."))
    return _in_session(meeting) if allowed else allowed


def may_end(user: Any, meeting: Meeting) -> Verdict:
    allowed = clerk(user, _("Only a clerk can write down that the meeting has ended."))
    if not allowed:
        return allowed
    going_on = _in_session(meeting)
    if not going_on:
        return going_on
    left = meeting.agenda.filter(state=ItemState.PLANNED).count()
    if left:
        return no(
            _("Each item must be dealt with or adjourned to a named meeting first. Still open: %(left)s.")
            % {"left": left}
        )
    return yes()


def may_write_minutes(user: Any, meeting: Meeting) -> Verdict:
    allowed = clerk(user, _("Only a clerk can write the minutes."))
    if not allowed:
        return allowed
    if meeting.gathering.state not in {State.IN_SESSION, State.ENDED}:
        return no(_("There is nothing to write down before the meeting has begun."))
    return yes()


def may_agree_minutes(user: Any, meeting: Meeting) -> Verdict:
    return clerk_or_chair(
        user, meeting.body, _("Only a clerk or the chair can write down that the minutes were agreed.")
    )


def may_issue(user: Any, recommendation: Any) -> Verdict:
    """Here because it is the meeting's last duty: to send what it adopted."""
    allowed = officer(
        user,
        Role.CLERK,
        Role.SCRUTINY_OFFICER,
        otherwise=_("Only a clerk or the scrutiny officer can send this to the cabinet."),
    )
    if not allowed:
        return allowed
    return (
        yes()
        if recommendation.state == "adopted"
        else no(_("Only an adopted recommendation that has not been sent can be sent."))
    )


def quorate(meeting: Meeting) -> Verdict:
    """Whether the body can decide: in session, attendance taken, quorum met."""
    going_on = _in_session(meeting)
    if not going_on:
        return going_on
    if meeting.quorum_met is None:
        return no(_("First write down who is there, so that everybody can see that the body can decide."))
    if not meeting.quorum_met:
        return no(
            _(
                "Fewer voting members are there than the %(quorum)s that this body needs to decide. The item can be adjourned to a later meeting."
            )
            % {"quorum": meeting.body.quorum}
        )
    return yes()


def _in_session(meeting: Meeting) -> Verdict:
    if meeting.gathering.state == State.IN_SESSION:
        return yes()
    if meeting.gathering.state == State.ENDED:
        return no(_("The meeting has ended."))
    return no(_("The meeting has not been opened yet."))
