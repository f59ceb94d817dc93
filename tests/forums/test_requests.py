"""Residents ask for a forum; the council answers by a day, with reasons; a no is looked at once more."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from core import clock, now
from core.verdicts import Refused
from forums import actions, policies
from forums.models import ForumRequest, Measure, RequestBacking
from forums.queries import late_requests, requests_waiting
from forums.queries.requests import request_rows
from forums.states import ForumState, RequestState
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.models import Notice
from tests.cast import client_as, people, person
from tests.scenes import forums as scene

WHO = ("ada", "ben", "dov", "finn", "clerk", "administrator", "scrutiny_officer")


def resident(name="Rhea Stone"):
    return person(name, level=3).user


@pytest.mark.parametrize(
    ("act", "build", "may"),
    [
        ("request", None, {"ada", "dov"}),
        ("back", scene.requested, {"ada", "dov"}),
        ("withdraw_backing", scene.requested, set()),
        ("answer_request", scene.considered, {"clerk", "administrator"}),
        ("ask_review", scene.refused, set()),
    ],
)
def test_each_act_is_open_to_these_and_the_others_read_why_not(act, build, may, request, db):
    about = [build(resident())] if build else []

    verdicts = {name: getattr(policies, f"may_{act}")(request.getfixturevalue(name), *about) for name in WHO}

    assert {name for name, verdict in verdicts.items() if verdict} == may
    assert all(str(verdict.reason).endswith((".", "!")) for verdict in verdicts.values() if not verdict)


def test_with_enough_residents_the_council_owes_an_answer_in_twenty_working_days(ada, dov, clerk):
    with clock.at(datetime(2027, 6, 7, 9, tzinfo=UTC)):
        scene.backers_needed(2)
        made = scene.requested(ada, title="Cleaner Canals")
        actions.back_request(actor=dov, request=made)

        made.refresh_from_db()
        page = client_as().get(made.get_absolute_url()).content.decode()

        assert (made.state, made.backing_count, made.due) == (RequestState.CONSIDERING, 2, date(2027, 7, 5))
        assert "20 working days after Monday 7 June 2027" in page
        assert [one.pk for one in requests_waiting(clerk)] == [made.pk]
        assert late_requests() == []


def test_how_many_are_needed_is_fixed_when_the_request_is_made(ada):
    scene.backers_needed(2)
    made = scene.requested(ada)

    scene.backers_needed(50)

    assert ForumRequest.objects.get(pk=made.pk).needed == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        ForumRequest.objects.filter(pk=made.pk).update(needed=50)
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.update(amount=1)


def test_a_late_answer_is_public_on_the_list_and_among_what_is_owed(ada):
    made = scene.considered(ada, title="Cleaner Canals")

    with clock.at(now() + timedelta(days=60)):
        listed = client_as().get(reverse("forums:requests"), {"late": "on"}).content.decode()
        owed = client_as().get(reverse("portal:owed")).content.decode()
        page = client_as().get(made.get_absolute_url()).content.decode()

    assert "Cleaner Canals" in listed
    assert "Cleaner Canals" in owed
    assert "The answer is late." in page


def test_a_yes_makes_a_forum_to_be_founded_and_tells_those_who_asked(ada, dov, clerk):
    found = scene.agreed(ada, dov, by_council=clerk, title="Cleaner Canals", code="CAN")
    deliver_all()

    told = set(Notice.objects.filter(event="forums.RequestAnswered").values_list("user_id", "audience"))

    assert (found.state, found.forum.state) == (RequestState.AGREED, ForumState.CONSTITUTING)
    assert (found.forum.code, found.forum.slug) == ("CAN", "cleaner-canals")
    assert told == {(ada.pk, "backers"), (dov.pk, "backers")}
    assert str(policies.may_back(ada, found).reason).startswith("The council has answered this request.")


def test_no_answer_stands_without_reasons(ada, clerk):
    made = scene.considered(ada)

    with pytest.raises(Refused, match="Write down why"):
        actions.answer_request(actor=clerk, request=made, agree=False, reasons="  ")
    with pytest.raises(IntegrityError), transaction.atomic():
        ForumRequest.objects.filter(pk=made.pk).update(state="refused")


def test_a_refusal_is_looked_at_once_by_scrutiny_and_never_by_whoever_refused(ada, dov, clerk, scrutiny_officer):
    made = scene.refused(ada, by_council=clerk)

    assert not policies.may_ask_review(dov, made)
    actions.ask_review(actor=ada, request=made, objection="The two forums meet far away.")
    assert made.due is not None
    assert [one.pk for one in requests_waiting(scrutiny_officer)] == [made.pk]
    made.answered_by = scrutiny_officer
    assert "You gave the answer" in str(policies.may_review_request(scrutiny_officer, made).reason)
    made.answered_by = clerk
    actions.review_request(actor=scrutiny_officer, request=made, overturn=False, findings="They meet nearby too.")

    assert made.state == RequestState.UPHELD
    assert "once" in str(policies.may_ask_review(ada, made).reason)


def test_scrutiny_can_overturn_a_refusal_and_the_forum_is_founded(ada, scrutiny_officer):
    made = scene.refused(ada, title="Cleaner Canals")
    actions.ask_review(actor=ada, request=made, objection="The two forums meet far away.")

    actions.review_request(actor=scrutiny_officer, request=made, overturn=True, findings="They do.", code="CAN")

    assert (made.state, made.forum.title) == (RequestState.AGREED, "Cleaner Canals")


def test_nobody_can_see_who_backs_a_request(ada, dov, clerk):
    scene.backers_needed(2)
    made = scene.requested(ada)
    actions.back_request(actor=dov, request=made)
    actions.answer_request(actor=clerk, request=made, agree=False, reasons="No room.")
    actions.ask_review(actor=dov, request=made, objection="There is room in the library.")

    pages = [
        client_as(clerk).get(made.get_absolute_url()).content.decode(),
        client_as().get(reverse("api:forum-request", args=[made.pk])).content.decode(),
    ]
    actors = Entry.objects.filter(subject_kind="forums.forumrequest", subject_id=made.pk).exclude(actor_key="")

    assert not any(dov.person.name in page for page in pages)
    assert {entry.event for entry in actors} == {"forums.ForumRequested", "forums.RequestAnswered"}


def test_a_backing_can_be_taken_back_until_the_request_is_before_the_council(ada, dov):
    scene.backers_needed(3)
    made = scene.requested(ada)
    actions.back_request(actor=dov, request=made)

    actions.withdraw_backing(actor=dov, request=made)

    assert made.backing_count == 1
    assert not RequestBacking.objects.filter(person=dov.person).exists()
    made = scene.considered(dov)
    assert "before the council" in str(policies.may_withdraw_backing(dov, made).reason)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_however_many_back_it_at_once_each_counts_once_and_the_council_is_asked_once():
    starter, crowd = resident(), people(7)
    scene.backers_needed(5)
    made = scene.requested(starter)

    def back(one):
        try:
            actions.back_request(actor=one.user, request=ForumRequest.objects.get(pk=made.pk))
        except Refused:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(back, [one for one in crowd for _twice in range(2)]))

    made.refresh_from_db()
    assert (made.state, made.backing_count) == (RequestState.CONSIDERING, 5)
    assert RequestBacking.objects.filter(request=made).count() == 5
    assert Entry.objects.filter(event="forums.RequestReached").count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(number, ada, django_assert_num_queries):
    for _ in range(number):
        scene.requested(ada)
    client_as().get(reverse("forums:requests"))

    with django_assert_num_queries(2):
        rows = list(request_rows().rows)
        Measure.objects.in_force("request.backers", now().date()).first()

    assert len(rows) == number
