"""How forums begin and end: asked for, refused, looked at again, founded, gone into another; and what their members put to all."""

from datetime import time
from typing import Any

from accounts.models import Level, User
from forums.actions import (
    agree_merger,
    answer_request,
    appoint_facilitator,
    ask_review,
    back_request,
    create_forum,
    join,
    propose_ending,
    propose_rules,
    reply,
    request_forum,
    review_request,
    start_thread,
    withdraw_rules,
)
from forums.models import Ending, Forum, ForumRequest, RuleChange
from forums.queries.measures import measure
from forums.states import EndingKind, ForumKind
from portal.demo.acts import Part, fresh, voted, wait
from portal.demo.stage import Story
from portal.demo.world import World

STAIRS = {
    "kind": ForumKind.QUALITY,
    "title": "Lifts and Stairs",
    "purpose": "Tenants of the tower blocks look together at what breaks, how long it stays broken, and what that does to a day.",
    "topics": ["housing", "repairs"],
}
CANALS = {
    "kind": ForumKind.ISSUE,
    "title": "Canal Sides",
    "purpose": "People who live by, walk along and work on the canals: what they are for, and who looks after them.",
    "topics": ["parks"],
}
CARERS = {
    "kind": ForumKind.COPRODUCTION,
    "title": "Family Carers",
    "purpose": "Whoever looks after somebody at home for nothing, with those whose work it is to help them.",
    "topics": ["social care", "home care"],
}
LAUNDRETTES = {
    "kind": ForumKind.ISSUE,
    "title": "Launderettes",
    "purpose": "Eleven are left. Whoever has no machine at home talks about what is lost when the next one closes.",
    "topics": ["housing"],
}
FIREWORKS = {
    "kind": ForumKind.ISSUE,
    "title": "Fireworks",
    "purpose": "People who love them, people who dread them, and those who keep animals.",
    "topics": ["safety"],
}
BREAKFAST = {
    "kind": ForumKind.ISSUE,
    "title": "Breakfast Before School",
    "purpose": "Two neighbourhoods in which many children come to school hungry, and what each already does about it.",
    "topics": ["schools"],
}
REPAIRS = {
    "kind": ForumKind.QUALITY,
    "title": "Repairs Watch",
    "purpose": "Tenants look each quarter at fifty repairs, drawn by lot, and publish what they find.",
    "topics": ["repairs"],
}


def stories(world: World) -> list[Story]:
    return [
        _gathering(world),
        _considering(world),
        _not_reviewed(world),
        _refused(world),
        _upheld(world),
        _overturned(world),
        _constituting(world),
        _merged(world),
        *(_rules_put(world, *what) for what in RULES),
        *(_closing_put(world, *what) for what in CLOSINGS),
    ]


def asked(world: World, people: list[User], wish: dict[str, Any]) -> Part:
    """The first of these people asks for a forum, and the others stand behind it within five days."""
    first, *others = people
    request = request_forum(actor=first, **wish)
    half = len(others) // 2
    for wave in (others[:half], others[half:]):
        yield wait(world, 2)
        for user in wave:
            request = back_request(actor=user, request=fresh(request))
    return request


def backers(world: World, number: int = 0) -> list[User]:
    """So many people whose homes are verified, or as many as a request needs."""
    able = [user for user in world.citizens if user.person.level >= Level.VERIFIED]
    return world.some(number or measure("request.backers"), able)


def granted(world: World, request: ForumRequest, code: str, reasons: str, founders: list[User]) -> Forum:
    """The council says yes; those who asked come in, and somebody is there to help them."""
    request = answer_request(actor=world.clerk, request=fresh(request), agree=True, reasons=reasons, code=code)
    forum = request.forum
    assert forum is not None
    world.facilitators[code], world.members[code] = world.person(), founders
    appoint_facilitator(actor=world.clerk, forum=forum, person=world.facilitators[code].person)
    for user in founders:
        join(actor=user, forum=forum)
    return forum


def _gathering(world: World) -> Story:
    """Some way from the number that it needs."""
    yield world.calendar.weekday_ago(12)
    yield from asked(world, backers(world, 14), STAIRS)


def _considering(world: World) -> Story:
    """It has the people it needs, and the council has its weeks to answer."""
    yield world.calendar.weekday_ago(15)
    yield from asked(world, backers(world), LAUNDRETTES)


def _not_reviewed(world: World) -> Story:
    """Refused, and so far nobody has asked for a second look."""
    yield from _no(
        world, 40, FIREWORKS, "Fireworks are a matter of licences, on which Safer Streets can speak in June."
    )


def _upheld(world: World) -> Story:
    """Refused, looked at by scrutiny, and refused for good with what scrutiny found."""
    people, request = yield from _no(world, 150, BREAKFAST, "The two ward forums begin with this in spring.")
    yield from _looked_at(world, people, request, "Spring is after the money is spent.", overturn=False, findings="Both ward forums have it on their agenda in March, before the money is decided. A third one would come later than they do.")  # fmt: skip


def _overturned(world: World) -> Story:
    """Refused, looked at by scrutiny, and founded all the same: its founders have yet to write its first rules."""
    people, request = yield from _no(world, 110, REPAIRS, "Repairs are measured already, and Housing Repairs and Cladding reads the figures.")  # fmt: skip
    yield from _looked_at(world, people, request, "The figures come from those who repair.", overturn=True, code="RPW", findings="Nobody who lives with the repairs has a part in measuring them. That is what a quality board is for.")  # fmt: skip


def _no(world: World, ago: int, wish: dict[str, Any], reasons: str) -> Part:
    """Asked for so many days ago, and refused two weeks later; gives who stands behind it, and the request."""
    yield world.calendar.weekday_ago(ago)
    people = backers(world)
    request = yield from asked(world, people, wish)
    yield wait(world, 14)
    return people, answer_request(actor=world.clerk, request=fresh(request), agree=False, reasons=reasons)


def _looked_at(world: World, people: list[User], request: ForumRequest, objection: str, **found: Any) -> Part:
    yield wait(world, 5)
    ask_review(actor=people[2], request=fresh(request), objection=objection)
    yield wait(world, 16)
    review_request(actor=world.staff["scrutiny_officer"], request=fresh(request), **found)


def _refused(world: World) -> Story:
    """The council says no with reasons, one who stands behind it finds them thin, and scrutiny has it now."""
    yield world.calendar.weekday_ago(48)
    people = backers(world)
    request = yield from asked(world, people, CANALS)
    yield wait(world, 15)
    answer_request(
        actor=world.clerk, request=fresh(request), agree=False,
        reasons="The canals belong to a trust, not to the council, and Parks and Allotments can talk about their banks. Two forums for one bank would halve both.",
    )  # fmt: skip
    yield wait(world, 6)
    ask_review(
        actor=people[3], request=fresh(request),
        objection="The towpaths are lit, swept and policed by the council. That is what we want to talk about, and no forum does.",
    )  # fmt: skip


def _constituting(world: World) -> Story:
    """Agreed; its founders have come in and read the first rules that one of them proposed."""
    yield world.calendar.weekday_ago(40)
    people = backers(world)
    request = yield from asked(world, people, CARERS)
    yield wait(world, 14)
    forum = granted(
        world, request, "FAM", "Nine thousand people do this, and the council plans around them without asking.", people[:9]
    )  # fmt: skip
    yield wait(world, 2)
    thread = start_thread(actor=people[1], forum=fresh(forum), title="Who sits with them while we meet?")
    reply(actor=people[4], thread=thread, body="The day centre has offered two people for each meeting.")
    yield world.calendar.ago(3, 11)
    propose_rules(
        actor=people[0], forum=fresh(forum),
        reason="Mornings, while those we look after are at the day centre; and half of the places for people who are looked after or paid to help.",
        charter={"every": 1, "weekday": 2, "nth": 2, "starts": time(10, 30), "place": "Day centre, Kings Heath", "quorum": 5, "places": 40, "places_service_user": 10, "places_service_worker": 10},
    )  # fmt: skip


def _merged(world: World) -> Story:
    """A small forum finds that another one talks about the same, and both say yes."""
    yield world.calendar.weekday_ago(210)
    forum = create_forum(
        actor=world.clerk, kind=ForumKind.ISSUE, title="Cycling to Work", code="CYC",
        purpose="Getting to work by bicycle, in one piece.", topics=["clean air"],
    )  # fmt: skip
    facilitator, members = world.person(), world.some(5)
    appoint_facilitator(actor=world.clerk, forum=forum, person=facilitator.person)
    for user in members:
        join(actor=user, forum=forum)
    world.members["CYC"] = members
    thread = start_thread(
        actor=members[0], forum=forum, title="Where does the lane end?", opening="Mine ends at a bus stop, and so do all of yours."
    )  # fmt: skip
    reply(actor=members[1], thread=thread, body="Then the people at the bus stop should be in this conversation.")
    yield wait(world, 60)
    ending = propose_ending(
        actor=members[1], forum=fresh(forum), kind=EndingKind.MERGE, into=world.forums["BUS"],
        reason="We are five and agree with each other. Those whom we need to talk to are in Buses and Clean Air.",
    )  # fmt: skip
    yield ending.opens_at
    yield wait(world, 1)
    ending = Ending.objects.select_related("ballot").get(pk=ending.pk)
    assert ending.ballot is not None
    voted(world, "CYC", ending.ballot, no=1)
    yield ending.ballot.closes_at
    yield wait(world, 2)
    ending = Ending.objects.select_related("forum", "into").get(pk=ending.pk)
    agree_merger(actor=world.facilitators["BUS"], ending=ending)


# Whose rules, how many days ago, what would change, why, and what became of it.
RULES: tuple[tuple[str, int, dict[str, Any], str, str], ...] = (
    ("BUS", 60, {"quorum": 6}, "With four we decide for two hundred who ride.", "withdrawn"),
    ("PRK", 70, {"notice_days": 28}, "A week is nothing in the season in which we dig.", "not carried"),
    ("LIB", 11, {"every": 2}, "Each month is too often for those of us who work on Saturdays.", "voting"),
)
CLOSINGS: tuple[tuple[str, int, str, str], ...] = (
    ("CTS", 75, "The scheme is settled for three years.", "not carried"),
    ("KIN", 12, "The same six people. Let us go to the city-wide ones instead.", "voting"),
    ("ACO", 3, "Our questions are those of the whole city.", "announced"),
)


def _rules_put(world: World, code: str, ago: int, charter: dict[str, Any], reason: str, became: str) -> Story:
    """A member proposes other rules: taken back before the vote, voted down, or being voted on now."""
    yield world.calendar.weekday_ago(ago)
    by = world.members[code][0]
    change = propose_rules(actor=by, forum=fresh(world.forums[code]), reason=reason, charter=charter)
    if became == "withdrawn":
        yield wait(world, 3)
        withdraw_rules(actor=by, change=RuleChange.objects.select_related("forum").get(pk=change.pk))
        return
    yield change.opens_at
    yield wait(world, 1)
    put = RuleChange.objects.select_related("ballot").get(pk=change.pk)
    if became == "not carried":
        voted(world, code, put.ballot, no=5)


def _closing_put(world: World, code: str, ago: int, reason: str, became: str) -> Story:
    """A member asks whether the forum should close: announced, being voted on, or voted down."""
    yield world.calendar.weekday_ago(ago)
    forum = fresh(world.forums[code])
    ending = propose_ending(actor=world.members[code][1], forum=forum, kind=EndingKind.CLOSE, reason=reason)
    if became == "not carried":
        yield ending.opens_at
        yield wait(world, 1)
        voted(world, code, Ending.objects.select_related("ballot").get(pk=ending.pk).ballot, no=6)
