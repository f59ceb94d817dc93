"""A forum rests and goes on, merges, closes: by its members, or because nothing happens in it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from ballots.actions import cast_vote, close_ballot
from ballots.models import Ballot
from core import clock, now, today
from core.verdicts import Refused
from forums import actions, policies
from forums.models import Forum, IdleWarning, Pause
from forums.states import EndingKind, ForumState, QuestionState
from forums.tasks import open_votes, rest_and_end
from ledger.delivery import deliver_all
from meetings.models import Gathering
from notifications.models import Notice
from tests.cast import client_as, person
from tests.scenes import forums as scene, proposals as proposing

MONTH = timedelta(days=31)


@pytest.fixture
def members(db):
    return [person(f"Member {n}", level=3).user for n in range(2)]


@pytest.fixture
def forum(facilitator, members):
    return scene.forum(facilitator=facilitator, members=members, title="Buses and Clean Air", code="BUS")


def decided(ending, members, choice="yes"):
    """The notice passes and the members vote; gives the ending as it stands then."""
    with clock.at(ending.opens_at):
        open_votes()
        ending.refresh_from_db()
        for one in members:
            cast_vote(actor=one, ballot=ending.ballot, choice=choice)
        with clock.at(ending.ballot.closes_at):
            close_ballot(ballot=Ballot.objects.get(pk=ending.ballot_id))
            deliver_all()
    ending.refresh_from_db()
    return ending


WHO = ("ada", "finn", "clerk", "facilitator", "member")
TABLE = {"pause": {"clerk", "facilitator"}, "propose_ending": {"member"}}


@pytest.mark.parametrize("act", TABLE)
def test_each_act_is_open_to_these_and_the_others_read_why_not(act, forum, members, request):
    who = {name: request.getfixturevalue(name) for name in WHO if name != "member"} | {"member": members[0]}

    verdicts = {name: getattr(policies, f"may_{act}")(user, forum) for name, user in who.items()}

    assert {name for name, verdict in verdicts.items() if verdict} == TABLE[act]
    assert all(str(verdict.reason).endswith((".", "!")) for verdict in verdicts.values() if not verdict)


def test_a_paused_forum_says_why_and_goes_on_by_itself_on_its_day(forum, members, facilitator):
    scene.ruled(forum, every=1, unit="weeks", weekday=1)
    actions.plan_calendars()
    until = today() + timedelta(days=30)

    actions.pause_forum(actor=facilitator, forum=forum, reason="Before the election.", until=until)
    page = client_as().get(f"/forums/{forum.slug}/").content.decode()
    cancelled = set(Gathering.objects.filter(host_id=forum.pk).values_list("state", "cancelled_because"))
    rest_and_end()
    resting = Forum.objects.get(pk=forum.pk).state
    with clock.at(now() + timedelta(days=30)):
        rest_and_end()
        rest_and_end()
        standing = Gathering.objects.filter(host_id=forum.pk).standing().count()

    assert "Before the election." in page
    assert cancelled == {("cancelled", "Before the election.")}
    assert (resting, Forum.objects.get(pk=forum.pk).state) == (ForumState.PAUSED, ForumState.ACTIVE)
    assert Pause.objects.get().ended_at is not None
    assert standing > 5


def test_a_forum_rests_with_a_reason_and_a_day_to_come(forum, facilitator):
    with pytest.raises(Refused, match="Write down why"):
        actions.pause_forum(actor=facilitator, forum=forum, reason=" ", until=today() + MONTH)
    with pytest.raises(Refused, match="day to come"):
        actions.pause_forum(actor=facilitator, forum=forum, reason="Rest.", until=today())


def test_it_can_go_on_before_its_day(forum, facilitator, ada):
    actions.pause_forum(actor=facilitator, forum=forum, reason="Rest.", until=today() + MONTH)

    assert not policies.may_resume(ada, forum)
    actions.resume_forum(actor=facilitator, forum=forum)

    assert forum.is_active


def test_its_members_close_it_and_it_stays_to_be_read(forum, members):
    ending = actions.propose_ending(actor=members[0], forum=forum, kind=EndingKind.CLOSE, reason="We are done.")

    ending = decided(ending, members)

    assert (ending.state, Forum.objects.get(pk=forum.pk).state) == (QuestionState.CARRIED, ForumState.CLOSED)
    assert client_as().get(f"/forums/{forum.slug}/").status_code == 200
    assert client_as().get(ending.get_absolute_url()).status_code == 200


def test_its_members_can_keep_it(forum, members):
    ending = actions.propose_ending(actor=members[0], forum=forum, kind=EndingKind.CLOSE, reason="We are done.")

    ending = decided(ending, members, "no")

    assert (ending.state, Forum.objects.get(pk=forum.pk).state) == (QuestionState.NOT_CARRIED, ForumState.ACTIVE)


def test_two_forums_merge_by_the_vote_of_one_and_the_yes_of_the_other(forum, members):
    guide = person("Gwen Hale", level=3).user
    other = scene.forum(facilitator=guide, title="Clean Streets", code="CLE")
    ending = actions.propose_ending(
        actor=members[0], forum=forum, kind=EndingKind.MERGE, into=other, reason="We talk about the same."
    )
    assert not policies.may_agree_merger(guide, ending)

    ending = decided(ending, members)
    assert Forum.objects.get(pk=forum.pk).state == ForumState.ACTIVE
    assert not policies.may_agree_merger(members[0], ending)
    actions.agree_merger(actor=guide, ending=ending)
    deliver_all()
    page = client_as().get(f"/forums/{forum.slug}/").content.decode()

    assert Forum.objects.get(pk=forum.pk).state == ForumState.MERGED
    assert f'href="/forums/{other.slug}/"' in page
    assert Notice.objects.filter(user=members[1], event="forums.ForumMerged", audience="members").count() == 1
    assert Notice.objects.filter(user=guide, event="forums.EndingDecided", audience="others").count() == 1


def test_one_end_at_a_time_and_never_into_itself_also_in_the_database(forum, members):
    first = actions.propose_ending(actor=members[0], forum=forum, kind=EndingKind.CLOSE, reason="We are done.")

    with pytest.raises(Refused, match="already"):
        actions.propose_ending(actor=members[1], forum=forum, kind=EndingKind.CLOSE, reason="We are done.")
    for changes in ({"kind": "merge", "into": forum}, {"kind": "merge", "into": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(first).objects.filter(pk=first.pk).update(**changes)


def test_a_quiet_forum_is_warned_twice_and_then_closed(forum, members):
    scene.forum(title="Another")
    states = []
    for months in (9, 10.2, 11.2, 12.2):
        with clock.at(now() + months * MONTH):
            rest_and_end()
            deliver_all()
        states.append((IdleWarning.objects.filter(forum=forum).count(), Forum.objects.get(pk=forum.pk).state))

    assert states == [(0, "active"), (1, "active"), (2, "active"), (2, "closed")]
    assert Notice.objects.filter(user=members[0], event="forums.ForumWarned").count() == 2


def test_a_job_that_did_not_run_for_a_year_still_warns_twice_first(forum):
    with clock.at(now() + 20 * MONTH):
        rest_and_end()
        rest_and_end()
        before = Forum.objects.get(pk=forum.pk).state
        rest_and_end()

    assert (before, Forum.objects.get(pk=forum.pk).state) == ("active", "closed")


def test_a_word_or_a_proposal_keeps_a_forum_alive(ada, members, facilitator):
    host = proposing.activity(members=members)
    with clock.at(now() + 11.5 * MONTH):
        rest_and_end()
        proposing.proposal(ada, host=host, title="Limes and more")

    with clock.at(now() + 13 * MONTH):
        rest_and_end()
        rest_and_end()

    assert Forum.objects.get(pk=host.forum_id).state == ForumState.ACTIVE
