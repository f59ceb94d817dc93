"""Residents ask for a forum, found it, change its rules, meet, debate, sum up, adopt, send on, and are answered: in a browser, as its own members."""

from datetime import date, datetime

import pytest

from core import now
from tests import cast
from tests.journeys import answering, carrying, founding, gathering, summing
from tests.journeys.looking import Looker
from tests.journeys.world import beginning
from tests.scenes import committees, forums

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
MONDAY = datetime(2026, 9, 14, 10)
OUTPUT = "Nights that people can ride home in"
RESIDENTS = ("Miriam Clarke", "Mia Rahman", "Max Field", "Fay Okafor")


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_forum_runs_itself_from_a_wish_to_an_answer(visit, java_script):
    looker = Looker() if java_script else None
    with beginning(MONDAY) as world:
        story = committees.council(committees.Story(began=now()))
        forums.backers_needed(3)

        def somebody(user):
            visitor = visit(user.person.name, java_script=java_script, arrived=looker).be(user)
            visitor.user = user
            return visitor

        miriam, mia, max_, fay = (somebody(cast.person(name, level=3).user) for name in RESIDENTS)
        clara = somebody(story.clerk)
        found(world, miriam, mia, max_, fay, clara)
        ask(world, miriam, mia, max_, fay)
        sum_up(world, miriam, mia, max_, fay)
        meet(world, miriam, mia, max_, fay)
        send_on(world, story, miriam, mia, max_, fay)
        esi, jo = somebody(story.chair), somebody(story.holder)
        be_answered(world, story, miriam, clara, esi, jo)
    if looker:
        assert looker.faults == []


def found(world, miriam, mia, max_, fay, clara):
    """Three residents ask, the council says yes in time, and the founders vote their first rules."""
    founding.ask(miriam)
    founding.back(mia, max_)
    world.minutes(1)
    clara.told("asks for a forum, and waits for the council")
    world.days(3)
    founding.say_yes(clara)
    founding.appoint(clara, fay)
    world.minutes(1)
    mia.told("The council")
    founding.join(miriam, mia, max_)
    founding.propose_first_rules(miriam)
    world.days(8)
    for visitor, choice in ((miriam, "Yes"), (mia, "Yes"), (max_, "No")):
        founding.vote(visitor, choice)
    world.days(15)
    mia.told("rules")


def ask(world, miriam, mia, max_, fay):
    """Two proposals with the supports they need, and a debate with two sides."""
    world.days(2)
    gathering.open_activity(fay, "2026-10-12T09:00", "2027-06-01T09:00")
    gathering.propose(miriam, gathering.STOPS)
    gathering.propose(mia, gathering.LAST_BUS)
    gathering.support(world, gathering.STOPS, mia, max_)
    gathering.support(world, gathering.LAST_BUS, miriam, max_)
    gathering.debate(miriam, mia, max_)
    world.days(1)
    for title in (gathering.STOPS, gathering.LAST_BUS):
        gathering.check(fay, title)
    gathering.set_the_agenda(fay, 0, gathering.STOPS, gathering.LAST_BUS)


def sum_up(world, miriam, mia, max_, fay):
    """What was said under the first proposal, point by point, each on its posts; one member differs, and that stays."""
    summing.argue(miriam, mia, max_)
    summing.write(fay)
    world.minutes(1)
    summing.answer(miriam, mia, max_)
    world.days(8)
    summing.see_it_agreed(mia, max_)


def meet(world, miriam, mia, max_, fay):
    """They meet, change how often they meet, and meet again under the new rule; the first meeting keeps the old one."""
    world.until(date(2026, 11, 3), hour=19)
    gathering.hold(fay, miriam, mia, notes=gathering.NOTES)
    world.days(2)
    founding.propose_to_meet_oftener(mia)
    world.days(8)
    for visitor, choice in ((miriam, "Yes"), (mia, "Yes"), (max_, "Yes")):
        founding.vote(visitor, choice)
    world.days(15)
    founding.see_both_rules(max_)
    gathering.add_to_the_agenda(fay, 0, "Which stops first?")
    world.until(date(2026, 12, 10), hour=19)
    gathering.hold(fay, mia, max_, notes=gathering.NOTES)


def send_on(world, story, miriam, mia, max_, fay):
    """The members adopt both proposals and approve one output that carries them on, with the dissent in it."""
    asks = (gathering.STOPS, gathering.LAST_BUS)
    for title in asks:
        gathering.put_to_the_members(fay, title)
        gathering.vote(title, (miriam, "Yes"), (mia, "Yes"), (max_, "No"))
    world.until(date(2027, 1, 6))
    for title in asks:
        gathering.certify(fay, title)
    carrying.compile_output(fay, OUTPUT, asks)
    summing.read_from_the_output(fay, OUTPUT)
    world.minutes(1)
    carrying.comment(max_, OUTPUT)
    world.days(8)
    carrying.ask_to_vote(fay, OUTPUT)
    carrying.approve((mia, "Yes"), (miriam, "Yes"), (max_, "Abstain"))
    world.days(8)
    carrying.settle(fay, OUTPUT, written="4 posts were written.")
    carrying.refer(fay, story.body, OUTPUT)


def be_answered(world, story, miriam, clara, esi, jo):
    """A committee considers it in public, and the cabinet answers in time."""
    answering.acknowledge(clara, OUTPUT)
    answering.call_a_meeting(clara, story.body, "2027-02-17", "Tuesday 9 February")
    answering.accept(esi, OUTPUT, "Wednesday 17 February 2027")
    world.days(1)
    answering.publish_the_agenda(clara, OUTPUT, "Wednesday 17 February 2027", "Tuesday 9 February 2027")
    world.until(date(2027, 2, 17), hour=18)
    answering.hold_the_meeting(clara, OUTPUT)
    answering.recommend(clara)
    answering.conclude(clara, OUTPUT, "17 February 2027")
    world.days(1)
    answering.issue(clara, "17 April 2027")
    answering.answer(jo)
    world.minutes(1)
    miriam.told("The cabinet accepts what you asked for, and promises to do it")
    summing.read_from_the_output(miriam, OUTPUT)
