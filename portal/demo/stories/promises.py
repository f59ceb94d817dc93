"""What was said to be delivered: one disputed, one being judged, and one refused by the executive."""

from committees import actions
from portal.demo.acts import (
    Part,
    accepted,
    acknowledged,
    answered,
    claimed,
    concluded,
    ended,
    fresh,
    issued,
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

LIBRARY = {
    "title": "Open the libraries on Saturdays again",
    "body": "Those who work from Monday to Friday have not been inside their library for two years. We ask the council to open all of them on Saturdays from ten to four, with staff and not with a key card.",
    "kind": "service",
    "topic": "libraries",
}
DAMP = {
    "title": "Look for damp before winter, not after",
    "body": "Each October the council's tenants report damp, and each April somebody comes. We ask for a visit to every ground floor flat in September, and for a list of what was found that tenants can read.",
    "kind": "policy",
    "topic": "housing",
}
BINS = {
    "title": "Collect food waste every week in flats",
    "body": "In flats there is nowhere to keep it for a fortnight. We ask for a weekly collection from a shared bin with a lock, as three streets have tried for themselves.",
    "kind": "service",
    "topic": "waste",
}


def _text(title: str, summary: str) -> dict[str, str]:
    return {
        "title": title,
        "summary": summary,
        "findings": "What members told us at two meetings and in the debate.\n\n- It affects those with least choice.\n- It has worked elsewhere.\n- It costs less than what it prevents.",
        "dissent": "Three members think that other things are more urgent.",
    }


def stories(world: World) -> list[Story]:
    return [_library(world), _damp(world), _bins(world)]


def _heard(
    world: World, code: str, body: str, slug: str, ask: dict[str, str], text: dict[str, str], rec: tuple[str, str]
) -> Part:
    """From a sentence to a recommendation that the executive has received."""
    output = yield from whole_way(world, code, world.dice.choice(world.members[code]), ask, text)
    yield wait(world, 1)
    referral = referred(world, code, output, body)
    yield from acknowledged(world, referral)
    meeting = scheduled(world, body, wait(world, 14).date())
    item = accepted(world, referral, meeting)
    publish(world, meeting)
    yield meeting.gathering.starts_at
    meeting = opened(world, meeting)
    found = recommended(world, item, slug, *rec)
    if body == "HN" and slug == "waste":
        recommended(world, item, slug, "Give every flat a second bin.", "A bin for each flat.", against=99)
    concluded(world, item, "The committee agreed with the forum.")
    ended(world, meeting)
    yield wait(world, 1)
    return issued(world, found)


def _library(world: World) -> Story:
    """Claimed, and disputed by those who stood before a locked door."""
    yield world.calendar.weekday_ago(250)
    text = _text(
        "Saturdays in the library",
        "People who work all week ask for their libraries back: open on Saturdays, with staff.",
    )
    found = yield from _heard(
        world,
        "LIB",
        "LCP",
        "education",
        LIBRARY,
        text,
        ("Open all community libraries on Saturdays with staff.", "Opening hours of each, published and kept."),
    )
    yield wait(world, 20)
    promise = answered(
        world, found, "accept", "Libraries belong to everybody, and most people are free on Saturdays.",
        {"text": "All community libraries open on Saturdays.", "measure": "Ten to four, with staff, in all of them.", "owner": "Head of Libraries", "due": 60},
    )  # fmt: skip
    yield wait(world, 55)
    claim = claimed(world, promise, "All libraries have opened on Saturdays since the first of the month.")
    yield wait(world, 3)
    one, two = world.members["LIB"][:2]
    actions.judge_delivery(actor=one, claim=claim, verdict="confirm", reason="")
    yield wait(world, 1)
    actions.judge_delivery(
        actor=two, claim=fresh(claim), verdict="dispute",
        reason="Ours opened twice in five weeks. On the other Saturdays a notice hung on a locked door.",
    )  # fmt: skip


def _damp(world: World) -> Story:
    """Claimed a few days ago: those who asked are being asked."""
    yield world.calendar.weekday_ago(200)
    text = _text("Damp, before winter", "Tenants ask for a visit before the winter and for a list of what was found.")
    found = yield from _heard(
        world,
        "HOU",
        "HN",
        "homes",
        DAMP,
        text,
        ("Visit every ground floor flat in September.", "A list of visits and findings."),
    )
    yield wait(world, 20)
    promise = answered(
        world, found, "accept", "A visit in September is cheaper than a repair in April.",
        {"text": "A visit to each of 4,200 ground floor flats before October.", "measure": "4,200 visits, and a list of what was found.", "owner": "Director of Housing", "due": 60},
    )  # fmt: skip
    yield world.calendar.ago(5)
    claim = claimed(
        world, promise, "4,188 flats were visited; twelve tenants asked us not to come. The list is published."
    )
    yield world.calendar.ago(3)
    for user in world.members["HOU"][:2]:
        actions.judge_delivery(actor=user, claim=fresh(claim), verdict="confirm", reason="")


def _bins(world: World) -> Story:
    """Refused by the executive, with its reason."""
    yield world.calendar.weekday_ago(190)
    text = _text("Food waste in flats", "People in flats ask for a weekly food waste collection from shared bins.")
    found = yield from _heard(
        world, "WST", "HN", "waste", BINS, text, ("Collect food waste weekly in flats.", "A collection every week.")
    )
    yield wait(world, 25)
    answered(
        world, found, "reject",
        "The present contract runs for two more years and would have to be broken at a cost of four million pounds. We will ask for it in the next one.",
    )  # fmt: skip
