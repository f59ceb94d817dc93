"""The weeks before an election begin and end by themselves; a banner says so, publicity is warned of, forums rest."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import clock, now, today
from core.verdicts import Refused
from forums import actions, policies
from forums.models import Forum, Pause, Post, PreElection, Process, Thread
from forums.states import ForumState, Involvement
from forums.tasks import rest_and_end, turn_elections
from ledger.models import Entry
from tests.cast import client_as, ward
from tests.scenes import committees, forums as scene

BANNER = "the council takes care with publicity"
PROCESS = {"title": "Cooler streets", "purpose": "Shade.", "involvement": Involvement.CONSULT}


@pytest.fixture
def forum(facilitator, ada):
    return scene.forum(facilitator=facilitator, members=[ada])


@pytest.fixture
def councillor(clerk):
    return committees.councillor("Esi Boateng", by=clerk)


def entered(clerk, *, first=0, last=30, **more):
    begins, ends = today() + timedelta(days=first), today() + timedelta(days=last)
    return actions.enter_election(actor=clerk, begins=begins, ends=ends, source="Notice of election.", **more)


def after(days):
    return clock.at(now() + timedelta(days=days))


def events():
    names = Entry.objects.filter(event__contains="PreElection").order_by("id").values_list("event", flat=True)
    return [name.removeprefix("forums.PreElection") for name in names]


WHO = ("ada", "finn", "clerk", "facilitator")


def test_clerks_enter_it_and_the_others_read_why_not(forum, request):
    who = {name: request.getfixturevalue(name) for name in WHO}
    election = entered(who["clerk"])

    for verdicts in (
        {name: policies.may_enter_election(user) for name, user in who.items()},
        {name: policies.may_end_election(user, election) for name, user in who.items()},
    ):
        assert {name for name, verdict in verdicts.items() if verdict} == {"clerk"}
        assert all(str(verdict.reason).endswith(".") for verdict in verdicts.values() if not verdict)


def test_it_has_an_end_after_its_beginning_and_a_source_also_in_the_database(clerk):
    with pytest.raises(Refused, match="after the first"):
        entered(clerk, first=3, last=2)
    with pytest.raises(Refused, match="not over yet"):
        entered(clerk, first=-3, last=-2)
    election = entered(clerk)
    for changes in ({"ends": today() - timedelta(days=1)}, {"source": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PreElection.objects.filter(pk=election.pk).update(**changes)


def test_it_begins_and_ends_by_itself_once(clerk):
    entered(clerk, first=5, last=10)
    turn_elections()
    assert events() == ["Entered"]

    with after(5):
        turn_elections()
        turn_elections()
        assert events() == ["Entered", "Began"]
    with after(10):
        turn_elections()
        assert PreElection.objects.get().ended_at is None
    with after(11):
        turn_elections()
        turn_elections()
        assert events() == ["Entered", "Began", "Ended"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_banner_stands_above_kept_pages_as_long_as_it_lasts(clerk, settings):
    settings.FOLKMOOT_PAGE_CACHE_OFF = False
    browser, mine = client_as(), client_as(clerk)

    def seen(tag=""):
        answer = browser.get("/forums/", headers={"If-None-Match": tag} if tag else {})
        return answer.status_code, BANNER in answer.content.decode(), answer.headers["ETag"]

    before = seen()
    entered(clerk, first=5, last=10)
    turn_elections()
    waiting = seen()
    with after(5):
        turn_elections()
        running = seen(waiting[2])
        assert BANNER in mine.get("/forums/").content.decode()
    with after(11):
        turn_elections()
        over = seen(running[2])
        assert BANNER not in mine.get("/forums/").content.decode()

    assert [(status, banner) for status, banner, _tag in (before, waiting, running, over)] == [
        (200, False),
        (200, False),
        (200, True),
        (200, False),
    ]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_redis_lost_is_put_up_again(clerk):
    from core import noticeboard
    from core.redis import client

    entered(clerk)
    assert BANNER in client_as().get("/forums/").content.decode()
    client().delete(noticeboard.BOARD)  # as from another process: what is drawn for everybody sees it at once
    assert BANNER not in client_as().get("/forums/").content.decode()

    turn_elections()

    assert BANNER in client_as().get("/forums/").content.decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_banner_asks_the_database_for_nothing(clerk, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as before:
        client_as().get("/forums/")
    entered(clerk)

    with django_assert_num_queries(len(before)):
        assert BANNER in client_as().get("/forums/").content.decode()


def test_a_councillor_is_warned_and_says_yes_a_second_time(forum, clerk, councillor, ada):
    thread = scene.thread(forum, by=ada)
    entered(clerk)
    browser, at = client_as(councillor), f"/forums/threads/{thread.pk}/reply/"

    warned = browser.post(at, {"body": "I will mend it."})
    with pytest.raises(Refused, match="can be publicity"):
        actions.submit_reply(actor=councillor, thread=thread, said={"body": "I will mend it."})
    with pytest.raises(Refused, match="can be publicity"):
        actions.submit_thread(actor=_member(forum, councillor), forum=forum, title="What I did for you")

    assert (warned.status_code, Post.objects.count()) == (422, 0)
    assert 'name="sure"' in warned.content.decode()
    assert browser.post(at, {"body": "I will mend it.", "sure": "on"}).status_code == 302
    new = f"/forums/{forum.slug}/threads/new/"
    assert 'name="sure"' in browser.post(new, {"title": "What I did for you"}).content.decode()
    assert browser.post(new, {"title": "What I did for you", "sure": "on"}).status_code == 302
    assert Thread.objects.filter(title="What I did for you").exists()


def test_nobody_else_is_warned_nor_a_councillor_elsewhere_or_afterwards(forum, clerk, councillor, ada):
    thread = scene.thread(forum, by=ada)
    entered(clerk, last=3, areas=[ward()])
    actions.submit_reply(actor=councillor, thread=thread, said={"body": "My ward is another."})
    entered(clerk, last=3)
    actions.submit_reply(actor=ada, thread=thread, said={"body": "I am nobody's candidate."})

    assert not policies.may_speak_before_election(councillor, forum)
    with after(4):
        assert policies.may_speak_before_election(councillor, forum)


def test_a_process_is_begun_or_put_forward_with_a_second_yes(clerk):
    standing = actions.create_process(actor=clerk, **PROCESS)
    entered(clerk)
    browser = client_as(clerk)

    with pytest.raises(Refused, match="new consultation"):
        actions.create_process(actor=clerk, **PROCESS)
    warned = browser.post("/processes/new/", PROCESS)
    forward = browser.post(f"/processes/{standing.slug}/edit/", PROCESS | {"promoted": "on"})

    assert (warned.status_code, forward.status_code, Process.objects.count()) == (422, 422, 1)
    assert 'name="sure"' in warned.content.decode()
    assert browser.post("/processes/new/", PROCESS | {"sure": "on"}).status_code == 302
    assert browser.post(f"/processes/{standing.slug}/edit/", PROCESS).status_code == 302
    assert (
        browser.post(f"/processes/{standing.slug}/edit/", PROCESS | {"promoted": "on", "sure": "on"}).status_code == 302
    )
    assert Process.objects.get(pk=standing.pk).promoted


def test_forums_of_its_areas_rest_and_go_on_the_day_after(forum, clerk, facilitator):
    here = scene.forum(areas=[ward()])
    entered(clerk, last=10, areas=[ward()], pauses=True)
    states = {one.pk: one.state for one in Forum.objects.all()}
    here.refresh_from_db()
    verdict = policies.may_resume(facilitator, here)

    assert (states[here.pk], states[forum.pk]) == (ForumState.PAUSED, ForumState.ACTIVE)
    assert "before an election" in str(verdict.reason)
    assert "goes on after polling day" in client_as().get(f"/forums/{here.slug}/").content.decode()
    with after(10):
        rest_and_end()
        turn_elections()
        assert Forum.objects.get(pk=here.pk).state == ForumState.PAUSED
    with after(11):
        turn_elections()
        rest_and_end()
        assert Forum.objects.get(pk=here.pk).state == ForumState.ACTIVE
    assert Pause.objects.get().ended_at is not None


def test_ended_early_what_it_paused_goes_on_and_what_its_people_paused_rests(forum, clerk, facilitator):
    other = scene.forum(facilitator=facilitator)
    actions.pause_forum(actor=facilitator, forum=other, reason="Summer.", until=today() + timedelta(days=60))
    election = entered(clerk, pauses=True)

    actions.end_election(actor=clerk, election=election)

    states = {one.pk: one.state for one in Forum.objects.all()}
    assert (states[forum.pk], states[other.pk]) == (ForumState.ACTIVE, ForumState.PAUSED)
    assert policies.may_speak_before_election(facilitator, forum)
    with pytest.raises(Refused, match="over"):
        actions.end_election(actor=clerk, election=election)


def test_its_page_says_what_holds_and_that_the_law_has_to_be_checked(clerk, ada):
    data = {
        "begins": today().isoformat(),
        "ends": (today() + timedelta(days=9)).isoformat(),
        "source": "Notice, page 2",
    }
    refused = client_as(ada).post("/forums/pre-election/new/", data)
    made = client_as(clerk).post("/forums/pre-election/new/", data)
    page = client_as().get("/forums/pre-election/").content.decode()

    assert (refused.status_code, made.status_code) == (403, 302)
    assert "Notice, page 2" in page
    assert "[K]" in page
    assert "End it now" in client_as(clerk).get("/forums/pre-election/").content.decode()
    assert client_as(clerk).post(f"/api/v1/forums/pre-election/{PreElection.objects.get().pk}/end/").status_code == 200


def _member(forum, user):
    actions.join(actor=user, forum=forum)
    return user
