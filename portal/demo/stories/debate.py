"""Debates and what they came to. One long and lively debate: both sides, sources and experiences, a correction, a quote, a name, a post in Urdu, one taken back."""

from typing import Any

from forums.actions import (
    answer_point,
    begin_summary,
    change_point,
    delete_post,
    label_posts,
    mark_read,
    open_summary,
    pin_post,
    reply,
    start_thread,
    vote_on_post,
    write_point,
)
from forums.models import Point, Post, Summary, Thread
from forums.quoting import quote_of
from forums.states import LabelSort, ObjectionShown
from portal.demo.acts import Part, fresh, wait
from portal.demo.stage import Story
from portal.demo.world import World

OPENERS = (
    ("for", "experience", "", "My mother has had eleven carers since March. She tells each of them about her hip."),
    ("against", "opinion", "", "Thirty minutes for everybody means fewer visits for those who need four a day."),
    ("for", "source", "https://example.org/home-care-visits", "A study of 900 visits: under thirty minutes, a third ended with something left undone."),
    ("neutral", "", "", "What does a visit of thirty minutes cost, and who has worked that out?"),
    ("for", "experience", "", "I care for people. Fifteen minutes is washing or breakfast, not both."),
    ("against", "experience", "", "My visits are short and I like them short. I do not want somebody in my kitchen for half an hour."),
    ("for", "opinion", "", "Pay for the travel between visits and half of this is settled."),
    ("against", "opinion", "", "We promised this in 2019 and the rota broke. Begin with one ward."),
    ("neutral", "opinion", "", "Let people choose: one long visit, or two short ones."),
    ("for", "", "", "Short visits end in hospital, and hospital is dearer."),
    ("against", "source", "https://example.org/care-staffing", "The council's own figures show 140 posts that nobody could be found for."),
    ("neutral", "experience", "", "In our street the same two people come. It can be done."),
)  # fmt: skip
URDU = "میری والدہ انگریزی نہیں بولتیں۔ تیس منٹ میں کم از کم بات تو ہو سکتی ہے۔"


def stories(world: World) -> list[Story]:
    return [_long_debate(world)]


def _long_debate(world: World) -> Story:
    yield world.calendar.weekday_ago(24)
    people = world.members["ASC"][:8]
    thread = start_thread(
        actor=people[0],
        forum=world.forums["ASC"],
        title="Should a care visit last at least thirty minutes?",
        opening="The committee asks us before it writes the next contract. Say what you have lived, and where it can be read.",
    )
    said: list[Post] = []
    for number, (stance, evidence, link, words) in enumerate(OPENERS):
        offered: dict[str, Any] = {"stance": stance, "evidence": evidence, "link": link}
        said.append(reply(actor=people[number % len(people)], thread=thread, body=words, **offered))
    said.append(reply(actor=people[5], thread=thread, body=URDU, stance="for", evidence="experience", language="ur"))
    yield wait(world, 2)
    thread = _fresh(thread)
    _answers(thread, people, said)
    pin_post(actor=world.facilitators["ASC"], post=fresh(said[3]))
    _votes(people, said)
    mark_read(actor=people[7], thread=thread, upto=said[-1].pk)
    yield wait(world, 3)
    thread = _fresh(thread)
    reply(actor=people[6], thread=thread, body=f"{quote_of(fresh(said[4]))}That is my day too.", parent=fresh(said[4]))
    reply(actor=people[1], thread=thread, body="And who asks those who get the care?", stance="neutral")
    yield from _sent_back(world, thread, said)


def _sent_back(world: World, thread: Thread, said: list[Post]) -> Part:
    """What speaks of money stands together. A first summary did not hold, and a better one is before the members now."""
    facilitator, members = world.facilitators["ASC"], world.members["ASC"]
    label_posts(
        actor=facilitator, thread=thread, sort=LabelSort.GROUP, name="What it costs", posts=[said[3], said[6], said[9]]
    )
    label_posts(actor=facilitator, thread=thread, sort=LabelSort.TAG, name="rota", posts=[said[7], said[11]])
    for words, cited in ((LIVED, said[:1] + said[4:5]), (TOO_SURE, said[2:3])):
        point = write_point(actor=facilitator, thread=thread, text=words, posts=cited)
    open_summary(actor=facilitator, summary=point.summary)
    yield wait(world, 1)
    for place, user in enumerate(dict.fromkeys(members)):
        answer_point(actor=user, point=_point(thread, 1), agrees=True)
        if place < 4:
            shown = (ObjectionShown.NAME, ObjectionShown.FIGURE)[place % 2]
            answer_point(actor=user, point=_point(thread, 2), agrees=False, reason=NOT_ALL, shown=shown)
    yield wait(world, 9)
    begin_summary(actor=facilitator, thread=_fresh(thread))
    change_point(actor=facilitator, point=_point(thread, 2), text=BOTH, posts=[said[2], said[5], said[8]])
    yield wait(world, 2)
    open_summary(
        actor=facilitator, summary=Summary.objects.select_related("thread__forum").get(thread=thread, version=2)
    )
    yield wait(world, 1)
    for user in members[:3]:
        answer_point(actor=user, point=_point(thread, 2), agrees=True)


def _point(thread: Thread, number: int) -> Point:
    """Of the newest version."""
    rows = Point.objects.select_related("summary__thread__forum").filter(summary__thread=thread, number=number)
    return rows.order_by("-summary__version")[0]


def _answers(thread: Thread, people: list, said: list[Post]) -> None:  # type: ignore[type-arg]
    """Answers to depth three, a correction, somebody named, and something that its author took back."""
    wrong = reply(actor=people[2], thread=thread, body="It would cost nine million a year.", parent=said[3])
    reply(
        actor=people[4],
        thread=thread,
        body="**Four** million: the nine are for both contracts together.",
        parent=wrong,
        evidence="correction",
    )
    asked = reply(
        actor=people[3], thread=thread, body=f"@{people[4].person.name}, where is that written?", parent=wrong
    )
    found = reply(actor=people[4], thread=thread, body="In the budget book, page 61.", parent=asked)
    reply(actor=people[3], thread=thread, body="Thank you. So it is.", parent=found)
    hasty = reply(
        actor=people[1], thread=thread, body="Nobody in the town hall has ever washed anybody.", parent=said[1]
    )
    reply(actor=people[0], thread=thread, body="Some have. Let us stay with the question.", parent=hasty)
    for number in range(5):
        reply(actor=people[number + 2], thread=thread, body=_ME_TOO[number], parent=said[0])
    delete_post(actor=people[1], post=fresh(hasty))


def _votes(people: list, said: list[Post]) -> None:  # type: ignore[type-arg]
    for number, post in enumerate(said):
        for place, voter in enumerate(people):
            if post.author_id != voter.person.pk and (number * 3 + place) % 4 == 0:
                vote_on_post(actor=voter, post=_loaded(post), value=-1 if (number + place) % 5 == 0 else 1)


def _fresh(thread: Thread) -> Thread:
    return Thread.objects.for_page().get(pk=thread.pk)


def _loaded(post: Post) -> Post:
    return Post.objects.select_related("thread__forum", "thread__activity").get(pk=post.pk)


_ME_TOO = (
    "Nine for my father.",
    "The same here, and no list of who comes.",
    "We asked for a list. It came after the visits.",
    "Ours changes on Sundays only.",
    "I would settle for being told.",
)
LIVED = "Who gets care meets many carers, and each visit begins with telling it all again."
TOO_SURE = "Everybody wants visits of thirty minutes."
NOT_ALL = "I said that I like mine short."
BOTH = "Many want thirty minutes; some want it short, or want to choose."
