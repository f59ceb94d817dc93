"""Eight people walk the whole chain in a real browser, with JavaScript and without: from a citizen's sentence to a disputed delivery.

They come to every act by links. Nothing but the town they live in is made otherwise, and the workers' jobs run between the acts.
"""

import re
from datetime import date, datetime

import pytest

from tests.journeys import answering, asking, carrying
from tests.journeys.looking import Looker
from tests.journeys.town import built
from tests.journeys.world import beginning

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
MONDAY = datetime(2026, 9, 7, 10)
LINE = "ol.track"
ANY = re.compile(".+")
STEPS = ("Supported", "Adopted", "Adopted", "Before", "Answer", "Promise", "Delivered", "Before")


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_eight_people_walk_from_a_sentence_to_a_disputed_delivery(visit, java_script):
    looker = Looker() if java_script else None
    with beginning(MONDAY) as world:
        town = built(world)

        def somebody(name):
            visitor = visit(name, java_script=java_script, arrived=looker)
            return visitor.be(town.people[name]) if name in town.people else visitor

        miriam, sue, mia, max_, fay = map(somebody, ("Miriam", "Sue", "Mia", "Max", "Fay"))
        ask(world, miriam, sue, mia, max_, fay)
        carry(world, town, miriam, sue, mia, max_, fay)
        clara, esi, jo = map(somebody, ("Clara", "Esi", "Jo"))
        consider(world, town, miriam, sue, mia, clara, esi)
        answer(world, town, miriam, sue, mia, clara, jo)
        walk_back_and_forth(somebody("Finn"))
    if looker:
        assert looker.faults == []


def ask(world, miriam, sue, mia, max_, fay):
    """A sentence, four supports, a check, a ballot of three members."""
    asking.sign_up(miriam)
    asking.propose(miriam)
    asking.give_a_postcode(miriam)
    asking.support(world, miriam, sue, mia, max_)
    world.minutes(1)
    for visitor in (miriam, mia):
        asking.join(visitor)
    miriam.told(f"Your proposal “{asking.TITLE}” has the 4 supports it needs.")
    sue.told(f"“{asking.TITLE}”, which you support, has the 4 supports it needs.")
    fay.told("your desk says by when", f"“{asking.TITLE}” has the 4 supports it needs.")

    world.days(1)
    asking.check(fay)
    world.minutes(1)
    miriam.told(f"Your proposal “{asking.TITLE}” was checked: it is the forum's business.")
    asking.put_to_the_members(fay)
    world.minutes(1)
    sue.told(f"The forum's members vote now on “{asking.TITLE}”, which you support.")
    max_.told(f"You can vote now on whether your forum adopts “{asking.TITLE}”.")
    tracker = asking.vote(mia, "Yes")
    asking.vote(miriam, "Yes")
    asking.vote(max_, "No")

    world.days(24)
    asking.count_and_certify(fay, mia, tracker)
    world.minutes(1)
    miriam.told(f"The forum adopted your proposal “{asking.TITLE}”: 2 for, 1 against.")
    sue.told(f"The forum adopted “{asking.TITLE}”, which you support: 2 for, 1 against.")


def carry(world, town, miriam, sue, mia, max_, fay):
    """An output with its dissent, a week of comments, a ballot, and the way to a committee."""
    carrying.compile_output(fay)
    world.minutes(1)
    miriam.told(f"Your proposal is in “{carrying.OUTPUT}”")
    mia.told(f"Your forum wants to send on “{carrying.OUTPUT}”. Read it and comment until the end of")
    carrying.comment(max_)
    world.days(8)
    carrying.ask_to_vote(fay)
    world.minutes(1)
    mia.told(f"Vote now: shall your forum send on “{carrying.OUTPUT}”?")
    carrying.approve((mia, "Yes"), (miriam, "Yes"), (max_, "Abstain"))
    world.days(8)
    carrying.settle(fay)
    world.minutes(1)
    sue.told(f"“{carrying.OUTPUT}”, which carries on a proposal that you support, was approved by 2 to 0.")
    carrying.refer(fay, town.story.body)
    world.minutes(1)
    miriam.told("What you proposed has been sent to a committee")
    mia.told("Your forum has sent this to a committee")


def consider(world, town, miriam, sue, mia, clara, esi):
    """Acknowledged, accepted to a meeting, on an agenda in time, and a recommendation by named vote."""
    clara.told("New for your committee", "Confirm by")
    answering.acknowledge(clara)
    world.minutes(1)
    esi.told("has arrived. Decide by")
    mia.told("has arrived. By")
    answering.call_a_meeting(clara, town.story.body)
    answering.accept(esi)
    world.minutes(1)
    miriam.told("What you proposed will be considered on 18 November 2026")
    sue.told("Something that you support will be considered on 18 November 2026")
    world.days(2)
    answering.publish_the_agenda(clara)
    world.minutes(1)
    sue.told("Something that you support is on a published agenda")
    esi.told("The agenda is out")
    world.until(date(2026, 11, 18), hour=18)
    answering.hold_the_meeting(clara)
    answering.recommend(clara)
    answering.conclude(clara)
    world.minutes(1)
    miriam.told("The committee considered “Thirty minutes for every visit” and made 1 recommendation.")
    sue.told("and made 1 recommendation.")
    mia.told("Adopted, 3 for, 1 against, 1 abstained")


def answer(world, town, miriam, sue, mia, clara, jo):
    """Sent to the cabinet, accepted with a promise, said to be delivered, disputed, and before the committee again."""
    world.days(1)
    answering.issue(clara)
    world.minutes(1)
    jo.told("You received a recommendation on 19 November 2026 and owe an answer by 18 January 2027")
    world.days(7)
    answering.answer(jo)
    world.minutes(1)
    miriam.told("The cabinet accepts what you asked for, and promises to do it")
    sue.told("promises to do it")
    world.days(60)
    answering.report(jo)
    world.minutes(1)
    miriam.told("This promise is on track, says its owner")
    world.days(14)
    answering.claim(jo)
    world.minutes(1)
    sue.told("What you asked for is said to be delivered. Say by 1 March 2027 whether it is")
    world.days(3)
    answering.dispute(sue)
    world.minutes(1)
    clara.told("A delivery is disputed and is back with the committee.")
    jo.told("Those who asked say that your promise was not delivered.")
    mia.told("Those who asked say it was not delivered.")
    answering.back_before_the_committee(clara, town.story.body)
    world.minutes(1)
    sue.told("The disputed delivery is on the agenda of 10 March 2027")


def walk_back_and_forth(finn):
    """Somebody without an account: from the disputed delivery to the first sentence by the line's own links, and forward again."""
    finn.open("/").follow("Proposals", within="header").follow(asking.TITLE).sees_line("pppoppr")
    finn.follow("Delivered", within=LINE).reads("Was it delivered?", answering.DISPUTE)
    finn.follow("Promise", within=LINE).reads(answering.PROMISE, "delivery disputed")
    finn.follow("Answer", within=LINE).reads(answering.ASK, answering.ANSWER)
    finn.follow("Adopted", within=LINE).reads(carrying.OUTPUT, carrying.DISSENT)
    finn.follow("Proposed", within=LINE).reads(asking.TITLE, asking.WHY)
    finn.follow("Step by step").reads("The whole line").follow(asking.TITLE, within="#steps")
    finn.reads("Nothing: here the line begins.")
    for station in STEPS:
        finn.follow(ANY, within="#children ol")
        assert finn.text("main .eyebrow").startswith(station)
    finn.follow("Go to its page").reads(answering.DISPUTE)
