"""An assembly that runs itself, from a wish to an answer: asked for, founded, its rules changed by its members, and heard."""

from collections.abc import Sequence
from datetime import time, timedelta

from accounts.models import User
from core import now
from forums.actions import answer_point, open_activity, open_summary, propose_rules, write_point
from forums.models import Forum, Point, Post, RuleChange, Sitting
from forums.queries import thread_for
from forums.states import ActivityKind, ForumKind, ObjectionShown
from meetings import actions
from portal.demo.acts import (
    Part,
    accepted,
    acknowledged,
    all_adopted,
    all_supported,
    answered,
    approved,
    ask,
    compiled,
    concluded,
    debated,
    ended,
    fresh,
    issued,
    opened,
    publish,
    recommended,
    referred,
    scheduled,
    voted,
    wait,
)
from portal.demo.stage import Story
from portal.demo.stories.founding import asked, backers, granted
from portal.demo.world import World
from proposals.models import Proposal

CODE = "WLK"
WISH = {
    "kind": ForumKind.ISSUE,
    "title": "Crossing the Road",
    "purpose": "Everybody who crosses on foot, with a stick, a pram or a wheelchair: where it can be done, where it cannot, and what would change that.",
    "topics": ["streets", "buses"],
}
FIRST = {"every": 1, "weekday": 1, "nth": 1, "starts": time(14), "place": "Friends' Hall, Cotteridge", "quorum": 3}
SECOND = {"every": 6, "unit": "weeks", "weekday": 3, "starts": time(19)}
GREEN = {
    "title": "Twenty seconds of green outside every health centre",
    "body": "At the crossing by our health centre the green man stays for eight seconds. With a frame I need nineteen. We ask for twenty wherever people who walk slowly have to cross.",
    "kind": "service",
    "topic": "streets",
}
KERBS = {
    "title": "Lowered kerbs on both sides, or not at all",
    "body": "Forty crossings in our wards have a lowered kerb on one side only. Whoever rolls down on this side stands in the road on the other. We ask for both at once, each time.",
    "kind": "service",
    "topic": "streets",
}
TEXT = {
    "title": "A city that can be crossed",
    "summary": "Green lights are too short for whoever walks slowly, and lowered kerbs come one at a time. We ask for twenty seconds outside health centres, and for kerbs lowered on both sides at once.",
    "findings": "Members timed 61 crossings and photographed 240 kerbs.\n\n- Nineteen crossings outside health centres are green for less than ten seconds.\n- Forty lowered kerbs face one that is not.",
    "dissent": "Two members drive buses. They fear that longer lights make them late, and ask that the council measures it.",
}


def stories(world: World) -> list[Story]:
    return [_assembly(world), _backed(world), _goes_on(world)]


def _assembly(world: World) -> Story:
    yield world.calendar.weekday_ago(288)
    forum = yield from _founded(world)
    world.forums[CODE] = forum
    yield wait(world, 1)
    world.kept["crossing"] = proposals = _begun(world, forum)
    yield from _met(world, _next(forum), proposals, "The forum asks for both, and begins with the lights.", MET)
    yield from _changed(world, forum, 2, 0, OFTEN, SECOND)
    yield from _met(world, _next(forum), proposals, "To be put to all members in the next weeks.", MET_AGAIN)
    world.kept["the assembly has met twice"] = True
    adoptions = yield from all_adopted(world, proposals, no=2)
    yield wait(world, 1)
    output = compiled(world, CODE, adoptions, **TEXT)
    output = yield from approved(world, CODE, output)
    yield wait(world, 1)
    referral = referred(world, CODE, output, "ST")
    yield from acknowledged(world, referral)
    meeting = scheduled(world, "ST", wait(world, 16).date())
    item = accepted(world, referral, meeting)
    publish(world, meeting)
    yield meeting.gathering.starts_at
    meeting = opened(world, meeting)
    lights = recommended(
        world,
        item,
        "transport",
        "Give twenty seconds of green at the nineteen crossings that the forum lists.",
        "Nineteen crossings, timed in public.",
    )
    concluded(world, item, "The committee agrees with the forum on the lights, and asks Highways to cost the kerbs.")
    ended(world, meeting)
    yield wait(world, 1)
    lights = issued(world, lights)
    yield wait(world, 20)
    answered(
        world, lights, "accept", "It costs a visit of the engineer to each, and nothing after that. Buses on these roads will be timed before and after.",
        {"text": "Twenty seconds of green at nineteen crossings.", "measure": "Nineteen crossings, timed in public with members of the forum.", "owner": "Head of Highways", "due": 240},
    )  # fmt: skip


def _founded(world: World) -> Part:
    """Asked for, granted, and constituted by the vote of its founders."""
    people = backers(world)
    request = yield from asked(world, people, WISH)
    yield wait(world, 4)
    forum = granted(
        world, request, CODE, "It belongs to several departments and so far to none. A forum can hold them together.", people[:9]
    )  # fmt: skip
    yield from _changed(world, forum, 0, 1, "In the afternoon, when buses are free of charge for most of us.", FIRST)
    return fresh(forum)


def _changed(world: World, forum: Forum, by: int, no: int, reason: str, charter: dict[str, object]) -> Part:
    """Proposed by a member, announced, voted on by all, and in force."""
    change = propose_rules(actor=world.members[CODE][by], forum=fresh(forum), reason=reason, charter=charter)
    yield change.opens_at
    yield wait(world, 1)
    change = RuleChange.objects.select_related("ballot").get(pk=change.pk)
    voted(world, CODE, change.ballot, no=no)
    assert change.ballot is not None
    yield change.ballot.closes_at + timedelta(minutes=5)


def _begun(world: World, forum: Forum) -> list[Proposal]:
    """Two proposals, and what people say for and against the first."""
    one, two, three, four, five, six = world.members[CODE][:6]
    world.activities[CODE] = open_activity(
        actor=world.facilitators[CODE], forum=forum, kind=ActivityKind.PROPOSALS, title="What stops you?",
        explanation="Say which road you do not cross, and what would have to change.", opens_at=now(), threshold=world.size.threshold,
    )  # fmt: skip
    green, kerbs = ask(world, CODE, one, **GREEN), ask(world, CODE, two, **KERBS)
    debated(
        green,
        [
            (three, "for", "I stand on the island every time, between two buses, until it is green again."),
            (four, "for", "We timed it with the children: seven seconds, and they are quick."),
            (five, "against", "I drive the 35. Twenty seconds at each of these is four minutes a round, and people wait in the rain for me."),
            (six, "against", "Longer green for everybody, at any hour? At night nobody crosses there."),
            (one, "neutral", "Could the light see who is still crossing? In other cities it does."),
        ],
    )  # fmt: skip
    return [green, kerbs]


def _next(forum: Forum) -> Sitting:
    """The next meeting that the calendar has set."""
    sitting = Sitting.objects.filter(forum=forum).unpublished(now()).select_related("gathering").first()
    assert sitting is not None
    return sitting


def _met(world: World, sitting: Sitting, about: Sequence[Proposal], outcome: str, notes: str) -> Part:
    """Its agenda out a week before, or as soon as it can be; held, and written up two days later. Members agree to the notes by not objecting."""
    facilitator, gathering = world.facilitators[CODE], sitting.gathering
    yield max(now(), gathering.starts_at - timedelta(days=7))
    gathering = fresh(gathering)
    titles: list[tuple[str, Proposal | None]] = [(one.title, one) for one in about] or [
        ("What we saw since the last time", None)
    ]
    items = [
        actions.add_item(actor=facilitator, gathering=gathering, title=title, subject=subject, origin="The forum", minutes=40)
        for title, subject in titles
    ]  # fmt: skip
    gathering = actions.publish(actor=facilitator, gathering=fresh(gathering))
    yield gathering.starts_at
    gathering = actions.start(actor=facilitator, gathering=fresh(gathering))
    for user in world.some(6, world.members[CODE]):
        actions.check_in(actor=facilitator, gathering=gathering, person=user.person)
    actions.count_walk_in(actor=facilitator, gathering=gathering)
    for item in items:
        actions.settle_item(actor=facilitator, item=item, outcome=outcome)
    yield gathering.ends_at
    actions.end(actor=facilitator, gathering=fresh(gathering))
    yield wait(world, 2)
    actions.write_notes(actor=facilitator, gathering=fresh(gathering), text=notes)


def _backed(world: World) -> Story:
    """Meanwhile both proposals find their supports, and what was said about the first is summed up."""
    yield world.calendar.weekday_ago(262)
    yield from _once(world, "crossing")
    proposals = yield from all_supported(world, world.kept["crossing"])
    yield from _summed_up(world, proposals[0])


def _summed_up(world: World, proposal: Proposal) -> Part:
    """Three points, each resting on what somebody wrote; the members answer, and one of them differs."""
    facilitator, members = world.facilitators[CODE], world.members[CODE]
    thread = thread_for(proposal)
    assert thread is not None
    posts = list(Post.objects.filter(thread=thread).order_by("pk"))
    points = [
        write_point(actor=facilitator, thread=thread, text=text, posts=[posts[number] for number in cited])
        for text, cited in POINTS
    ]
    open_summary(actor=facilitator, summary=points[0].summary)
    yield wait(world, 2)
    for number, point in enumerate(points):
        for user in members[: 6 - number]:
            answer_point(actor=user, point=point, agrees=True)
    _objects(members[6], points[1])
    yield wait(world, 7)


def _objects(user: User, point: Point) -> None:
    answer_point(
        actor=user, point=point, agrees=False, shown=ObjectionShown.REASON,
        reason="Four minutes a round is a guess. Nobody has timed it yet.",
    )  # fmt: skip


def _goes_on(world: World) -> Story:
    """After the two meetings of the story it meets as its rules say."""
    yield world.calendar.weekday_ago(230)
    yield from _once(world, "the assembly has met twice")
    while True:
        yield from _met(world, _next(world.forums[CODE]), (), "Heard, and noted where the photographs are.", MET_SINCE)


def _once(world: World, happened: str) -> Part:
    """Goes on when the other story has come so far."""
    while happened not in world.kept:
        yield wait(world, 3)


OFTEN = (
    "Once a month in the afternoon leaves out whoever works. Every six weeks, in the evening, and we can all be there."
)
POINTS = (
    ("Green is too short for people who walk slowly, and for children.", (0, 1)),
    ("Longer green costs buses time, which their passengers pay for.", (2,)),
    ("It need not be longer for everybody at every hour: lights can see who is still crossing.", (3, 4)),
)
MET = "Seven people came. We timed the crossing outside the hall together: eight seconds. **Lights first**, then kerbs; both go on gathering supports."
MET_AGAIN = "Our first evening. Two people came who had never been able to. Both proposals go to the members; a driver of the 35 explained what ten seconds do to a timetable."
MET_SINCE = "Photographs of eleven kerbs. Whoever has a stopwatch takes one road until the next time."
