"""The town of the walk: what was there before anybody came. Made through the same acts as everywhere."""

from dataclasses import dataclass, field
from typing import Any

from core import now
from forums.actions import create_forum
from ledger.delivery import deliver_all
from places.actions import add_postcodes
from proposals.actions import publish_proposal, save_draft
from search.actions import refresh_words
from tests import cast
from tests.journeys.world import World
from tests.scenes import committees, forums

POSTCODE = "B30 2AA"
THRESHOLD = 4
FORUM = "Care at Home"
PURPOSE = (
    "People who get care at home, those who care for them, and anybody else who wants it to be good. We ask the council "
    "for what would make it better."
)
ASKED_BEFORE = (
    "Home care visits should last thirty minutes at least",
    "No home care visit shorter than thirty minutes in the evening",
    "Thirty minutes for each home care visit, as in Scotland",
)
BODY = (
    "Today nobody knows, and those who wait for help wait in vain; carers say the same, and the council could mend it."
)


@dataclass
class Town:
    """Who and what the walk begins with, and what came of it so far; `people` are users by first name."""

    world: World
    story: Any
    forum: Any
    people: dict[str, Any]
    reference: dict[str, str] = field(default_factory=dict)


def built(world) -> Town:
    """A council with a committee and a cabinet member, a forum with a facilitator, and three proposals in it."""
    story = committees.council(committees.Story(began=now()))
    people = {"Clara": story.clerk, "Esi": story.chair, "Jo": story.holder}
    for name in ("Fay Okafor", "Mia Rahman", "Max Field", "Sue Porter"):
        people[name.split()[0]] = cast.person(name, level=3).user
    add_postcodes(actor=None, rows=[(POSTCODE, cast.ward())])
    forum = create_forum(
        actor=story.clerk, kind="issue", title=FORUM, code="CARE", purpose=PURPOSE, topics=["home care"]
    )
    forums.appoint_facilitator(actor=story.clerk, forum=forum, person=people["Fay"].person)
    forums.join(actor=people["Max"], forum=forum)
    activity = forums.proposals_activity(forum, by=story.clerk, threshold=THRESHOLD, title="What should change?")
    for title in ASKED_BEFORE:
        writer = cast.person(level=3).user
        draft = save_draft(actor=writer, activity=activity, title=title, body=BODY)
        publish_proposal(actor=writer, proposal=draft)
    deliver_all()
    refresh_words()
    return Town(world, story, forum, people)
