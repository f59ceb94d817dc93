"""Outputs on their way: sent, acknowledged, redirected, refused, on an agenda, adjourned, in the room."""

from typing import Any

from committees import actions
from committees.actions import adjourn_item, cancel_meeting, draft_recommendation
from portal.demo.acts import (
    Part,
    accepted,
    acknowledged,
    concluded,
    ended,
    fresh,
    opened,
    publish,
    recommended,
    referred,
    scheduled,
    wait,
    whole_way,
)
from portal.demo.stage import Story
from portal.demo.world import World

# What each forum asks: title, topic, words.
ASKS = {
    "STI": ("Mattresses collected for nothing twice a year", "waste", "Mattresses lie on pavements because a collection costs a day's wage. We ask for two collections a year for nothing, on days that everybody knows."),
    "YTH": ("Half fares until nineteen", "youth", "Young people pay full fares at sixteen and earn half. We ask for half fares until nineteen, on every bus, with the school card as proof."),
    "JOB": ("Apprenticeships on council building sites", "jobs", "Whoever builds for the council should teach somebody. We ask for one apprentice on every site with more than twenty people, taken from the wards around it."),
    "SEN": ("School transport that children know by name", "schools", "Children with special needs meet a new driver each week and refuse to get in. We ask for the same driver and escort for a whole term."),
    "CTS": ("No bailiffs for council tax support", "council tax", "People who get support because they have too little are sent bailiffs when they fall behind. We ask the council never to do that."),
    "DAY": ("Pay travel to day opportunities", "day opportunities", "The new strategy lets people choose what they do with their days, and pays for no bus to get there. We ask that travel is part of every plan."),
    "SAF": ("Lights on the canal path until eleven", "safety", "The path between the station and the estates is dark at five in winter. We ask for lights until eleven, low and warm, as on the next canal."),
    "NEL": ("A crossing at the reservoir gate", "streets", "Four hundred people cross the road to the reservoir each Sunday, and there is nowhere to do it. We ask for a crossing with a light."),
}  # fmt: skip


def stories(world: World) -> list[Story]:
    return [
        _sent(world),
        _acknowledged(world),
        _redirected(world),
        _refused(world),
        _on_an_agenda(world),
        _adjourned(world),
        _in_the_room(world),
        _cancelled(world),
        _just_adopted(world),
    ]


def _asked(world: World, code: str, ago: int) -> Part:
    yield world.calendar.weekday_ago(ago)
    title, topic, body = ASKS[code]
    ask: dict[str, Any] = {"title": title, "topic": topic, "body": body, "kind": "policy"}
    text = {
        "title": title,
        "summary": body.split(". ")[0] + ".",
        "findings": f"{body}\n\nMembers met twice and asked those concerned.",
        "dissent": "One member thinks that it should wait for next year's budget.",
    }
    output = yield from whole_way(world, code, world.dice.choice(world.members[code]), ask, text)
    yield wait(world, 1)
    return output


def _sent(world: World) -> Story:
    output = yield from _asked(world, "YTH", 64)
    referred(world, "YTH", output, "CSC")


def _acknowledged(world: World) -> Story:
    output = yield from _asked(world, "JOB", 70)
    yield from acknowledged(world, referred(world, "JOB", output, "ES"))


def _redirected(world: World) -> Story:
    output = yield from _asked(world, "SEN", 70)
    referral = yield from acknowledged(world, referred(world, "SEN", output, "CSC"))
    yield wait(world, 2)
    actions.redirect_referral(
        actor=world.chairs["CSC"], referral=fresh(referral), body=world.bodies["LCP"],
        reason="School transport is looked at by Learning, Culture and Physical Activity.", chair_agrees=True,
    )  # fmt: skip


def _refused(world: World) -> Story:
    output = yield from _asked(world, "CTS", 95)
    referral = yield from acknowledged(world, referred(world, "CTS", output, "RES"))
    yield wait(world, 3)
    actions.refuse_referral(
        actor=world.chairs["RES"], referral=fresh(referral), chair_agrees=True,
        reason="The committee reviewed the same question in the spring and its recommendation is before the cabinet. We will come back to it when it is answered.",
    )  # fmt: skip


def _on_an_agenda(world: World) -> Story:
    """Accepted to a meeting that is still to come; its agenda is out."""
    output = yield from _asked(world, "DAY", 80)
    referral = yield from acknowledged(world, referred(world, "DAY", output, "HSC"))
    day = world.calendar.ago(-12).date()
    meeting = scheduled(world, "HSC", wait(world, (day - world.calendar.last_day).days + 20).date())
    accepted(world, referral, meeting)
    yield wait(world, 1)
    publish(world, meeting)
    scheduled(world, "HSC", wait(world, 70).date())


def _adjourned(world: World) -> Story:
    output = yield from _asked(world, "SAF", 110)
    referral = yield from acknowledged(world, referred(world, "SAF", output, "HN"))
    meeting = scheduled(world, "HN", wait(world, 14).date())
    item = accepted(world, referral, meeting)
    publish(world, meeting)
    yield meeting.gathering.starts_at
    meeting = opened(world, meeting)
    later = scheduled(world, "HN", wait(world, 45).date())
    adjourn_item(actor=world.clerk, agenda_item=fresh(item), meeting=later)
    actions.end_meeting(actor=world.clerk, meeting=fresh(meeting))


def _in_the_room(world: World) -> Story:
    """The committee sits at this moment, with a recommendation on the table."""
    output = yield from _asked(world, "NEL", 85)
    referral = yield from acknowledged(world, referred(world, "NEL", output, "ATRANS"))
    meeting = scheduled(world, "ATRANS", world.calendar.last_day)
    item = accepted(world, referral, meeting)
    publish(world, meeting)
    yield world.calendar.ago(0, 10)
    opened(world, meeting)
    draft_recommendation(
        actor=world.clerk, agenda_item=fresh(item), portfolio=world.portfolios["transport"],
        text="Build a crossing with a light at the reservoir gate.", measure="The crossing is open.",
    )  # fmt: skip


def _cancelled(world: World) -> Story:
    yield world.calendar.weekday_ago(30)
    meeting = scheduled(world, "RES", wait(world, 35).date())
    yield wait(world, 5)
    cancel_meeting(
        actor=world.clerk, meeting=fresh(meeting), reason="The room is closed for repairs. A new date will be set."
    )


def _just_adopted(world: World) -> Story:
    """The committee met the other day; its notice to the executive is still to be sent."""
    output = yield from _asked(world, "STI", 92)
    referral = yield from acknowledged(world, referred(world, "STI", output, "HN"))
    meeting = scheduled(world, "HN", world.calendar.weekday_ago(4).date())
    item = accepted(world, referral, meeting)
    publish(world, meeting)
    yield meeting.gathering.starts_at
    meeting = opened(world, meeting)
    recommended(
        world, item, "waste", "Collect mattresses twice a year for nothing.", "Two collections in each ward and year."
    )
    concluded(world, item, "The committee agreed, and asks for the days to be printed on the calendar.")
    ended(world, meeting)
