"""Proposals at every stage before a committee, and outputs and ballots on the way."""

from datetime import timedelta

from ballots.actions import annul_ballot, plan_ballot
from core import now
from forums.actions import open_activity
from outputs.actions import open_approval, open_comments
from portal.demo.acts import (
    adopted,
    ask,
    back,
    checked,
    compiled,
    debated,
    fresh,
    supported,
    voted,
    wait,
)
from portal.demo.stage import Story
from portal.demo.world import World
from proposals.actions import check_remit, edit_proposal, open_adoption, save_draft, withdraw_proposal
from proposals.models import RemitReason

# Forum, title, body: proposals that gather supports.
OPEN = (
    ("PRK", "Toilets in every park with a playground", "A child cannot wait, and neither can a grandfather. We ask for a toilet that is open in daylight in every park with a playground."),
    ("HOU", "Ask tenants before choosing cladding contractors", "We live behind it for thirty years. We ask that tenants sit on the panel that chooses who replaces the cladding, with the same vote as officers."),
    ("BUS", "Bus stops with a bench and a roof on every route", "People over seventy stop travelling where they cannot sit. We ask for a bench and a roof at every stop with more than twenty people a day."),
    ("LIB", "A quiet room in each library", "Not everybody has a room of their own to study in. We ask for one quiet room in every library, bookable for nothing."),
    ("WST", "Repair café in every constituency", "Toasters are thrown away for want of a fuse. We ask for a room, a cupboard of tools and insurance; we bring the people."),
    ("JOB", "Show pay in every council advertisement", "We ask the council and those who work for it to say what a job pays when they advertise it."),
    ("SEN", "A plan within twenty weeks, as the law says", "One family in three waits longer. We ask for a public count each month of how many plans were late, and why."),
    ("SAF", "Streetlights mended within three days", "A broken light is reported on Monday and mended next month. We ask for three days, and for a list."),
    ("BHS", "Play street on one Sunday a month", "Close one street, open it to children. Neighbours marshal; the council lends signs."),
    ("SUT", "A bus from the town to the hospital without a change", "It is six miles and two buses. We ask for one."),
    ("ASC", "A named person for everybody who leaves hospital", "People are sent home on a Friday with a leaflet. We ask for a name and a number, answered at the weekend too."),
    ("PRK", "Let allotments have rainwater tanks", "Each summer we carry water past a roof that sheds it. We ask for permission to put up tanks."),
)  # fmt: skip


def stories(world: World) -> list[Story]:
    return [
        *(_gathering(world, number, *row) for number, row in enumerate(OPEN)),
        _unchecked(world),
        _reached(world),
        _being_voted(world),
        _counted(world),
        _not_adopted(world),
        _refused(world),
        _expired(world),
        _withdrawn(world),
        _draft(world),
        _outputs(world),
        _ballots(world),
    ]


def _gathering(world: World, number: int, code: str, title: str, body: str) -> Story:
    yield world.calendar.weekday_ago(60 - 4 * number, hour=9 + number % 8)
    one = ask(
        world,
        code,
        world.dice.choice(world.members[code]),
        title,
        body,
        kind="service",
        topic=world.forums[code].topics[0] if world.forums[code].topics else "",
    )
    yield wait(world, 2)
    checked(world, one)
    able = [user for user in world.citizens if user.person.level >= one.minimum_level]
    for _week in range(2):
        yield wait(world, 3)
        back(fresh(one), world.some(world.dice.randrange(1, max(2, world.size.supporters // 2)), able))
    speakers = world.some(3)
    debated(
        one,
        [
            (speakers[0], "for", "We tried it in our street and it works."),
            (speakers[1], "against", "Who pays, and what is cut for it?"),
            (speakers[2], "neutral", "Has anybody asked those who would use it?"),
        ],
    )


def _unchecked(world: World) -> Story:
    """Published yesterday, marked as being checked, and changed once since."""
    yield world.calendar.ago(1, 9)
    one = ask(
        world,
        "HCE",
        world.members["HCE"][0],
        "Train carers with those they care for",
        "We learn it from slides. We ask that people who get care teach half of every course, and are paid for it.",
        kind="service",
    )
    yield world.calendar.ago(1, 15)
    edit_proposal(
        actor=world.members["HCE"][0],
        proposal=fresh(one),
        title=one.title,
        body=one.body + " The first course could begin in the spring.",
    )
    back(fresh(one), [world.kept["unverified"], *world.some(2)])


def _reached(world: World) -> Story:
    """Enough supports; the facilitator owes the members a ballot."""
    yield world.calendar.weekday_ago(16)
    one = ask(
        world,
        "PRK",
        world.members["PRK"][0],
        "Open the walled garden to schools",
        "It is locked since the gardener retired. Four schools have offered to keep it. We ask for the key.",
        kind="voluntary",
        topic="parks",
    )
    yield from supported(world, one)


def _being_voted(world: World) -> Story:
    yield world.calendar.weekday_ago(24)
    one = ask(
        world,
        "SUT",
        world.members["SUT"][0],
        "One page on what the parish does and what the council does",
        "Nobody knows whom to ring. We ask both to write one page together, and to keep it true.",
        kind="service",
    )
    yield from supported(world, one)
    yield world.calendar.ago(2)
    adoption = open_adoption(actor=world.facilitators["SUT"], proposal=fresh(one), closes_at=now() + timedelta(days=7))
    voted(world, "SUT", adoption.ballot, no=2)


def _counted(world: World) -> Story:
    """The members have voted; the count can still be challenged."""
    yield world.calendar.weekday_ago(32)
    one = ask(
        world,
        "NEL",
        world.members["NEL"][0],
        "A toilet at the reservoir",
        "Four hundred people walk round it on a Sunday. We ask for one toilet, open in daylight.",
        kind="service",
    )
    yield from supported(world, one)
    yield world.calendar.ago(9)
    adoption = open_adoption(actor=world.facilitators["NEL"], proposal=fresh(one), closes_at=world.calendar.ago(2, 20))
    voted(world, "NEL", adoption.ballot, no=1)


def _not_adopted(world: World) -> Story:
    yield world.calendar.weekday_ago(120)
    one = ask(
        world,
        "WST",
        world.members["WST"][0],
        "Charge for a second black bin",
        "Whoever throws away more should pay more.",
        kind="policy",
        topic="waste",
    )
    one = yield from supported(world, one)
    yield wait(world, 1)
    yield from adopted(world, one, no=6)


def _refused(world: World) -> Story:
    yield world.calendar.weekday_ago(40)
    one = ask(
        world,
        "LIB",
        world.some(1)[0],
        "Move the football ground to our ward",
        "It would bring people and their money to us. We ask the council to make the club move.",
        kind="policy",
    )
    back(one, world.some(3))
    yield wait(world, 2)
    reason = RemitReason.objects.filter(active=True).order_by("pk").first()
    check_remit(
        actor=world.facilitators["LIB"], proposal=fresh(one), outcome="refused", reason=reason,
        statement="Where a football club plays is for the club. The council could speak about land; a proposal about that would be welcome in the Sutton Coldfield or the jobs forum.",
    )  # fmt: skip


def _expired(world: World) -> Story:
    """An activity with a short time for supports, and a proposal that ran out of it."""
    yield world.calendar.weekday_ago(150)
    short = open_activity(
        actor=world.facilitators["BHS"], forum=world.forums["BHS"], kind="proposals", title="Quick wins for spring",
        opens_at=now(), closes_at=now() + timedelta(days=30), threshold=world.size.threshold, months_open=3,
    )  # fmt: skip
    kept, world.activities["BHS"] = world.activities["BHS"], short
    one = ask(
        world,
        "BHS",
        world.members["BHS"][0],
        "Paint the underpass",
        "It is grey. Six painters have offered to do it for the paint.",
        kind="voluntary",
    )
    world.activities["BHS"] = kept
    yield wait(world, 1)
    checked(world, one)
    back(fresh(one), world.some(4))


def _withdrawn(world: World) -> Story:
    yield world.calendar.weekday_ago(35)
    author = world.members["ACO"][0]
    one = ask(
        world,
        "ACO",
        author,
        "A second zebra crossing by the school",
        "One is not enough at half past three.",
        kind="service",
    )
    yield wait(world, 4)
    withdraw_proposal(actor=author, proposal=fresh(one), reason="The council has painted it already. Thank you!")


def _draft(world: World) -> Story:
    yield world.calendar.ago(1, 18)
    save_draft(
        actor=world.citizens[0],
        activity=world.activities["ASC"],
        title="A choir for carers",
        body="I have not finished writing this.",
    )


def _outputs(world: World) -> Story:
    """Three adopted proposals, whose outputs are being written, commented on and voted on."""
    yield world.calendar.weekday_ago(125)
    made = {}
    for code, title in (
        ("HCE", "Gloves and masks for everybody who cares"),
        ("PER", "A noticeboard in six languages"),
        ("KIN", "Benches on the way to the shops"),
    ):
        one = ask(
            world,
            code,
            world.members[code][0],
            title,
            "Small things that cost little and say that somebody has thought of us. We ask the council to provide them.",
            kind="service",
        )
        one = yield from supported(world, one)
        yield wait(world, 1)
        made[code] = yield from adopted(world, one)
    yield world.calendar.ago(12)
    for code, adoption in made.items():
        output = compiled(
            world, code, [adoption], title=adoption.proposal.title, summary="Small things that would make a difference, and who should provide them.",
            findings="Members agreed quickly.\n\n- It costs little.\n- It is asked for in every meeting.", dissent="" if code == "HCE" else "One member would rather not depend on the council for this.",
        )  # fmt: skip
        if code != "HCE":
            world.kept[code] = open_comments(actor=world.facilitators[code], output=output)
    yield world.calendar.ago(3)
    output = open_approval(
        actor=world.facilitators["PER"], output=fresh(world.kept["PER"]), closes_at=now() + timedelta(days=7)
    )
    voted(world, "PER", output.ballot, no=1)


def _ballots(world: World) -> Story:
    """One that opens tomorrow, and one that was annulled."""
    yield world.calendar.ago(20)
    forum = world.forums["YTH"]
    roll = [user.person.pk for user in world.members["YTH"]]
    first = plan_ballot(
        actor=world.facilitators["YTH"], subject=world.activities["YTH"], host=forum, question="Should we meet on Thursdays?",
        opens_at=now(), closes_at=now() + timedelta(days=3), roll=roll,
    )  # fmt: skip
    yield wait(world, 1)
    annul_ballot(
        actor=world.clerk, ballot=fresh(first), reason="The question named the wrong day. It will be asked again."
    )
    yield world.calendar.ago(1)
    plan_ballot(
        actor=world.facilitators["YTH"], subject=forum, host=forum, question="Should we meet on Tuesdays?",
        opens_at=world.calendar.ago(-1), closes_at=world.calendar.ago(-8), roll=roll,
    )  # fmt: skip
