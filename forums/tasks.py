"""What runs by the clock. Each may run twice at once, or twice in a row, and leaves the same world."""

from celery import shared_task

from forums import actions


@shared_task
def turn() -> int:
    """Each minute: what has begun or ended by its dates is recorded, and people are told, once."""
    return actions.turn_activities() + actions.turn_phases()


@shared_task
def turn_elections() -> int:
    """Each minute: the weeks before an election have begun and ended by their days, and their banner is up."""
    return actions.turn_elections()


@shared_task
def open_votes() -> int:
    """The members vote on every change of their rules, and every end of their forum, that has been announced long enough."""
    return actions.open_due_votes() + actions.open_due_endings()


@shared_task
def plan_calendars() -> int:
    """Each night: every active forum has its meetings for as far ahead as the council plans."""
    return actions.plan_calendars()


@shared_task
def rest_and_end() -> int:
    """Each night: a forum whose rest is over goes on; one in which nothing happens is warned, and closed after two warnings."""
    return actions.resume_due() + actions.close_idle()


@shared_task
def close_summaries() -> int:
    """Every summary whose last day is over is counted: agreed, or sent back."""
    return actions.close_due_summaries()
