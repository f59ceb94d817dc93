"""Who may do what with a gathering: its host says who runs it, its state says what can still be done."""

from typing import Any

from django.utils.translation import gettext as _

from core.clock import day_of, today
from core.verdicts import Verdict, no, yes
from meetings import hosts
from meetings.models import Gathering
from meetings.states import TO_COME, State


def may_run(user: Any, gathering: Gathering) -> Verdict:
    """Whoever may run the host's gatherings."""
    return hosts.may_run(user, gathering.host_kind, gathering.host_id)


def may_reschedule(user: Any, gathering: Gathering) -> Verdict:
    return may_run(user, gathering) and can_change(gathering)


def may_cancel(user: Any, gathering: Gathering) -> Verdict:
    return may_run(user, gathering) and can_change(gathering)


def may_add_item(user: Any, gathering: Gathering) -> Verdict:
    return may_run(user, gathering) and can_take_items(gathering)


def may_publish(user: Any, gathering: Gathering) -> Verdict:
    if gathering.state not in (State.SCHEDULED, State.AGENDA_OPEN):
        return may_run(user, gathering) and no(_("The agenda is out already, or the gathering is over."))
    return may_run(user, gathering)


def may_start(user: Any, gathering: Gathering) -> Verdict:
    if gathering.state != State.PUBLISHED:
        return may_run(user, gathering) and no(_("A gathering begins once its agenda is out."))
    return may_run(user, gathering)


def may_end(user: Any, gathering: Gathering) -> Verdict:
    if gathering.state != State.IN_SESSION:
        return may_run(user, gathering) and no(_("Only a gathering that is in session can end."))
    return may_run(user, gathering)


def may_record_attendance(user: Any, gathering: Gathering) -> Verdict:
    return may_run(user, gathering) and can_count(gathering)


def may_check_in(user: Any, gathering: Gathering) -> Verdict:
    """Let people in at the door, and count them."""
    return may_run(user, gathering) and can_check_in(gathering)


def may_settle_items(user: Any, gathering: Gathering) -> Verdict:
    """Write down what came of each item."""
    return may_run(user, gathering) and can_be_written_up(gathering)


def may_write_notes(user: Any, gathering: Gathering) -> Verdict:
    return may_run(user, gathering) and can_be_written_up(gathering)


def can_change(gathering: Gathering) -> Verdict:
    """Its date, place and whether it takes place at all stay open until it begins."""
    if gathering.state in TO_COME:
        return yes()
    if gathering.state == State.CANCELLED:
        return no(_("This gathering was cancelled."))
    return no(_("This gathering has begun: its date and place are history."))


def can_take_items(gathering: Gathering) -> Verdict:
    if gathering.state == State.CANCELLED:
        return no(_("This gathering was cancelled."))
    if gathering.state == State.ENDED:
        return no(_("This gathering is over: its agenda is history."))
    return yes()


def can_count(gathering: Gathering) -> Verdict:
    """Who was there is written down while it is in session and after."""
    if gathering.state in (State.IN_SESSION, State.ENDED):
        return yes()
    return no(_("Who is there can be written down once the gathering has begun."))


def can_check_in(gathering: Gathering) -> Verdict:
    """The door opens on the day itself, before the gathering begins, and people can be counted until it is written up."""
    if gathering.state == State.PUBLISHED and day_of(gathering.starts_at) <= today():
        return yes()
    if gathering.state in TO_COME:
        return no(_("The door opens on the day of the meeting, once its agenda is out."))
    return can_count(gathering)


def can_be_written_up(gathering: Gathering) -> Verdict:
    if gathering.state in (State.IN_SESSION, State.ENDED):
        return yes()
    return no(_("There is nothing to write up before the gathering has begun."))
