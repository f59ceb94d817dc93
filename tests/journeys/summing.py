"""What a conversation came to, point by point: written by the facilitator, answered by the members, cited by what goes on."""

import re

from tests.journeys.gathering import STOPS, at_forum

WAITED = "I have waited forty minutes in the dark with my daughter asleep on my arm. Twice I walked instead."
LAMPS = "My street has lamps that run on the sun; the parish paid for them, and nobody has had to mend one since."
DRIVER = "I drive the 11 at night. Light the stops where people wait longest first, and count the passengers before you light the rest."
BEGUN = re.compile("Begin the debate|Read all and reply")
DARKNESS = "People walk long ways at night, or stay at home, because the stops are dark."
MONEY = "Drivers would rather not have the stops lit, because it costs too much."
ORDER = "Where people wait longest the stops are lit first."
NOT_WHAT_I_SAID = "That is not what I said. I want them lit in the order in which people need it."


def argue(miriam, mia, max_):
    """Under the proposal itself, each for a side."""
    for visitor, words, side in ((mia, WAITED, "for"), (miriam, LAMPS, "for"), (max_, DRIVER, "against")):
        _at_debate(visitor).fill("What do you say?", words).choose("Which side do you speak for?", side)
        visitor.press("Publish").reads(words)


def write(fay):
    """Each point cites posts, or it does not go before the members."""
    _at_debate(fay).follow("What it came to").reads("Nobody has put a summary").follow("Write the first point")
    fay.reads("Picked by counting words", "nothing here was written by a machine")
    _point(fay, DARKNESS, WAITED, LAMPS)
    _point(fay, MONEY, DRIVER)
    _point(fay, ORDER).reads("This point cites no post yet.", "Each point cites a post. These do not yet: 3.")
    fay.follow("Change it", nth=2).tick(_beginning(DRIVER)).press("Keep the change")
    fay.press("Put it before the members").reads("The summary is before the members, who have been told.", MONEY)


def answer(miriam, mia, max_):
    """From their news. Whoever differs says why, and under which name; the facilitator does not answer."""
    for visitor in (miriam, mia):
        _asked(visitor)
        for words in (DARKNESS, MONEY, ORDER):
            visitor.reads(words).choose("Is it so?", "I agree").press("Give this answer")
        visitor.reads("Thank you. You can change your answers until the last day.")
    _asked(max_).reads(WAITED[:40], LAMPS[:40]).choose("Is it so?", "I agree").press("Give this answer")
    with max_.meeting(422):
        max_.reads(MONEY, DRIVER[:40]).choose("Is it so?", "I object").press("Give this answer")
    max_.reads("Say why you object, so that the others can understand it.").fill("Why?", NOT_WHAT_I_SAID)
    max_.choose("If you object", "My reason, with my name").press("Give this answer")
    max_.choose("Is it so?", "I agree").press("Give this answer").reads("You object: change it", NOT_WHAT_I_SAID)


def see_it_agreed(mia, max_):
    """The words are final; where they differ stands beside the point, with the name of whoever wanted it there."""
    _from_news(mia, "The members agreed to").reads("3 of 3 members answered", "Its words are final.")
    stays(mia)
    _from_news(max_, "The members agreed to").reads("2 agree, 1 object", "Where we differ")


def stays(visitor):
    """What each point rests on and who objects, as they stand for good."""
    visitor.reads(
        DARKNESS, WAITED[:40], LAMPS[:40], MONEY, DRIVER[:40], "Who objects says", NOT_WHAT_I_SAID, "Max Field"
    )


def read_from_the_output(visitor, output):
    """Whoever reads what goes on comes from there to what was said, and to who differs."""
    at_forum(visitor).follow(output).reads("What the members agreed on")
    stays(visitor.follow(re.compile(f"Summary of the conversation about .*{STOPS}")))


def _point(fay, words, *posts):
    fay.fill("What did people say, in one point?", words)
    for said in posts:
        fay.tick(_beginning(said))
    return fay.press("Add this point").reads(words)


def _asked(visitor):
    return _from_news(visitor, "waits for you: agree or object to each point until").follow("Agree or object")


def _from_news(visitor, words):
    return visitor.follow("My page", within="header").follow(re.compile("new things?")).follow(re.compile(words))


def _at_debate(visitor):
    return visitor.follow("Proposals", within="header").follow(STOPS).follow(BEGUN)


def _beginning(words):
    """A post to tick bears who wrote it, on which side, and then what it says."""
    return re.compile(re.escape(words[:40]))
