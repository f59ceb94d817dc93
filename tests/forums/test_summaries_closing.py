"""A summary ends: its figures are final, its answers are gone, and who waits for it knows."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.actions import erase_person, merge_persons
from clocks.models import Rule
from core import clock, now
from core.states import StateConflict
from core.verdicts import Refused
from forums.actions import (
    answer_point,
    begin_summary,
    change_point,
    close_summary,
)
from forums.models import Citation, Point, PointAnswer, Summary
from forums.queries import agreed_summaries, summaries_to_answer, summaries_waiting
from forums.tasks import close_summaries
from ledger.models import Entry
from tests.scenes import summaries
from tests.scenes.summaries import first

# --- The end ----------------------------------------------------------------------------------------------------------


def test_the_clock_closes_it_and_the_figures_are_final(opened, members):
    summaries.answered(opened, agree=members[:2], object_=[members[2]])
    with clock.at(now() + timedelta(days=7)):
        close_summaries()
    assert Summary.objects.get(pk=opened.pk).is_open

    with clock.at(now() + timedelta(days=8)):
        close_summaries()
        close_summaries()

    done = Summary.objects.get(pk=opened.pk)
    assert (done.state, done.members, done.answered) == ("agreed", 4, 3)
    assert list(done.points.values_list("agreed", "objected")) == [(3, 0), (2, 1)]
    assert Entry.objects.filter(event="forums.SummaryClosed").count() == 1


def test_the_days_are_a_row(thread, facilitator, posts):
    Rule.objects.create(
        key="forums.summary",
        version=2,
        title="Members agree",
        counting="days",
        amount=14,
        profile="working",
        valid_from=now().date(),
    )

    assert summaries.opened(thread, by=facilitator, posts=posts).closes_on == now().date() + timedelta(days=14)


def test_what_does_not_hold_is_sent_back_and_a_new_version_begins_as_a_copy(opened, members, facilitator):
    summaries.answered(opened, agree=members[:1], object_=members[1:])
    done = summaries.closed(opened)

    again = begin_summary(actor=facilitator, thread=done.thread)

    assert (done.state, again.version) == ("returned", 2)
    assert list(again.points.values_list("text", flat=True)) == ["Finding 1.", "Finding 2."]
    assert Citation.objects.filter(point__summary=again).count() == 2


def test_silence_is_not_agreement(opened):
    assert summaries.closed(opened).state == "returned"


def test_who_agreed_is_known_to_nobody_afterwards_and_objections_stay_as_their_authors_wished(opened, members):
    summaries.answered(opened, agree=members[:1])
    for member, how in zip(members[1:], ("figure", "reason", "name"), strict=True):
        summaries.answered(opened, object_=[member], shown=how, reason=f"Because of {how}.")
    summaries.closed(opened)

    kept = PointAnswer.objects.order_by("reason").values_list("agrees", "reason", "person__name")
    assert list(kept) == [(False, "Because of name.", "Member 2"), (False, "Because of reason.", None)]


@pytest.mark.parametrize("what", ["text", "citation", "state", "figures"])
def test_what_was_agreed_is_never_edited(opened, members, posts, what):
    summaries.answered(opened, agree=members)
    summaries.closed(opened)
    point = first(opened)

    with pytest.raises(IntegrityError, match="final"), transaction.atomic():
        if what == "text":
            Point.objects.filter(pk=point.pk).update(text="Otherwise.")
        elif what == "citation":
            Citation.objects.create(point=point, post=posts[5], number=9)
        elif what == "state":
            Summary.objects.filter(pk=opened.pk).update(state="open")
        else:
            Point.objects.filter(pk=point.pk).update(agreed=99)


def test_nobody_writes_at_what_the_members_read(opened, facilitator):
    with pytest.raises(Refused, match="before the members"):
        change_point(actor=facilitator, point=first(opened), text="Otherwise.", posts=[])
    with pytest.raises(Refused, match="before the members"):
        begin_summary(actor=facilitator, thread=opened.thread)


def test_a_closed_summary_is_not_closed_again(opened):
    summaries.closed(opened)

    with pytest.raises(StateConflict):
        summaries.closed(opened)


# --- People -----------------------------------------------------------------------------------------------------------


def test_whoever_goes_takes_open_answers_along_and_leaves_published_objections_without_a_name(opened, members, ada):
    summaries.answered(opened, agree=members[1:], object_=[ada], shown="name")
    summaries.closed(opened)
    erase_person(actor=ada, person=ada.person)

    assert list(PointAnswer.objects.values_list("person", "reason")) == [(None, "It was said otherwise.")]


def test_a_merged_person_has_one_answer(opened, members, clerk):
    summaries.answered(opened, agree=members[1:3])

    merge_persons(actor=clerk, one=members[1].person, other=members[2].person)

    assert PointAnswer.objects.count() == 2


# --- Who is waiting ---------------------------------------------------------------------------------------------------


def test_desks_know_what_waits(opened, facilitator, members, ben):
    assert [summaries_waiting(who) for who in (facilitator, ben)] == [[opened], []]
    assert [summaries_to_answer(who) for who in (members[0], facilitator)] == [[opened], []]

    summaries.answered(opened, agree=members)
    assert summaries_to_answer(members[0]) == []
    summaries.closed(opened)
    assert summaries_waiting(facilitator) == []


def test_an_output_finds_the_agreed_summary_of_what_it_carries(forum, facilitator, members, thread, posts):
    thread.about_kind, thread.about_id = "proposals.proposal", 4711
    thread.save()
    opened = summaries.opened(thread, by=facilitator, posts=posts)
    key = ("proposals.proposal", 4711)
    assert agreed_summaries([key]) == {}
    summaries.answered(opened, agree=members)

    done = summaries.closed(opened)

    assert agreed_summaries([key]) == {key: done}


# --- Two at once ------------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_an_answer_and_the_closing_at_once_the_figures_tell_the_truth(thread, facilitator, posts, members):
    opened = summaries.opened(thread, by=facilitator, posts=posts, points=1)
    faults, ready, later = [], threading.Barrier(2), now() + timedelta(days=8)

    def run(act):
        try:
            with clock.at(later):
                ready.wait()
                act()
        except Refused:
            pass
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    acts = (
        lambda: answer_point(actor=members[1], point=first(opened), agrees=True),
        lambda: close_summary(summary=Summary.objects.get(pk=opened.pk)),
    )
    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    done = Summary.objects.get(pk=opened.pk)
    assert faults == []
    assert done.is_closed
    assert done.answered == first(done).agreed
    assert not PointAnswer.objects.exists()
