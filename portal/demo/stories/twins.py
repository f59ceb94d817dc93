"""Proposals of one forum that may be one: some are looked at, one author joins, two decline, and one pair waits on the desk."""

from ledger.delivery import deliver_all
from portal.demo.acts import ask, back, checked, wait
from portal.demo.stage import Story
from portal.demo.world import World
from proposals.actions import decline, find_twins, invite, join, set_apart
from proposals.models import Pair, Proposal
from search.actions import refresh_words

CODE = "MOS"
WISHES = (
    ("A bench at the bus stop outside the health centre", "Put a bench at the bus stop outside the health centre"),
    ("Light the footpath behind the swimming baths", "Please light the footpath behind the swimming baths"),
    ("A drinking fountain in the park by the bandstand", "A drinking fountain by the bandstand in the park"),
    ("Open the library garden to readers in summer", "Open the garden of the library to readers in summer"),
    ("Mark the kerbs where wheelchairs cross the square", "Mark kerbs where wheelchairs cross the market square"),
)
BODY = (
    "We meet there every week and it is wanted by everybody who passes. It costs little, and neighbours will help to look after"
    " it. We ask that it is done within the year, and that somebody tells us when."
)
REASON = "Both of you ask for the same thing in nearly the same words. Together they have more people behind them."


def stories(world: World) -> list[Story]:
    return [_twice(world)]


def _twice(world: World) -> Story:
    yield world.calendar.weekday_ago(26)
    facilitator, (one, two) = world.facilitators[CODE], world.members[CODE][:2]
    firsts = [ask(world, CODE, one, title, BODY, topic="streets") for title, _later in WISHES]
    deliver_all()
    refresh_words()
    yield wait(world, 1)
    seconds = [ask(world, CODE, two, title, BODY, topic="streets") for _first, title in WISHES]
    deliver_all()
    pairs = [_pair(*both) for both in zip(seconds, firsts, strict=True)]
    yield wait(world, 1)
    neighbours = [user for user in world.members[CODE] if user not in (one, two)]
    for number, proposal in enumerate((*firsts, *seconds)):
        back(checked(world, proposal), neighbours[: 1 + number % len(neighbours)])
    apart, asked, joined, kept = pairs[:4]  # the last one waits on the desk
    set_apart(actor=facilitator, pair=apart)
    for pair in (asked, joined, kept):
        invite(actor=facilitator, pair=pair, reason=REASON)
    deliver_all()
    yield wait(world, 1)
    join(actor=two, pair=_fresh(joined), proposal=joined.newer)
    decline(actor=one, pair=_fresh(kept), proposal=kept.older)
    decline(actor=two, pair=_fresh(kept), proposal=kept.newer)
    deliver_all()


def _pair(newer: Proposal, older: Proposal) -> Pair:
    find_twins(proposal_id=newer.pk)
    return Pair.objects.for_page().get(newer=newer, older=older)


def _fresh(pair: Pair) -> Pair:
    return Pair.objects.for_page().get(pk=pair.pk)
