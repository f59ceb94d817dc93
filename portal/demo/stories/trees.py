"""Street trees, asked for in five wards and adopted by five ward forums; the city hears them together (storyline d, without merging)."""

from committees.actions import judge_delivery
from portal.demo.acts import (
    Part,
    accepted,
    acknowledged,
    answered,
    claimed,
    concluded,
    ended,
    fresh,
    issued,
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


def five_wards(world: World) -> Story:
    """The first forum's story carries the others' outputs before the same meeting."""
    yield world.calendar.weekday_ago(280)
    outputs = []
    for code, (ward, title) in WARDS.items():
        outputs.append((yield from _asked(world, code, ward, title)) if code in {"MOS", "STI"} else None)
    sent = [(code, output) for code, output in zip(WARDS, outputs, strict=True) if output]
    yield wait(world, 1)
    referrals = [referred(world, code, output, "ST") for code, output in sent]
    for referral in referrals:
        yield from acknowledged(world, referral)
    meeting = scheduled(world, "ST", wait(world, 20).date())
    items = [accepted(world, referral, meeting) for referral in referrals]
    publish(world, meeting)
    yield meeting.gathering.starts_at
    meeting = opened(world, meeting)
    item, other = items[0], items[-1]
    found = [
        recommended(
            world,
            item,
            "transport",
            "Plant 400 street trees in the ten hottest wards.",
            "400 trees alive after their first summer.",
        ),
        recommended(
            world,
            item,
            "transport",
            "Let residents name the places, on a public map.",
            "A map with every place asked for and what became of it.",
        ),
        recommended(
            world,
            other,
            "waste",
            "Keep the ground around young trees open when pavements are mended.",
            "The rule stands in the contract for pavements.",
        ),
        recommended(world, other, "finance", "Pay for watering in the first three summers.", "A line in the budget."),
    ]
    concluded(world, item, "Five ward forums ask for the same. The committee heard them together.")
    if other.pk != item.pk:
        concluded(world, other, "Heard together with Moseley's.")
    ended(world, meeting)
    yield wait(world, 1)
    found = [issued(world, one) for one in found]
    yield wait(world, 25)
    trees, chart, ground, _water = [
        answered(
            world,
            one,
            "accept",
            "The heat of last summer leaves no room for doubt, and the nursery has the trees.",
            promise,
        )
        for one, promise in zip(found, PROMISES, strict=True)
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
    quiet = claimed(world, chart, "The map is on the council's site and takes places from anybody.")
    yield wait(world, 3)
    for user in world.members["MOS"][:3]:
        judge_delivery(actor=user, claim=fresh(claim), verdict="confirm", reason="")
    world.kept["quiet_claim"] = quiet


PROMISES = (
    {"text": "400 street trees in the ten hottest wards.", "measure": "400 trees alive after their first summer.", "owner": "Head of Parks", "due": 80},
    {"text": "A public map of places asked for.", "measure": "Each place shows what became of it.", "owner": "Head of Digital", "due": 60},
    {"text": "Open ground around young trees in the pavement contract.", "measure": "The clause, published.", "owner": "Head of Highways", "due": 200},
    {"text": "Three summers of watering in the budget.", "measure": "A budget line.", "owner": "Director of Finance", "due": 260},
)  # fmt: skip


def _asked(world: World, code: str, ward: str, title: str) -> Part:
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
