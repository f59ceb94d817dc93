"""What the chain promises, by code and by the database below it."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from chain import actions, queries
from chain.models import Link, Step
from chain.states import State, Station
from clocks import actions as clocks
from core.states import StateConflict
from core.verdicts import Refused
from tests.scenes.chain import record, step, whole_line

pytestmark = pytest.mark.django_db


def settle():
    """Let the promises that wait for the commit be checked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_step_takes_its_date_from_its_deadline():
    gathering = record()
    deadline = clocks.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 6, 1))

    found = step(gathering, deadline=deadline)

    assert (found.due, found.state) == (date(2026, 6, 15), State.OPEN)


def test_a_record_has_one_step_of_each_kind():
    gathering = record()
    step(gathering, "supports")

    with pytest.raises(IntegrityError, match="step_once"):
        step(gathering, "supports")


def test_a_step_cannot_be_closed_without_a_child():
    with pytest.raises(IntegrityError, match="closed without a child or a written refusal"), transaction.atomic():
        actions.close_step(step=step())
        settle()


def test_a_step_cannot_be_sent_back_to_nowhere():
    with pytest.raises(IntegrityError, match="closed without a child or a written refusal"), transaction.atomic():
        actions.return_step(step=step(station=Station.DELIVERED), note="not done")
        settle()


def test_the_last_station_needs_no_child():
    last = step(station=Station.DELIVERED)

    actions.close_step(step=last)
    settle()

    last.refresh_from_db()
    assert (last.state, last.closed_at is not None) == (State.DONE, True)


def test_a_step_with_a_child_closes():
    parent = step()
    step(parents=[parent], station=Station.SUPPORTED)

    actions.close_step(step=parent, note="carried on")
    settle()

    parent.refresh_from_db()
    assert (parent.state, parent.note) == (State.DONE, "carried on")


def test_a_refusal_needs_words():
    refused = step()

    with pytest.raises(Refused, match="A refusal needs a reason in writing"):
        actions.refuse_step(step=refused, reason="  ")

    refused.refresh_from_db()
    assert refused.state == State.OPEN


def test_the_database_too_wants_the_words_of_a_refusal():
    with pytest.raises(IntegrityError, match="step_refusal_is_written"):
        step().move(State.REFUSED, closed_at="2026-06-01T00:00:00Z")


def test_a_refusal_ends_a_step_without_a_child():
    refused = step()

    actions.refuse_step(step=refused, reason="It is not the council's to decide.")
    settle()

    refused.refresh_from_db()
    assert (refused.state, refused.refusal) == (State.REFUSED, "It is not the council's to decide.")


def test_of_two_who_close_a_step_one_succeeds():
    mine = step(station=Station.DELIVERED)
    theirs = Step.objects.get(pk=mine.pk)
    actions.close_step(step=theirs)

    with pytest.raises(StateConflict):
        actions.refuse_step(step=mine, reason="Too late.")


@pytest.mark.parametrize("model", [Step, Link])
def test_nothing_in_the_chain_can_be_deleted(model):
    whole_line()

    with pytest.raises(DatabaseError, match="cannot be deleted|are final"), transaction.atomic():
        model.objects.all()._raw_delete("default")


def test_a_link_never_changes():
    whole_line()

    with pytest.raises(DatabaseError, match="are final"), transaction.atomic():
        Link.objects.update(parent=step())


def test_linking_twice_changes_nothing():
    parent, child = step(), step()

    actions.link(parent=parent, child=child)
    actions.link(parent=parent, child=child)

    assert list(Link.objects.values_list("parent", "child")) == [(parent.pk, child.pk)]


def test_a_step_cannot_come_from_what_came_out_of_it():
    first, *_others, last = whole_line()

    with pytest.raises(Refused, match="A step cannot come from what came out of it"):
        actions.link(parent=last, child=first)


def test_the_database_too_refuses_a_circle():
    first, *_others, last = whole_line()

    with pytest.raises(IntegrityError, match="came out of step"), transaction.atomic():
        Link.objects.create(parent=last, child=first)


def test_a_step_is_handed_on_with_its_next_date_and_the_clock_before_it_ends():
    gathering = record()
    before = clocks.set_deadline(subject=gathering, rule="committees.acknowledge", start=date(2026, 6, 1))
    after = clocks.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 6, 2))
    handed = step(gathering, deadline=before)

    actions.hand_on(step=handed, owner_key="committee:4", owner_label="the chair", deadline=after)

    handed.refresh_from_db()
    before.refresh_from_db()
    after.refresh_from_db()
    assert (handed.owner_key, handed.owner_label, handed.due) == ("committee:4", "the chair", date(2026, 6, 16))
    assert (before.met_at is not None, after.met_at) == (True, None)


def test_what_is_not_named_stays_when_a_step_is_handed_on():
    handed = step(due=date(2026, 6, 9), note="being checked")

    actions.hand_on(step=handed, owner_label="Dov")

    handed.refresh_from_db()
    assert (handed.due, handed.note, handed.owner_key, handed.owner_label) == (
        date(2026, 6, 9), "being checked", "forum:3", "Dov",
    )  # fmt: skip


def test_a_step_can_lose_its_date():
    handed = step(due=date(2026, 6, 9))

    actions.hand_on(step=handed, undated=True, note="adopted by 34 to 3")

    handed.refresh_from_db()
    assert (handed.due, handed.note) == (None, "adopted by 34 to 3")


def test_a_closed_step_is_not_handed_on():
    closed = step(station=Station.DELIVERED)
    actions.close_step(step=closed)

    with pytest.raises(StateConflict):
        actions.hand_on(step=closed, owner_label="Dov")


def test_a_title_that_had_to_change_changes_on_every_step_of_the_record():
    gathering = record()
    step(gathering), step(gathering)

    actions.retitle(subject=gathering, title="New words")

    assert {found.title for found in queries.steps_of(("meetings.gathering", gathering.pk))} == {"New words"}


def test_what_is_too_long_for_a_column_is_cut_with_an_ellipsis():
    found = step(title="x" * 400, note="y" * 400, owner_label="z" * 400)

    assert [len(found.title), len(found.note), len(found.owner_label), found.title[-1]] == [300, 200, 160, "…"]
