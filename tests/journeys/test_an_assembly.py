"""Residents ask for a forum, found it, change its rules, meet, debate, sum up, adopt, send on, and are answered: in a browser, as its own members."""

from datetime import date, datetime

import pytest

from core import now
from tests import cast
from tests.journeys import founding, gathering
from tests.journeys.looking import Looker
from tests.journeys.world import beginning
from tests.scenes import committees, forums

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
MONDAY = datetime(2026, 9, 14, 10)
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
        meet(world, miriam, mia, max_, fay)
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
