"""People meet in a room: one meeting that is over, with everything that follows one, and one to come with more who ask than places."""

from datetime import timedelta
from typing import Any

from accounts.models import StakeholderKind, User
from ballots.actions import cast_vote, certify_ballot, close_ballot, hand_out_slip, plan_ballot, print_slips, read_slip
from ballots.models import Ballot
from forums.policies import may_run_gatherings
from forums.queries import member_person_ids
from meetings import actions, picking
from meetings.models import Gathering
from meetings.states import Access, Mode
from portal.demo.acts import fresh
from portal.demo.stage import Story
from portal.demo.world import World

CODE = "LIB"
FACTS = (Access.STEP_FREE, Access.HEARING_LOOP, Access.TOILETS)
NOTES = """Twenty people came, eleven of them without an account: the readers' group had put up the notice in the library.

**What libraries are for.** A warm room came first, before books. The facilitator brings what was said to the debate.

**Where we meet.** The members vote on it until next week, on paper tonight or on the web.

**Next time.** Opening hours, with somebody from the library service."""


def stories(world: World) -> list[Story]:
    return [_was_held(world), _is_full(world)]


def _set(world: World, title: str, days: int, hour: int, **where: Any) -> Gathering:
    facilitator, forum = world.facilitators[CODE], world.forums[CODE]
    starts = world.calendar.weekday_ago(-days, hour)
    return actions.schedule(
        actor=facilitator, host=forum, title=title, starts_at=starts, ends_at=starts + timedelta(hours=2),
        place="Stirchley Library, the reading room", hints="The green door beside the bakery; buses 11, 45 and 47 stop outside.",
        access="Tell us when you register what you need. We pay for travel and for care at home.", facts=FACTS,
        verdict=may_run_gatherings(facilitator, forum), **where,
    )  # fmt: skip


def _others(world: World, number: int) -> list[User]:
    """So many who are not in the forum, and whom no story follows."""
    members = set(world.members[CODE])
    return [user for user in world.citizens[5:] if user not in members][:number]


def _was_held(world: World) -> Story:
    """Held four weeks ago: registered, let in, voted on paper, written up, agreed by itself, reported."""
    yield world.calendar.weekday_ago(46)
    facilitator = world.facilitators[CODE]
    meeting = _set(world, "Monthly meeting: what is a library for?", -28, 18)
    actions.offer_places(
        actor=facilitator, gathering=meeting, size=30, reserved={"service_user": 4}, questions=["What would you bring back?"]
    )  # fmt: skip
    talk = actions.add_item(
        actor=facilitator, gathering=meeting, title="What is a library for?", minutes=60, origin="The forum"
    )
    vote = actions.add_item(actor=facilitator, gathering=meeting, title="Where we meet", minutes=30, origin="The forum")
    comers = [*world.members[CODE], *_others(world, 4)]
    question = meeting.questions.get().pk
    for number, user in enumerate(comers):
        answers = {question: "The evening hours"} if number % 3 == 0 else {}
        needs = "A seat near the loop" if number == 2 else ""
        actions.register(actor=user, gathering=fresh(meeting), needs=needs, answers=answers)
    yield meeting.starts_at - timedelta(days=8)
    meeting = actions.publish(actor=facilitator, gathering=fresh(meeting))
    yield meeting.starts_at
    ballot = _voted_on_paper_begins(world, meeting)
    for row in list(meeting.registrations.standing_in().order_by("number"))[:9]:
        actions.check_in(actor=facilitator, gathering=fresh(meeting), code=row.code)
    for number in range(11):
        kind = StakeholderKind.SERVICE_USER if number < 6 else StakeholderKind.RESIDENT
        actions.count_walk_in(
            actor=facilitator, gathering=fresh(meeting), stakeholder=kind, ward=world.wards[number % 2],
            organisation="Readers of Stirchley" if number < 5 else "",
        )  # fmt: skip
    meeting = actions.start(actor=facilitator, gathering=fresh(meeting))
    _vote_on_paper(world, ballot)
    for item, outcome in ((talk, "The facilitator brings it to the debate."), (vote, "Voted on until next week.")):
        actions.settle_item(actor=facilitator, item=fresh(item), outcome=outcome)
    yield meeting.ends_at
    actions.end(actor=facilitator, gathering=fresh(meeting))
    yield meeting.ends_at + timedelta(days=1)
    actions.add_recording(
        actor=facilitator,
        gathering=fresh(meeting),
        title="Sound of the first hour",
        url="https://sound.example.org/library",
    )
    actions.write_notes(actor=facilitator, gathering=fresh(meeting), text=NOTES)
    yield ballot.closes_at + timedelta(days=5)
    found = Ballot.objects.get(pk=ballot.pk)
    if found.state == "open":
        found = close_ballot(ballot=found)
    certify_ballot(actor=facilitator, ballot=found)


def _voted_on_paper_begins(world: World, meeting: Gathering) -> Ballot:
    forum, facilitator = world.forums[CODE], world.facilitators[CODE]
    ballot = plan_ballot(
        actor=facilitator, subject=meeting, host=forum, question="Shall we meet in a different branch library each time?",
        explanation="Asked at the meeting: on paper there, on the web for a week.", opens_at=meeting.starts_at,
        closes_at=meeting.starts_at + timedelta(days=7), roll=member_person_ids(forum),
    )  # fmt: skip
    print_slips(actor=facilitator, ballot=ballot, number=5)
    return ballot


def _vote_on_paper(world: World, ballot: Ballot) -> None:
    """Three of the members vote on paper, which the facilitator types in and the clerk again; two vote on the web."""
    facilitator, members = world.facilitators[CODE], world.members[CODE]
    for user in members[:3]:
        hand_out_slip(actor=facilitator, ballot=ballot, person=user.person)
    for slip, choice in zip(list(ballot.slips.order_by("code"))[:3], ("yes", "yes", "no"), strict=True):
        for reader in (facilitator, world.clerk):
            read_slip(actor=reader, ballot=ballot, code=slip.code, choice=choice)
    for user in members[3:5]:
        cast_vote(actor=user, ballot=ballot, choice="yes")


def _is_full(world: World) -> Story:
    """In a little over two weeks: more people ask than there are places, one of them cancels."""
    yield world.calendar.weekday_ago(9)
    facilitator = world.facilitators[CODE]
    meeting = _set(
        world, "Monthly meeting: opening hours", 16, 18, mode=Mode.HYBRID, online_url="https://meet.example.org/libraries"
    )  # fmt: skip
    actions.offer_places(
        actor=facilitator, gathering=meeting, size=8, reserved={"service_user": 2}, questions=["When would you come?"]
    )
    offered = picking.picks((meeting.host_kind, meeting.host_id))[:2]
    actions.pick_items(actor=facilitator, gathering=meeting, picks=offered, minutes=30)
    actions.add_item(
        actor=facilitator, gathering=meeting, title="Who opens the door on Sundays?", minutes=20, origin="The forum"
    )
    comers = [*world.members[CODE], *_others(world, 6)]
    for number, user in enumerate(comers):
        way = "online" if number % 6 == 5 else "in_person"
        actions.register(actor=user, gathering=fresh(meeting), way=way, needs="Large print" if number == 1 else "")
    yield world.calendar.weekday_ago(5)
    gone = meeting.registrations.standing_in().order_by("number")[0]
    actions.cancel_registration(actor=comers[0], registration=gone)
