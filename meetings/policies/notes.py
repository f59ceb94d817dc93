"""Who may object to notes, and when they count as agreed."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.policies import signed_in
from clocks.queries import deadline_of
from core.clock import today
from core.subjects import key_of
from core.verdicts import Verdict, no, yes
from meetings import hosts
from meetings.models import Gathering, Notes
from meetings.policies.gatherings import can_be_written_up, may_run
from meetings.states import State


def may_object(user: Any, notes: Notes) -> Verdict:
    """Members of the host, to the latest version, in the days for it."""
    gathering = notes.gathering
    if notes.agreed_at is not None:
        return no(_("These notes are agreed. What is wrong in them can be said at the next meeting."))
    if gathering.notes.filter(version__gt=notes.version).exists():
        return no(_("There is a newer version of these notes."))
    deadline = deadline_of(key_of(gathering), "meetings.notes") if hosts.is_assembly(gathering.host_kind) else None
    if deadline is None:
        return no(_("The notes of this body are agreed at its next meeting."))
    if deadline.due < today():
        return no(_("The days in which members can object to these notes are over."))
    known = signed_in(user)
    if not known:
        return known
    if hosts.belongs(user, gathering.host_kind, gathering.host_id):
        return yes()
    return no(_("Only members object to the notes of their meeting."))


def may_agree_notes(user: Any, gathering: Gathering) -> Verdict:
    """Those who run it write down that the members agreed: for an assembly, at a later meeting; without one, nobody's objection agrees to them in time."""
    asked = may_run(user, gathering) and can_be_written_up(gathering)
    if not asked or not hosts.is_assembly(gathering.host_kind):
        return asked
    later = Gathering.objects.of(gathering.host_kind, gathering.host_id).filter(
        starts_at__gt=gathering.starts_at, state__in=(State.IN_SESSION, State.ENDED)
    )
    if later.exists():
        return yes()
    return no(
        _(
            "The members agree to these notes at their next meeting; or by themselves, when the days for objections are over."
        )
    )


def may_add_recording(user: Any, gathering: Gathering) -> Verdict:
    return may_run(user, gathering) and can_be_written_up(gathering)
