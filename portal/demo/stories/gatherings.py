"""Forums meet and debate: meetings held and written up, one whose notes are disputed, one moved, one to come with its agenda; one debate that is over, one that is open."""

from datetime import timedelta
from typing import Any

from core import now
from forums.actions import close_thread, open_activity, reply, start_thread
from forums.policies import may_run_gatherings
from forums.states import ActivityKind
from meetings import actions
from meetings.models import Attendance, Gathering
from meetings.states import Mode
from portal.demo.acts import fresh
from portal.demo.stage import Story
from portal.demo.world import World
from proposals.models import Proposal

ROOM = "Meeting room, Central Library"
ACCESS = "Step-free, with a hearing loop. We pay for travel and for somebody to be with the person you care for."
NOTES = """Ten people came, three of them for the first time.

**Home care.** What workers and people who get care told us is now an output of the forum. Members want to hear what the
committee makes of it before anything new is asked.

**When we meet.** One morning and one evening each month, in turn, from now on.

**Next time.** Leaving hospital: who is there on the first day at home?"""

# What a meeting was about, what its notes said, and what a member missed in them.
DISPUTED = {
    "PRK": ("Allotments: who waits, and how long", "Five came. The members want half plots, so that more people get one.", "Two of us spoke against half plots."),
    "SEN": ("Home to school: who drives", "Five came. Most would share a taxi if somebody they know drives it.", "Children who cannot share one were spoken of at length."),
}  # fmt: skip


def stories(world: World) -> list[Story]:
    return [
        _held(world),
        _disputed(world, "PRK", 13, settled=True),
        _disputed(world, "SEN", 9, settled=False),
        _moved(world),
        _to_come(world),
        _debated(world),
        _debating(world),
    ]


def _set(world: World, code: str, title: str, days: int, hour: int, **where: Any) -> Gathering:
    """A meeting of the forum is in the calendar, in so many days from the last one (before it, where negative)."""
    forum, facilitator = world.forums[code], world.facilitators[code]
    starts = world.calendar.weekday_ago(-days, hour)
    return actions.schedule(
        actor=facilitator,
        host=forum,
        title=title,
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place=ROOM,
        access=ACCESS,
        verdict=may_run_gatherings(facilitator, forum),
        **where,
    )


def _held(world: World) -> Story:
    """Held five weeks ago; its members have agreed to the notes."""
    yield world.calendar.weekday_ago(50)
    facilitator = world.facilitators["ASC"]
    meeting = _set(world, "ASC", "Monthly meeting: home care", -35, 18)
    first = actions.add_item(
        actor=facilitator, gathering=meeting, title="What became of our output on home care", origin="The forum",
        subject=world.kept["care_output"],
    )  # fmt: skip
    second = actions.add_item(actor=facilitator, gathering=meeting, title="When we meet", origin="The forum")
    meeting = actions.publish(actor=facilitator, gathering=meeting)
    yield meeting.starts_at
    meeting = actions.start(actor=facilitator, gathering=fresh(meeting))
    for number, user in enumerate(world.members["ASC"]):
        kind = Attendance.Kind.PRESENT if number else Attendance.Kind.APOLOGIES
        actions.record_attendance(
            actor=facilitator, gathering=meeting, person=user.person, kind=kind, capacity="member of the forum"
        )
    actions.settle_item(actor=facilitator, item=first, outcome="Heard. The representative asks the committee for news.")
    actions.settle_item(actor=facilitator, item=second, outcome="One morning and one evening each month, in turn.")
    yield meeting.ends_at
    actions.end(actor=facilitator, gathering=fresh(meeting))
    yield meeting.ends_at + timedelta(days=2)
    notes = actions.write_notes(actor=facilitator, gathering=fresh(meeting), text=NOTES)
    yield meeting.ends_at + timedelta(days=9)
    actions.agree_notes(actor=facilitator, notes=notes)


def _disputed(world: World, code: str, ago: int, *, settled: bool) -> Story:
    """Held some days ago. A member finds themselves misheard in the notes; where it is settled, a second version waits for objections."""
    yield world.calendar.weekday_ago(ago + 12)
    facilitator, members, (title, words, missed) = world.facilitators[code], world.members[code], DISPUTED[code]
    meeting = _set(world, code, title, -ago, 18)
    actions.add_item(actor=facilitator, gathering=meeting, title=title, origin="The forum")
    meeting = actions.publish(actor=facilitator, gathering=meeting)
    yield meeting.starts_at
    meeting = actions.start(actor=facilitator, gathering=fresh(meeting))
    for user in members[:5]:
        actions.check_in(actor=facilitator, gathering=meeting, person=user.person)
    yield meeting.ends_at
    actions.end(actor=facilitator, gathering=fresh(meeting))
    yield meeting.ends_at + timedelta(days=2)
    notes = actions.write_notes(actor=facilitator, gathering=fresh(meeting), text=words)
    yield meeting.ends_at + timedelta(days=4)
    actions.object_to_notes(actor=members[3], notes=fresh(notes), reason=f"The notes leave this out: {missed}")
    if settled:
        yield meeting.ends_at + timedelta(days=6)
        actions.write_notes(actor=facilitator, gathering=fresh(meeting), text=f"{words}\n\n{missed}")


def _moved(world: World) -> Story:
    """Online, and a week later than it was called for: calendars that hold it have followed."""
    yield world.calendar.weekday_ago(10)
    facilitator, forum = world.facilitators["BUS"], world.forums["BUS"]
    meeting = _set(
        world, "BUS", "With the operators: the night buses", 12, 18, mode=Mode.ONLINE, online_url="https://meet.example.org/buses"
    )  # fmt: skip
    yield world.calendar.weekday_ago(4)
    starts = world.calendar.weekday_ago(-19, 18)
    actions.reschedule(
        actor=facilitator, gathering=fresh(meeting), starts_at=starts, ends_at=starts + timedelta(hours=2),
        verdict=may_run_gatherings(facilitator, forum),
    )  # fmt: skip


def _to_come(world: World) -> Story:
    """In nine days, with its agenda out."""
    yield world.calendar.weekday_ago(6)
    facilitator = world.facilitators["ASC"]
    meeting = _set(world, "ASC", "Monthly meeting: leaving hospital", 9, 10)
    asked = Proposal.objects.get(title="A named person for everybody who leaves hospital")
    for title, summary, subject in (
        ("Notes of the last meeting", "", None),
        (asked.title, "Those who asked for it say why; everybody may add what happened to them.", asked),
        ("What our representative brings from the committee", "", None),
    ):
        actions.add_item(
            actor=facilitator, gathering=meeting, title=title, summary=summary, subject=subject, origin="The forum"
        )
    actions.publish(actor=facilitator, gathering=meeting)


def _debated(world: World) -> Story:
    yield world.calendar.weekday_ago(110)
    facilitator = world.facilitators["PRK"]
    activity = open_activity(
        actor=facilitator, forum=world.forums["PRK"], kind=ActivityKind.DEBATE, title="Dogs in parks: where, and on a lead?",
        explanation="For four weeks: what works in your park, and what does not.", opens_at=now(), closes_at=now() + timedelta(days=28),
    )  # fmt: skip
    one, two, three = world.members["PRK"][:3]
    thread = start_thread(
        actor=one, forum=world.forums["PRK"], title="Leads near playgrounds", activity=activity,
        opening="My daughter is afraid of dogs that run. My neighbour's dog is old and needs to. Where is the line?",
    )  # fmt: skip
    reply(actor=two, thread=thread, body="On a lead within sight of a playground, free everywhere else.", stance="for")
    reply(
        actor=three, thread=thread, body="Signs are enough where people talk to each other. We have three.", stance="against"
    )  # fmt: skip
    yield now() + timedelta(days=27)
    close_thread(
        actor=facilitator, thread=fresh(thread),
        conclusions="Most want leads within sight of playgrounds and freedom elsewhere. Nobody wants fines. A member is writing a proposal.",
    )  # fmt: skip


def _debating(world: World) -> Story:
    yield world.calendar.weekday_ago(12)
    activity = open_activity(
        actor=world.facilitators["LIB"], forum=world.forums["LIB"], kind=ActivityKind.DEBATE, title="What is a library for?",
        explanation="Before the council writes its next plan for libraries: say what you use yours for, and what you miss.",
        opens_at=now(), closes_at=world.calendar.ago(-18, 20),
    )  # fmt: skip
    one, two, three, four = world.members["LIB"][:4]
    thread = start_thread(
        actor=one, forum=world.forums["LIB"], title="Warm, dry and free", activity=activity,
        opening="It is the only room in the ward where nobody asks what you will buy.",
    )  # fmt: skip
    reply(actor=two, thread=thread, body="Mine is where I learned to fill in forms, from somebody who had time.")
    reply(actor=three, thread=thread, body="And books. Somebody should say books.", stance="for")
    start_thread(
        actor=four, forum=world.forums["LIB"], title="Music rooms?", activity=activity,
        opening="Two libraries have a piano in a cupboard. Could one room be loud?",
    )  # fmt: skip
