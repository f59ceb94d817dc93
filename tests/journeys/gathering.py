"""What the forum asks for, talks about and meets over, as its members and its facilitator see it."""

import re

from tests.journeys.founding import FORUM

ACTIVITY = "What would make nights safe?"
STOPS = "Light every bus stop that is served after ten at night"
LAST_BUS = "Run the last bus after the last shift of the hospital ends"
WHY = "Nurses, cleaners and carers wait in the dark for a bus that has gone. We ask for what costs little and is missed every night."
DEBATE = "What keeps you off the bus at night?"
DARK = "At our stop the lamp has been broken since spring. I walk two miles rather than wait there."
COST = "Lamps at every stop cost money that could pay for one more bus an hour."
MEETING = f"Meeting of {FORUM}"
NOTES = "Twelve of us met. We want the stops lit before the clocks go back next year, and the last bus after the last shift."


def open_activity(fay, opens, closes):
    at_forum(fay).follow("Open an activity").choose("What is it?", "proposals").fill("What is it called?", ACTIVITY)
    fay.fill("From when?", opens).fill("Until when?", closes).fill("How many supports", "2").press("Start it")
    fay.reads(ACTIVITY)


def propose(visitor, title):
    at_forum(visitor).follow("Make a proposal").fill("What do you ask for?", title)
    visitor.fill("Why, and what should be done?", WHY).choose("What kind of thing is it?", "Strategic policy")
    visitor.pick("Topic", "buses").press("Preview").press(re.compile("publish it|Publish it|^Publish"))
    visitor.reads("Your proposal is published.")


def support(world, title, *visitors):
    for visitor in visitors:
        visitor.follow("Proposals", within="header").follow(title).press_here("Support this proposal")
        visitor.reads("You support this.")
        world.work()


def check(fay, title):
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Check whether it is the forum's business.*{title}"))
    fay.choose("Is this the forum's business?", "Yes").press("Publish the finding").reads("gathering supports")


def put_to_the_members(fay, title):
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Put it to the members.*{title}")).press("Open the ballot")
    fay.reads("The forum's members are voting on it")


def vote(title, *votes):
    for visitor, choice in votes:
        visitor.follow("My page", within="header").follow(re.compile(f"Shall the forum.*{title}"))
        visitor.choose("Your vote", choice).press("Vote").reads("Your vote is in")


def certify(fay, title):
    fay.at_desk("Facilitator's desk").follow(re.compile(f"Certify the result.*{title}"))
    fay.press("Certify this result").reads("adopted by the forum")


def debate(miriam, mia, max_):
    """A member begins; each says something for or against, and what kind of thing it is that they offer."""
    at_forum(miriam).follow("Start one").fill("What do you want to talk about?", DEBATE)
    miriam.fill("How would you begin?", "Tell us about your own way home.").press(re.compile("^Start|^Begin"))
    for visitor, words, side in ((mia, DARK, "for"), (max_, COST, "against")):
        at_forum(visitor).follow(DEBATE).fill("What do you say?", words)
        visitor.choose("Which side do you speak for?", side).press("Publish").reads(words)


def set_the_agenda(fay, number, *picked):
    """From the top issues, in time; `number` of the forum's meetings to come, the next being 0."""
    at_forum(fay).follow(MEETING, nth=number).follow("Pick from the top issues")
    for title in picked:
        fay.tick(title)
    fay.press("Put").reads(*picked).press("Publish the agenda").reads("agenda published")


def add_to_the_agenda(fay, number, title):
    at_forum(fay).follow(MEETING, nth=number).follow("Add to the agenda").fill("What is the item about?", title)
    fay.press("Add the item").reads(title).press("Publish the agenda").reads("agenda published")


def hold(fay, *there, notes):
    """People come in by name, and one without an account; what came of each item and the notes are written down."""
    at_forum(fay).follow(MEETING).press("Begin").follow("At the door")
    for visitor in there:
        name = visitor.name
        fay.fill("Name", name).press("Look").press("Let in").reads(f"{name} is in.")
    fay.press("Count one person").reads("people are in.")
    at_forum(fay).follow(MEETING).press("End the gathering").follow("Write it up")
    fay.fill("Notes", notes).press("Publish the notes").reads(notes, "If nobody does, they are agreed then.")


def at_forum(visitor):
    return visitor.follow("Forums", within="header").follow(FORUM)
