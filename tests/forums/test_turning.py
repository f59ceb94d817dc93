"""Activities start and end by their dates, and their rules freeze."""

from datetime import timedelta
from threading import Barrier, Thread as Worker

import pytest
from django.db import DatabaseError, connection, transaction

from core import now
from core.clock import at
from forums.actions import freeze_rules, move_forum, turn_activities
from forums.models import Activity
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.models import Notice
from tests.cast import person
from tests.scenes import forums as scene

DAY = timedelta(days=1)


def noted(name):
    return Entry.objects.filter(event=f"forums.{name}").count()


def test_an_activity_starts_and_ends_by_its_dates_and_everybody_is_told_once(forum, ada, facilitator):
    begins = now() + DAY
    scene.debate_activity(forum, by=facilitator, opens_at=begins, closes_at=begins + DAY)
    before = (turn_activities(), noted("ActivityStarted"))

    with at(begins):
        first = (turn_activities(), turn_activities())
    with at(begins + DAY):
        second = (turn_activities(), turn_activities())
    deliver_all()

    assert before == (0, 0)
    assert (first, second) == ((1, 0), (1, 0))
    mine = Notice.objects.filter(user=ada, event__startswith="forums.Activity").order_by("id")
    assert list(mine.values_list("event", flat=True)) == ["forums.ActivityStarted", "forums.ActivityEnded"]


def test_what_is_open_at_once_is_told_at_once_and_not_again(forum, ada, facilitator):
    scene.debate_activity(forum, by=facilitator, opens_at=now())

    turn_activities()

    assert noted("ActivityStarted") == 1


def test_several_activities_run_at_once(forum, facilitator):
    for kind in ("a", "b", "c"):
        scene.debate_activity(forum, by=facilitator, title=f"Debate {kind}", opens_at=now() - DAY)

    assert Activity.objects.filter(forum=forum).open(now()).count() == 3


def test_a_forum_that_rests_starts_nothing(forum, facilitator, clerk):
    begins = now() + DAY
    scene.debate_activity(forum, by=facilitator, opens_at=begins)
    move_forum(actor=clerk, forum=forum, to="paused")

    with at(begins + DAY):
        assert turn_activities() == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_clocks_at_once_record_a_start_once():
    facilitator = person("Fay Lund", level=3).user
    forum = scene.forum(facilitator=facilitator)
    with at(now() - DAY):
        scene.debate_activity(forum, by=facilitator, opens_at=now() + timedelta(hours=1))
    together = Barrier(2)

    def turn():
        together.wait()
        turn_activities()
        connection.close()

    workers = [Worker(target=turn) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert noted("ActivityStarted") == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "debate"), ("threshold", 9), ("minimum_level", 3), ("months_open", 3), ("smallest_cell", 9),
     ("opens_at", None), ("frozen_at", None)],
)  # fmt: skip
def test_the_database_holds_the_rules_of_a_frozen_activity(forum, column, value):
    activity = scene.proposals_activity(forum)
    rows = Activity.objects.filter(pk=activity.pk)
    changed = {column: now() + DAY if column == "opens_at" else value}
    if column != "frozen_at":
        with transaction.atomic():
            rows.update(**changed)
            transaction.set_rollback(True)
    freeze_rules(activity=activity)

    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(**changed)
