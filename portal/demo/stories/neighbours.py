"""What is known of a place, and one wish that is raised in eight wards. Organisations are invented and say so; so is what is told of wards."""

from datetime import timedelta
from random import Random
from typing import Any

from ballots.actions import cast_vote
from core import now, today
from ledger.delivery import deliver_all
from neighbourhoods.actions import add_asset, begin_presence, end_presence, report_asset, write_story
from neighbourhoods.models import AssetKind
from places.models import Area
from portal.demo.acts import adopted, after_challenge, ask, back, checked, fresh, supported
from portal.demo.stage import Story
from portal.demo.world import World
from proposals.actions import answer_part, ask_elsewhere, certify_adoption, open_issue
from proposals.models import Adoption, Proposal
from search.actions import refresh_words

KIND = "proposals.proposal"
PAVING = "Mend the broken paving on the way to the station in {}"
WORDS = (
    "Pushchairs, wheelchairs and sticks meet the same broken slabs every morning. We ask that the paving between the homes and"
    " the station in {} is mended within the year, and that one list shows what is next."
)
# Forum, ward: who raises it.
RAISED = (
    ("PER", "Perry Barr"),
    ("STI", "Stirchley"),
    ("MOS", "Moseley"),
    ("ACO", "Acocks Green"),
    ("KIN", "Kingstanding"),
    ("BHS", "Balsall Heath West"),
    ("NEL", "Ladywood"),
    ("SUT", "Sutton Vesey"),
)
# Kind, name, what it offers, ward.
ASSETS = (
    ("allotment", "Lapwing Lane Allotment Society", "Forty plots and a waiting list of a year. Newcomers share one on Saturdays.", "Stirchley"),
    ("sport", "Zumba at the Old Chapel", "Wednesdays at seven, two pounds, sitting down if you like.", "Stirchley"),
    ("sharing", "Stirchley Mending Table", "Bring a lamp, a zip or a bicycle on the first Sunday of the month.", "Stirchley"),
    ("hall", "The Reading Room", "A hall for sixty with a kitchen, by the hour.", "Perry Barr"),
    ("advice", "Perry Barr Benefits Desk", "Forms read and filled in with you. Walk in on Mondays.", "Perry Barr"),
    ("learning", "English over Tea", "Conversation for people who are new to the language, with a crèche.", "Perry Barr"),
    ("food", "Moseley Soup Kitchen Trust", "A hot meal every evening at six. Nobody is asked why.", "Moseley"),
    ("arts", "The Alcester Road Singers", "No audition. Thursdays at half past seven.", "Moseley"),
    ("youth", "Acocks Green Boxing and Homework Club", "Homework first, then gloves. From eleven to sixteen.", "Acocks Green"),
    ("older", "Kingstanding Lunch Table", "Tuesdays and Fridays, with lifts for those who cannot walk.", "Kingstanding"),
    ("green-space", "Friends of the Brook", "Litter, saplings and a picnic on the last Saturday.", "Kingstanding"),
    ("faith", "Interfaith Neighbours of Balsall Heath", "Open doors in five houses of worship each November.", "Balsall Heath West"),
    ("children", "Ladywood Toy Library", "Borrow three toys for three weeks, for nothing.", "Ladywood"),
    ("residents", "Tower Tenants Together", "The tenants of four towers, every second Monday.", "Ladywood"),
    ("health", "Walk and Talk", "A slow walk of a mile, with a nurse. Every Wednesday at ten.", "Sutton Vesey"),
    ("sharing", "City Library of Things", "Drills, ladders and tents to borrow, from eleven branches.", ""),
)  # fmt: skip
STORY: dict[str, Any] = {
    "history": "The ward grew along the line and the canal [1]. The works closed within one generation, and their gates became shops [2].",
    "groups": "A residents’ group for the terraces, a traders’ group for the high street, three congregations that share a hall [2].",
    "languages": "English, Urdu, Polish and Romanian are heard on the high street; the surgery has a board in six [2].",
    "issues": "The baths were to close twice and were kept twice, the second time by the people who now run them [1]. The crossing by the school took nine years.",
}
POSTS = ("Community development worker", "Neighbourhood connector", "Community organiser")
HOSTS = ("Wayside Settlement (invented)", "Lantern Community Trust (invented)", "Heron House (invented)")


def stories(world: World) -> list[Story]:
    return [_known(world), _presence(world), _paving(world)]


def _known(world: World) -> Story:
    """The directory and three stories of wards; somebody says later that an entry is out of date."""
    yield now() + timedelta(hours=2)
    kinds = {one.code: one for one in AssetKind.objects.all()}
    wards = _wards()
    made = [
        add_asset(
            actor=world.clerk,
            kind=kinds[kind],
            name=f"{name} (invented)",
            offers=offers,
            ward=wards.get(ward),
            address="The Old Chapel" if ward else "",
            accessibility="Level entrance, accessible toilet.",
            contact="0121 496 0000",
            web="https://example.org/",
            topics=[kinds[kind].title.lower()],
        )
        for kind, name, offers, ward in ASSETS
    ]
    for code, name in RAISED[:3]:
        write_story(
            actor=world.facilitators[code], area=wards[name], why="First version", **STORY,
            sources=[
                {"title": f"Told at the library of {name}", "speaks": "residents", "date": today()},
                {"title": "The ward in maps and figures", "speaks": "official", "address": "https://example.org/maps"},
            ],
        )  # fmt: skip
    yield now() + timedelta(days=40)
    changed = STORY | {"issues": f"{STORY['issues']} The paving comes next [1]."}
    sources = [{"title": "Told at the ward forum", "speaks": "residents", "date": today()}]
    write_story(
        actor=world.facilitators["PER"], area=wards["Perry Barr"], why="What people said", sources=sources, **changed
    )
    yield now() + timedelta(days=200)
    report_asset(actor=world.citizens[1], asset=made[1], text="They have moved to Thursdays.")


def _presence(world: World) -> Story:
    """Three wards in four have somebody; one post ends and leaves a gap."""
    yield now() + timedelta(hours=3)
    dice, last = Random(34), None
    for number, ward in enumerate(sorted(world.wards, key=lambda one: one.sort_key)):
        if number % 4 == 3:
            continue
        last = begin_presence(
            actor=world.clerk, area=ward, role=POSTS[number % 3], organisation=HOSTS[dice.randrange(3)],
            hours="Tuesdays and Thursdays, ten to four", contact="0121 496 0000", since=today(),
        )  # fmt: skip
    yield now() + timedelta(days=250)
    if last is not None:
        end_presence(
            actor=world.clerk, presence=last, until=today(), reason="The grant ended, and nobody has taken it up."
        )


def _paving(world: World) -> Story:
    """Eight wards ask for the same; one forum adopts it, another does not, and the issue is shared by those who say so."""
    yield now() + timedelta(days=150)
    wards = _wards()
    refresh_words()
    found = []
    for number, (code, ward) in enumerate(RAISED):
        author = world.members[code][0]
        title, body = PAVING.format(ward), WORDS.format(ward)
        found.append(ask(world, code, author, title, body, area=wards[ward]))
        deliver_all()
        if number:
            back(checked(world, found[-1]), world.citizens[: 3 + number])
    own = yield from supported(world, found[0])
    issue = open_issue(
        actor=world.facilitators["PER"], title="Broken paving on the way to the station",
        summary="The same slabs in eight wards, and one budget for all of them.", keys=[(KIND, one.pk) for one in found],
    )  # fmt: skip
    deliver_all()
    yield now() + timedelta(days=2)
    asked = {part.forum_id: part for part in issue.parts.all()}  # type: ignore[attr-defined]
    for code in ("STI", "ACO", "KIN", "BHS"):
        part = asked[world.forums[code].pk]
        answer_part(actor=world.facilitators[code], part=part, joins=True, words="It is our issue too.")
    answer_part(
        actor=world.facilitators["SUT"], part=asked[world.forums["SUT"].pk], joins=False,
        words="Ours is a private road; we ask somebody else.",
    )  # fmt: skip
    yield from adopted(world, own)
    yield from _decide(world, fresh(own), "MOS")


def _decide(world: World, proposal: Proposal, code: str) -> Story:
    """The members of another forum vote on it, more of them no."""
    closes = now() + timedelta(days=7)
    forum = world.forums[code]
    adoption = ask_elsewhere(actor=world.facilitators[code], proposal=proposal, forum=forum, closes_at=closes)
    for number, user in enumerate(world.members[code]):
        cast_vote(actor=user, ballot=adoption.ballot, choice="yes" if number < 1 else "no")
    yield adoption.ballot.closes_at + timedelta(minutes=5)
    yield after_challenge(world)
    held = Adoption.objects.select_related("proposal__forum", "forum", "ballot").get(pk=adoption.pk)
    certify_adoption(actor=world.facilitators[code], adoption=held)


def _wards() -> dict[str, Area]:
    return {one.name: one for one in Area.objects.wards().for_list()}
