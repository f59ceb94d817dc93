"""Home-care workers ask for an end to split shifts; it is accepted in part, and the promise is late (storyline b). And who speaks in which role."""

from accounts.actions import check_standing, declare_standing
from accounts.models import Level, StakeholderKind, User, WorkerKind
from forums.actions import join, reply, start_thread
from forums.queries.measures import measure
from portal.demo.acts import (
    accepted,
    acknowledged,
    answered,
    concluded,
    debated,
    ended,
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
from proposals.models import Proposal

ASK = {
    "title": "End split shifts for home care workers",
    "body": (
        "We start at six, finish at eleven, and start again at four. The hours between are not paid and nobody can live on them. "
        "Workers leave, and the people we visit meet a stranger each week.\n\nWe ask the council to pay for whole shifts, and to write "
        "visits of at least 30 minutes into every home care contract."
    ),
    "assets": "The carers know the rounds. The neighbourhood network can look in between visits. The day centre has offered a room for training.",
    "kind": "policy",
    "topic": "home care",
}
TEXT = {
    "title": "Home care: what those who give it and those who get it found",
    "summary": "Split shifts drive workers away and short visits leave people unwashed and alone. We ask for whole shifts and for visits of at least 30 minutes.",
    "findings": (
        "Over four meetings we heard from people who get care at home and from those who give it.\n\n- Eleven visits before noon leave a choice between a shower and a breakfast.\n"
        "- Workers with split shifts stay for seven months on average, others for three years.\n- Three providers would offer whole shifts if the contract paid for them."
    ),
    "dissent": "Two members fear that a fixed shortest visit makes short medicine calls impossible. They would rather leave the length to the person who is visited.",
}

MINUTES = (
    "**Present and apologies** as listed. Nobody declared an interest.\n\n"
    "**Home care.** The representative of the forum read out three accounts, one by a carer and two by people who are visited. Members "
    "asked what whole shifts would cost, and who loses when a visit is short. The committee made two recommendations; the votes of each "
    "seat are listed with them.\n\n"
    "**Any other business.** None."
)


def split_shifts(world: World) -> Story:
    yield world.calendar.weekday_ago(285)
    author = next(user for user in world.citizens if user.person.name == "Paulette Adeyemi")
    output = yield from whole_way(world, "ASC", author, ASK, TEXT)
    _debate(world)
    world.kept["care_output"] = output
    yield wait(world, 1)
    referral = referred(world, "ASC", output, "HSC")
    yield from acknowledged(world, referral)
    yield wait(world, 2)
    meeting = scheduled(world, "HSC", wait(world, 20).date())
    item = accepted(world, referral, meeting)
    publish(world, meeting)
    yield meeting.gathering.starts_at
    meeting = opened(world, meeting)
    shifts = recommended(
        world, item, "health", "Pay for whole shifts in every home care contract from the next renewal.",
        "No contract allows unpaid hours between two visits on one day.",
    )  # fmt: skip
    visits = recommended(
        world, item, "health", "Publish each month how many home care visits were shorter than 30 minutes.",
        "A table for each month and provider, within ten days of its end.", against=2,
    )  # fmt: skip
    concluded(
        world,
        item,
        "The committee thanked the forum. It agreed that what it heard is a matter of strategy, not of one provider.",
    )
    ended(world, meeting)
    yield wait(world, 1)
    shifts, visits = issued(world, shifts), issued(world, visits)
    yield from minuted(world, meeting, MINUTES)
    promise = answered(
        world, shifts, "part",
        "Whole shifts cost between 1.9 and 2.4 million pounds a year. We can pay for them in the five busiest districts now, and in the rest when contracts are renewed.",
        {"text": "Whole shifts in the home care contracts of five districts.", "measure": "Five signed contracts without unpaid hours between visits.", "owner": "Director of Adult Social Care", "due": 75},
    )  # fmt: skip
    table = answered(
        world, visits, "accept", "The figures exist; publishing them costs little and people have a right to them.",
        {"text": "A monthly table of short visits by provider.", "measure": "Published within ten days of each month's end.", "owner": "Head of Commissioning", "due": 200},
    )  # fmt: skip
    yield wait(world, 28)
    reported(world, promise, "on_track", "Two of five contracts are agreed.")
    reported(world, table, "at_risk", "Two providers have not sent their figures.")
    yield wait(world, 30)
    reported(world, promise, "at_risk", "A third provider has withdrawn; a new one must be found.")


def _debate(world: World) -> None:
    proposal = Proposal.objects.filter(title=ASK["title"]).select_related("forum").get()
    one, two, three, four = world.some(4)
    debated(
        proposal,
        [
            (
                one,
                "for",
                "I do eleven visits before noon. At fifteen minutes I choose between the shower and the breakfast. Every day I choose.",
            ),
            (
                two,
                "for",
                "The national guideline says visits under 30 minutes only where the person agreed. My mother was never asked.",
            ),
            (
                three,
                "against",
                "A fixed minimum makes short medicine calls impossible. Some people want ten minutes, twice.",
            ),
            (four, "neutral", "What would it cost, and who would pay?"),
        ],
    )


def every_voice(world: World) -> Story:
    """People who get care and those whose work it is talk in one place, each by their role; one worker under protection."""
    yield world.calendar.weekday_ago(33)
    forum, members = world.forums["HCE"], world.members["HCE"]
    able = [user for user in world.citizens[5:] if user.person.level >= Level.VERIFIED and user not in members]
    served, *workers = world.some(measure("voice.smallest_group") + 1, able)
    _in_capacity(world, served, StakeholderKind.SERVICE_USER)
    for user in workers:
        _in_capacity(world, user, StakeholderKind.SERVICE_WORKER)
    yield wait(world, 2)
    thread = start_thread(
        actor=served, forum=forum, title="What happens between two visits?", opening="I see the end of one and the beginning of the next. Tell me the rest."
    )  # fmt: skip
    reply(actor=workers[0], thread=thread, body="Twenty minutes on foot, in any weather, and nobody pays them.")
    reply(
        actor=workers[1],
        thread=thread,
        body="We are told to write the visit down as longer than it was.",
        protected=True,
    )
    reply(
        actor=world.facilitators["HCE"], thread=thread, body="Whoever works in care can speak here without their name."
    )
    yield wait(world, 1)
    reply(
        actor=world.staff["evaluating_officer"],
        thread=thread,
        body="We will compare the visits written down with the rounds driven.",
    )
    reply(
        actor=world.councillors[40], thread=thread, body="I ask for these figures at the next meeting of the committee."
    )


def _in_capacity(world: World, user: User, kind: StakeholderKind) -> None:
    """A member in a capacity that an officer has checked."""
    standing = declare_standing(actor=user, kind=kind, of="home care")
    work = WorkerKind.objects.get(code="home-care") if kind == StakeholderKind.SERVICE_WORKER else None
    check_standing(actor=world.clerk, standing=standing, worker_kind=work)
    join(actor=user, forum=world.forums["HCE"], kind=kind)
