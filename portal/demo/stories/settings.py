"""The council sets a number that holds by now and one that is to come; a rule by which words waited was set and ended."""

from datetime import timedelta
from decimal import Decimal

from core import today
from forums.actions import set_measure
from moderation.actions import end_hold_rule, set_hold_rule, set_setting
from portal.demo.acts import wait
from portal.demo.stage import Story
from portal.demo.world import World


def stories(world: World) -> list[Story]:
    return [_longer_locks(world), _more_backers(world), _listed_words(world)]


def _longer_locks(world: World) -> Story:
    """It began a week after it was set, and the older one stays to be read."""
    yield world.calendar.weekday_ago(60)
    set_setting(
        actor=world.staff["moderator"],
        key="desk.lock_minutes",
        amount=Decimal(20),
        since=today() + timedelta(days=7),
        why="Whoever writes a statement in two languages needed longer than a quarter of an hour.",
    )


def _more_backers(world: World) -> Story:
    """Requests that gather by then keep the number under which they began."""
    yield world.calendar.weekday_ago(12)
    set_measure(
        actor=world.clerk,
        key="request.backers",
        amount=Decimal(30),
        since=today() + timedelta(days=40),
        why="Four requests came in the first year, and each had far more than twenty-five behind it.",
    )


def _listed_words(world: World) -> Story:
    yield world.calendar.weekday_ago(46)
    rule = set_hold_rule(
        actor=world.staff["moderator"],
        kind="words",
        words="payday loan\nguaranteed credit",
        host_key=f"forum:{world.forums['HOU'].pk}",
        why="Lenders wrote to tenants in arrears under every conversation.",
    )
    yield wait(world, 20)
    end_hold_rule(actor=world.staff["moderator"], rule=rule, why="No lender has come back for two weeks.")
