"""The desk is one list of what waits, by due time: every sort of it, filtered, paged, at a fixed cost, without what its holder stands aside from."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import clock, desk, now
from core.verdicts import yes
from forums.actions import reply, submit_reply
from forums.actions.questions import ask
from forums.models import Post
from meetings.actions import end, publish, schedule, start
from meetings.models import Gathering
from moderation.actions import appeal, escalate, flag, stand_aside
from moderation.models import HoldRule
from portal.queries.desks import desk_page, desks_of
from proposals.actions import check_remit
from tests.cast import client_as, people, person
from tests.scenes import forums as scene, proposals, summaries
from tests.scenes.moderation import attack, decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator():
    return person("Fay Lund", level=3).user


@pytest.fixture
def forum(facilitator, ada):
    return scene.forum(facilitator=facilitator, members=[ada])


@pytest.fixture
def thread(forum, ada):
    return scene.thread(forum, by=ada)


def fresh(post):
    return Post.objects.select_related("thread__forum", "author").get(pk=post.pk)


def reported(thread, *, by, speaker=None, body="You are all idiots.", **more):
    post = reply(actor=speaker or people(1)[0].user, thread=thread, body=body, **more)
    flag(actor=by, subject=fresh(post), reason=attack(), host_key=f"forum:{thread.forum_id}")
    return fresh(post)


def shown(user, role="facilitator", **asked):
    return desk_page(next(one for one in desks_of(user) if one.role == role), user, **asked)


def keys(user, kind, role="facilitator"):
    return [row.entry.key for row in shown(user, role).rows if row.entry.kind == kind]


def hidden(post, *, by):
    return decide(
        actor=by,
        subject=post,
        outcome="hide",
        reason=attack(),
        statement="Insults.",
        host_key=f"forum:{post.thread.forum_id}",
        verdict=yes(),
    )


def meeting(forum, facilitator, *, title="Monthly", days=9):
    begins = now() + timedelta(days=days)
    return schedule(actor=facilitator, host=forum, title=title, starts_at=begins, ends_at=begins + timedelta(hours=2))


def test_every_sort_of_thing_is_in_the_one_list(forum, thread, facilitator, ada, ben, dov):
    reported(thread, by=ada)
    appeal(
        actor=ben,
        decision=hidden(fresh(reply(actor=ben, thread=thread, body="No.")), by=dov),
        subject=fresh(Post.objects.get(body="No.")),
        text="Why?",
    )
    HoldRule.objects.create(kind="place", host_key=f"forum:{forum.pk}", why="Agreed in March.", since=now())
    submit_reply(actor=ben, thread=thread, said={"body": "It waits.", "stance": "for"})
    ask(actor=ada, activity=scene.questions_activity(forum, by=facilitator), title="When does the 11 run?")
    talk = scene.thread(forum, by=ada, title="Visits")
    summaries.draft(talk, by=facilitator, posts=summaries.said(talk, ada))
    meeting(forum, facilitator)
    proposals.proposal(host=scene.proposals_activity(forum))

    kinds = {one.code for one in shown(facilitator).kinds}

    wanted = {"report", "appeal", "held", "question", "summary", "meeting", "conversation", "remit_check"}
    assert kinds == wanted


def test_what_is_due_first_stands_first_and_what_is_overdue_is_marked(forum, thread, facilitator, ada):
    late = reported(thread, by=ada)
    with clock.at(now() + timedelta(days=5)):
        reported(scene.thread(forum, by=ada), by=person("Cy Roe", level=3).user)
        soon = meeting(forum, facilitator, days=1)
        page = shown(facilitator)
        main = client_as(facilitator).get("/desk/facilitator/").content.decode().split("<main", 1)[1]

        overdue = [row.entry.key for row in page.rows if row.entry.is_late]

    orders = [row.entry.order for row in page.rows]
    assert orders == sorted(orders)
    # Its agenda was to be out five days before it meets, which is longer ago than the report.
    assert (page.late, overdue) == (2, [str(soon.pk), f"forums.post:{late.pk}"])
    assert str(soon.pk) in [row.entry.key for row in page.rows]
    assert [row.entry.kind for row in page.rows][-1] == "conversation"  # it has no day, so it comes last
    assert 'data-state="late"' in main
    assert "overdue" in main


def test_one_kind_alone_is_shown_and_the_figures_stay_those_of_everything(thread, facilitator, ada):
    reported(thread, by=ada)

    page = shown(facilitator, kind="report")

    assert {row.entry.kind for row in page.rows} == {"report"}
    assert page.total == sum(one.number for one in page.kinds) == 2
    assert shown(facilitator, kind="no such kind").kind == ""


def test_a_page_begins_after_an_entry_and_stays_put_while_others_are_done(thread, facilitator, ada, dov):
    posts = [reported(thread, by=ada, body=f"Idiots, number {number}.") for number in range(25)]
    first = shown(facilitator, kind="report")
    second = shown(facilitator, kind="report", after=first.next_cursor)

    hidden(posts[0], by=dov)
    again = shown(facilitator, kind="report", after=first.next_cursor)
    back = shown(facilitator, kind="report", before=second.previous_cursor)

    seen = [row.entry.key for row in (*first.rows, *second.rows)]
    assert sorted(seen) == sorted(f"forums.post:{post.pk}" for post in posts)
    assert [row.entry.key for row in again.rows] == [row.entry.key for row in second.rows]
    assert (second.next_cursor, len(back.rows)) == ("", 19)
    assert len(shown(facilitator, after="not ours").rows) == 20


def test_what_somebody_stands_aside_from_waits_for_somebody_else_and_is_counted(forum, thread, facilitator, ada, ben):
    declared = reported(thread, by=ada, speaker=ben)
    own = reported(thread, by=ada, speaker=facilitator)
    sided = scene.thread(forum, by=ada, title="Elsewhere")
    reply(actor=facilitator, thread=sided, body="I am for it.", stance="for")
    reported(sided, by=ada)
    mine = reply(actor=facilitator, thread=thread, body="Well?")
    reported(thread, by=ada, parent=mine)
    open_ = reported(thread, by=ada)

    stand_aside(actor=facilitator, subject=declared, scope="this", verdict=yes())

    assert keys(facilitator, "report") == [f"forums.post:{open_.pk}"]
    assert shown(facilitator).aside == 4
    main = client_as(facilitator).get("/desk/facilitator/").content.decode()
    assert "4 things wait for somebody else, because you stand aside." in main
    assert f"/moderation/content/forums.post/{own.pk}/" not in main


def test_ones_own_proposal_waits_for_another_facilitator(forum, facilitator):
    host = scene.proposals_activity(forum)
    proposals.proposal(facilitator, host=host)
    other = proposals.proposal(host=host)

    page = shown(facilitator)

    assert [row.entry.subject[1] for row in page.rows if row.entry.kind == "remit_check"] == [other.pk]
    assert page.aside == 1
    check_remit(actor=facilitator, proposal=other, outcome="in_remit")
    assert shown(facilitator).total == 0


def test_what_the_councils_moderators_have_before_them_is_on_their_desk_alone(thread, facilitator, ada, dov):
    from moderation.actions import take

    post = reported(thread, by=ada)
    take(actor=facilitator, subject=post, verdict=yes())
    made = escalate(actor=facilitator, subject=post, statement="A threat.", host_key="", verdict=yes())

    assert keys(facilitator, "report") == []
    assert (keys(dov, "escalation", "moderator"), keys(dov, "report", "moderator")) == ([str(made.pk)], [])


def test_a_conversation_needs_a_word_until_a_facilitator_had_the_last_one(thread, facilitator, ada):
    asked = keys(facilitator, "conversation")
    reply(actor=facilitator, thread=thread, body="Thank you all.")
    led = shown(facilitator)
    reply(actor=ada, thread=thread, body="And now?")

    assert (asked, led.rows) == ([str(thread.pk)], [])
    assert [row.entry.key for row in led.led] == [str(thread.pk)]
    assert keys(facilitator, "conversation") == [str(thread.pk)]


def test_a_meeting_waits_for_its_agenda_its_beginning_its_end_and_its_notes(forum, facilitator):
    made = meeting(forum, facilitator)

    def waits():
        return [str(row.entry.acts[0].words) for row in shown(facilitator).rows]

    bare = waits()
    publish(actor=facilitator, gathering=made)
    out = waits()
    with clock.at(made.starts_at):
        today = waits()
        start(actor=facilitator, gathering=Gathering.objects.get())
        sits = waits()
        end(actor=facilitator, gathering=Gathering.objects.get())
        over = waits()

    assert (bare, out, today) == (["Publish the agenda"], [], ["Open the meeting"])
    assert (sits, over) == (["Close the meeting"], ["Write the notes"])


def test_a_forum_that_somebody_does_not_facilitate_leaves_nothing_on_their_desk(facilitator, ada):
    scene.forum(facilitator=facilitator)
    other = scene.forum(members=[ada])
    reported(scene.thread(other, by=ada), by=ada)
    meeting(other, scene.clerk())

    assert shown(facilitator).total == 0


@pytest.mark.parametrize("role", ["facilitator", "moderator"])
def test_thirty_things_cost_what_one_costs(forum, thread, facilitator, ada, dov, role):
    user = {"facilitator": facilitator, "moderator": dov}[role]

    def cost():
        browser = client_as(user)
        browser.get(f"/desk/{role}/")
        with CaptureQueriesContext(connection) as queries:
            browser.get(f"/desk/{role}/")
        return len(queries)

    host = scene.proposals_activity(forum)
    questions = scene.questions_activity(forum, by=facilitator)

    def more(number):
        reported(thread, by=ada, body=f"Idiots, number {number}.")
        proposals.proposal(host=host, title=f"Trees along road number {number}")
        ask(actor=ada, activity=questions, title=f"When is number {number} due?")
        meeting(forum, facilitator, title=f"Meeting {number}")
        scene.thread(forum, by=ada, title=f"Conversation {number}")

    more(1)
    one = cost()
    for number in range(2, 7):
        more(number)

    assert shown(facilitator).total >= 30
    assert cost() == one


def test_every_kind_that_a_source_gives_has_a_name():
    names = desk.names()

    assert all(re.fullmatch(r"[a-z_]+", code) and str(name) for code, name in names.items())
    assert len(names) == sum(len(source.kinds) for source in desk._sources)
