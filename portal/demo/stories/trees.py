"""Street trees, asked for in five wards and adopted by five ward forums; the city hears them together (storyline d, without merging)."""

from committees.actions import acknowledge, judge_delivery
from portal.demo.acts import (
    Part,
    accepted,
    answered,
    claimed,
    concluded,
    ended,
    fresh,
    issued,
    minuted,
    opened,
    publish,
    recommended,
    referred,
    reported,
    scheduled,
    wait,
    whole_way,
)
from portal.demo.stage import Story
from portal.demo.world import World

WARDS = {
    "MOS": ("Moseley", "Plant trees where summers are hottest: Moseley village"),
    "STI": ("Stirchley", "Street trees for Pershore Road"),
    "PER": ("Perry Barr", "Trees between the motorway and the school"),
    "ACO": ("Acocks Green", "Shade for the bus stops of Acocks Green"),
    "KIN": ("Kingstanding", "Trees on every verge that has room"),
}


def stories(world: World) -> list[Story]:
    return [*(_ward(world, code) for code in WARDS), _together(world)]


def _ward(world: World, code: str) -> Story:
    """From a sentence to an output of this ward's forum; the others' come at the same time."""
    yield world.calendar.weekday_ago(240)
    world.kept[f"trees of {code}"] = yield from _asked(world, code)


def _together(world: World) -> Story:
    """The five outputs go before one meeting, an item each, and come back as promises."""
    yield world.calendar.weekday_ago(173)
    referrals = {code: referred(world, code, world.kept[f"trees of {code}"], "ST") for code in WARDS}
    yield wait(world, 1)
    for referral in referrals.values():
        acknowledge(actor=world.clerk, referral=fresh(referral))
    meeting = scheduled(world, "ST", wait(world, 20).date())
    items = {code: accepted(world, referral, meeting) for code, referral in referrals.items()}
    publish(world, meeting)
    yield meeting.gathering.starts_at
    meeting = opened(world, meeting)
    found = [recommended(world, items[code], *words) for code, words in RECOMMENDATIONS]
    for item in items.values():
        concluded(world, item, "Five ward forums ask for the same. The committee heard them together.")
    ended(world, meeting)
    yield wait(world, 1)
    found = [issued(world, one) for one in found]
    yield from minuted(world, meeting, MINUTES)
    trees, chart, ground, _water, _stops, _verges = [
        answered(world, one, answer, reason, promise)
        for one, (answer, reason, promise) in zip(found, ANSWERS, strict=True)
    ]
    yield wait(world, 30)
    reported(world, trees, "on_track", "210 trees are in the ground.")
    reported(world, ground, "on_track", "The contractor has agreed the wording.")
    yield wait(world, 20)
    claim = claimed(
        world,
        trees,
        "402 trees are planted; the list with every street is published, and each was inspected in September.",
    )
    claimed(world, chart, "The map is on the council's site and takes places from anybody.")
    yield wait(world, 3)
    for user in world.members["MOS"][:3]:
        judge_delivery(actor=user, claim=fresh(claim), verdict="confirm", reason="")


MINUTES = (
    "**Five wards, one subject.** The committee took the outputs of Moseley, Stirchley, Perry Barr, Acocks Green and Kingstanding together, "
    "an item each, so that each forum can follow its own. A member of each ward forum spoke for five minutes.\n\n"
    "**Debate.** All agreed on shade; two members doubted that watering can be left to residents. Six recommendations were made."
)
# Under which forum's item: the portfolio, what the committee recommends, and how one will know.
RECOMMENDATIONS = (
    ("MOS", ("transport", "Plant 400 street trees in the ten hottest wards.", "400 trees alive after their first summer.")),
    ("MOS", ("transport", "Let residents name the places, on a public map.", "A map with every place asked for and what became of it.")),
    ("STI", ("waste", "Keep the ground around young trees open when pavements are mended.", "The rule stands in the contract for pavements.")),
    ("PER", ("finance", "Pay for watering in the first three summers.", "A line in the budget.")),
    ("ACO", ("transport", "Put shade at every bus stop that has none.", "No stop without shade by the summer after next.")),
    ("KIN", ("transport", "Say which verges have room for a tree.", "A list of verges, ward by ward.")),
)  # fmt: skip
HOT = "The heat of last summer leaves no room for doubt, and the nursery has the trees."
ANSWERS = (
    ("accept", HOT, {"text": "400 street trees in the ten hottest wards.", "measure": "400 trees alive after their first summer.", "owner": "Head of Parks", "due": 80}),
    ("accept", HOT, {"text": "A public map of places asked for.", "measure": "Each place shows what became of it.", "owner": "Head of Digital", "due": 60}),
    ("accept", HOT, {"text": "Open ground around young trees in the pavement contract.", "measure": "The clause, published.", "owner": "Head of Highways", "due": 200}),
    ("accept", HOT, {"text": "Three summers of watering in the budget.", "measure": "A budget line.", "owner": "Director of Finance", "due": 260}),
    ("part", "A tree needs two metres that many pavements do not have. Where there is no room, a shelter with a roof can give shade.", {"text": "Shade at sixty bus stops, by tree or by roof.", "measure": "Sixty stops on the list, each with its date.", "owner": "Head of Transport", "due": 240}),
    ("accept", HOT, {"text": "A list of verges with room, ward by ward.", "measure": "The list, published and open to correction.", "owner": "Head of Parks", "due": 230}),
)  # fmt: skip


def _asked(world: World, code: str) -> Part:
    ward, title = WARDS[code]
    ask = {
        "title": title,
        "body": f"In {ward} the pavements were 41 degrees on the hottest day of July, and 29 under the only plane tree. We ask for trees where people walk, wait and go to school, chosen with those who live there.",
        "kind": "service",
        "topic": "trees",
        "area": next((one for one in world.wards if one.name == ward), None),
    }
    text = {
        "title": f"Trees for {ward}",
        "summary": f"{ward} is hot, and shade is cheap. Members ask for street trees where people walk and wait, and offer to water them.",
        "findings": "Forty people walked the ward and marked where shade is missing.\n\n- Three bus stops without any.\n- Two schools with bare forecourts.\n- Eleven places where a tree stood and was never replaced.",
        "dissent": "One member would rather see the money spent on mending pavements.",
    }
    return (yield from whole_way(world, code, world.dice.choice(world.members[code]), ask, text))
