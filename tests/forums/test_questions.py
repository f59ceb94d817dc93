"""Questions and answers, ballots and meetings among a forum's activities."""

from datetime import timedelta
from threading import Barrier, Thread as Worker

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from accounts.actions import merge_persons
from ballots.actions import cast_vote, close_ballot
from ballots.queries import ballots_about
from ballots.tasks import open_and_close
from core import now
from core.clock import at
from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused
from forums.actions import change_activity, join, reply, turn_activities
from forums.actions.asking_members import announce_gathering, certify_activity, open_ballot
from forums.actions.questions import answer_question, ask, back_question, unback_question
from forums.models import AskedQuestion, Post, QuestionBacking
from forums.personal import erase, export
from forums.policies import may_answer, may_ask, may_back_question, may_certify_activity, may_change_activity, may_reply
from ledger.delivery import deliver_all
from meetings.actions import reschedule, schedule
from notifications.models import Notice
from tests.cast import person
from tests.scenes import forums as scene

DAY = timedelta(days=1)
WHO = ("ada", "ben", "dov", "esi", "facilitator", "clerk", "finn")


@pytest.fixture
def activity(forum, facilitator):
    return scene.questions_activity(forum, by=facilitator)


@pytest.fixture
def question(activity, ada):
    return ask(actor=ada, activity=activity, title="When does the 11 run on time?")


def test_who_asks_wants_to_know_and_answers(activity, question, request):
    said = {
        policy.__name__: {name for name in WHO if policy(request.getfixturevalue(name), about)}
        for policy, about in ((may_ask, activity), (may_back_question, question), (may_answer, question))
    }

    assert said["may_ask"] == {"ada", "facilitator", "clerk"}
    assert said["may_back_question"] == {"dov", "esi", "facilitator"}
    assert said["may_answer"] >= {"facilitator", "clerk"}
    assert not said["may_answer"] & {"ada", "ben", "finn"}


def test_a_question_is_asked_wanted_answered_and_listed(activity, question, ada, esi, facilitator, client):
    other = ask(actor=ada, activity=activity, title="Why are there two buses at once?")
    back_question(actor=esi, question=question)
    page = reverse("forums:activity", args=[activity.pk])

    post = answer_question(actor=facilitator, question=question, body="From May on.")
    lists = {show: client.get(page, {"show": show}).content.decode() for show in ("asked", "answered", "unanswered")}

    assert post.voice == "facilitator"
    shown = {show: [one.thread.title in text for one in (question, other)] for show, text in lists.items()}
    assert shown == {"asked": [True, True], "answered": [True, False], "unanswered": [False, True]}
    assert "From May on." in lists["answered"]
    assert "facilitator" in lists["answered"]
    assert lists["asked"].index(question.thread.title) < lists["asked"].index(other.thread.title)


def test_who_asked_and_who_wants_to_know_are_told_of_the_answer(question, ada, esi, facilitator):
    back_question(actor=esi, question=question)

    answer_question(actor=facilitator, question=question, body="From May on.")
    deliver_all()

    told = Notice.objects.filter(event="forums.QuestionAnswered")
    assert set(told.values_list("user_id", "audience")) == {(ada.pk, "asker"), (esi.pk, "backers")}


def test_wanting_to_know_counts_once_can_be_taken_back_and_is_private(question, esi):
    back_question(actor=esi, question=question)
    back_question(actor=esi, question=question)
    with pytest.raises(DatabaseError), transaction.atomic():
        QuestionBacking.objects.create(question=question, person=esi.person, at=now())
    once = AskedQuestion.objects.get().backers

    unback_question(actor=esi, question=question)

    assert (once, AskedQuestion.objects.get().backers) == (1, 0)


def test_two_persons_who_are_one_want_to_know_once_and_never_their_own_question(
    activity, question, ada, esi, dov, clerk
):
    twin, asker_too = person("Esi B.", level=3).user, person("A. Obi", level=3).user
    other = ask(actor=ada, activity=activity, title="Why are there two buses at once?")
    for user, asked in ((esi, question), (twin, question), (twin, other), (dov, question), (asker_too, question)):
        back_question(actor=user, question=AskedQuestion.objects.for_page().get(pk=asked.pk))

    merge_persons(actor=clerk, one=esi.person, other=twin.person)
    kept = merge_persons(actor=clerk, one=ada.person, other=asker_too.person)

    wanted = {
        asked.pk: list(asked.backings.order_by("person").values_list("person", flat=True))
        for asked in AskedQuestion.objects.all()
    }
    assert wanted == {question.pk: sorted((esi.person.pk, dov.person.pk)), other.pk: [esi.person.pk]}
    assert dict(AskedQuestion.objects.values_list("pk", "backers")) == {question.pk: 2, other.pk: 1}
    assert not QuestionBacking.objects.filter(person=kept).exists()


def test_one_answer_stands(question, facilitator, clerk):
    stale = AskedQuestion.objects.for_page().get()
    answer_question(actor=facilitator, question=question, body="From May on.")

    with pytest.raises(StateConflict), transaction.atomic():
        answer_question(actor=clerk, question=stale, body="From June on.")

    assert Post.objects.get().body == "From May on."


def test_after_its_end_nobody_asks_and_only_who_answers_may_still_write(activity, question, ada, facilitator):
    change_activity(
        actor=facilitator, activity=activity, title="Q", explanation="", closes_at=now() + DAY,
        threshold=0, minimum_level=activity.minimum_level, months_open=12,
    )  # fmt: skip

    with at(now() + 2 * DAY):
        question = AskedQuestion.objects.for_page().get()
        verdicts = (may_ask(ada, question.activity), may_reply(ada, question.thread), may_answer(facilitator, question))
        answer_question(actor=facilitator, question=question, body="Late, but here.")

    assert [bool(verdict) for verdict in verdicts] == [False, False, True]
    assert "This is over since its end" in str(verdicts[0].reason)


def test_the_first_question_freezes_the_rules(activity, question):
    activity.refresh_from_db()

    assert activity.is_frozen


def test_backings_are_in_the_export_and_go_with_the_person(question, esi):
    back_question(actor=esi, question=question)

    kept = export(esi.person.pk, esi.pk)["questions_backed"]
    erase(esi.person.pk, esi.pk)

    assert [one["question__thread__title"] for one in kept] == [question.thread.title]
    assert (QuestionBacking.objects.count(), AskedQuestion.objects.get().backers) == (0, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_questions_costs_the_same_at_one_and_three(
    activity, ada, facilitator, client, number, django_assert_num_queries
):
    for n in range(number):
        one = ask(actor=ada, activity=activity, title=f"Question number {n}?")
        answer_question(actor=facilitator, question=one, body="Yes.")
    client.get("/forums/")

    with django_assert_num_queries(4):
        client.get(reverse("forums:activity", args=[activity.pk]), {"n": number})


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_however_many_want_to_know_at_once_each_counts_once():
    facilitator, ada = person("Fay Lund", level=3).user, person("Ada Obi", level=3).user
    forum = scene.forum(facilitator=facilitator, members=[ada])
    question = ask(actor=ada, activity=scene.questions_activity(forum, by=facilitator), title="When, then, is it?")
    people = [person(f"Backer {n}", level=3).user for n in range(3)]
    together = Barrier(6)

    def back(user):
        together.wait()
        back_question(actor=user, question=AskedQuestion.objects.for_page().get(pk=question.pk))
        connection.close()

    workers = [Worker(target=back, args=(user,)) for user in people for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert AskedQuestion.objects.get().backers == 3


def test_a_forum_asks_its_members_and_the_roll_is_frozen(forum, facilitator, ada, esi, client):
    activity = open_ballot(
        actor=facilitator, forum=forum, title="Shall we meet on Saturdays?", opens_at=now(), closes_at=now() + DAY
    )
    ballot = ballots_about(key_of(activity)).get()
    join(actor=esi, forum=forum)

    cast_vote(actor=ada, ballot=ballot, choice="yes")
    with pytest.raises(Refused, match="not on the roll"):
        cast_vote(actor=esi, ballot=ballot, choice="yes")
    text = client.get(reverse("forums:activity", args=[activity.pk])).content.decode()

    assert activity.is_frozen
    assert reverse("ballots:ballot", args=[ballot.pk]) in text
    assert "fixed" in str(may_change_activity(facilitator, activity).reason)


def test_a_counted_ballot_is_certified_by_the_facilitator_only(forum, facilitator, ada, request):
    activity = open_ballot(
        actor=facilitator, forum=forum, title="Shall we meet on Saturdays?", opens_at=now(), closes_at=now() + DAY
    )
    ballot = ballots_about(key_of(activity)).get()
    with at(now() + 2 * DAY):
        close_ballot(ballot=ballot)
        allowed = {name for name in WHO if may_certify_activity(request.getfixturevalue(name), activity)}
        certify_activity(actor=facilitator, activity=activity)

    ballot.refresh_from_db()
    assert allowed == {"facilitator", "clerk"}
    assert ballot.state == "certified"


@pytest.mark.parametrize(("later", "told"), [(0, ["forums.ActivityStarted"]), (1, ["ballots.BallotOpened"])])
def test_members_hear_of_a_ballot_once_whoever_opens_it(forum, facilitator, ada, later, told):
    begins = now() + later * DAY
    open_ballot(actor=facilitator, forum=forum, title="Saturdays?", opens_at=begins, closes_at=begins + DAY)

    with at(begins + timedelta(minutes=1)):
        open_and_close()
        turn_activities()
        deliver_all()

    heard = Notice.objects.filter(user=ada, event__in=("forums.ActivityStarted", "ballots.BallotOpened"))
    assert list(heard.values_list("event", flat=True)) == told


def test_a_meeting_among_the_activities_moves_with_the_meeting(forum, facilitator):
    begins = now() + 9 * DAY
    gathering = schedule(
        actor=facilitator, host=forum, title="Spring", starts_at=begins, ends_at=begins + timedelta(hours=2)
    )
    activity = announce_gathering(actor=facilitator, forum=forum, gathering=gathering, title="Our spring meeting")
    begins = gathering.starts_at + 5 * DAY

    reschedule(actor=facilitator, gathering=gathering, starts_at=begins, ends_at=begins + timedelta(hours=2))
    deliver_all()

    activity.refresh_from_db()
    assert activity.closes_at == begins + timedelta(hours=2)


def test_a_reply_to_a_question_is_open_to_everybody_while_it_runs(question, dov):
    assert reply(actor=dov, thread=question.thread, body="I ask myself that too.")
