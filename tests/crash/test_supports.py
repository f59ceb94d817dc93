"""One person, one support; nothing acknowledged is ever lost; told once. Over HTTP, with processes that are killed."""

import os
import signal
import threading
import time

import pytest
from celery import current_app
from django.db import connections
from django.urls import reverse

from ledger.delivery import deliver_all
from ledger.models import Delivery, Entry
from notifications.models import Notice
from proposals.models import Proposal, Support, SupportDelta
from proposals.tasks import fold_tallies, recount
from tests import cast
from tests.crash import town
from tests.scenes import proposals as scenes

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.xdist_group("crash"),
]
MANY = 2_000


def support_of(proposal):
    return reverse("proposals:support", args=[proposal.reference])


def test_sixty_four_supports_of_one_person_at_once_count_once():
    proposal = scenes.proposal(host=scenes.activity(threshold=5))
    [key] = town.signed_in(cast.people(1))

    with town.web() as (_server, port):
        answers = town.in_parallel(lambda _: town.post(port, support_of(proposal), key), range(64), threads=64)

    fold_tallies()
    proposal.refresh_from_db()
    assert (Support.objects.filter(proposal=proposal).count(), proposal.supports) == (1, 1)
    assert {status for status in answers if status >= 500} == set()


def test_two_thousand_supports_are_exact_though_web_and_worker_are_killed_in_the_middle():
    host = scenes.activity(threshold=1_000)
    proposal = scenes.checked(scenes.proposal(host=host))
    people = cast.people(MANY)
    keys = town.signed_in(people)
    told_before = Notice.objects.filter(event="proposals.ThresholdReached").count()
    over = threading.Event()

    with town.web() as (server, port), town.worker() as first:
        nudging = threading.Thread(target=keep_folding, args=(over,))
        nudging.start()
        pulling = threading.Thread(target=pull_the_plug, args=(server, first))
        pulling.start()
        answers = town.in_parallel(lambda key: town.post_until_heard(port, support_of(proposal), key), keys)
        pulling.join()
        with town.worker():
            wait_until(lambda: not SupportDelta.objects.exists(), seconds=30)
        over.set()
        nudging.join()

    fold_tallies()
    deliver_all()
    proposal = Proposal.objects.get(pk=proposal.pk)
    rows = Support.objects.filter(proposal=proposal)
    acknowledged = [person.pk for person, status in zip(people, answers, strict=True) if status == 303]
    assert len(acknowledged) == MANY
    assert set(acknowledged) <= set(rows.values_list("person_id", flat=True))
    assert (rows.count(), proposal.supports, SupportDelta.objects.count()) == (MANY, MANY, 0)
    assert recount() == 0
    reached = Entry.objects.filter(event="proposals.ThresholdReached", subject_id=proposal.pk)
    assert (reached.count(), Delivery.objects.count(), told_before) == (1, 0, 0)
    notices = Notice.objects.filter(event="proposals.ThresholdReached").values_list("user_id", flat=True)
    assert len(notices) == len(set(notices)) > 0


def keep_folding(over):
    """Beat's part: the tally is asked for again and again."""
    while not over.is_set():
        current_app.send_task("proposals.tasks.fold_tallies", ignore_result=True)
        time.sleep(0.3)


def pull_the_plug(server, worker):
    """kill -9 of a web worker twice, and of the Celery worker with all its children."""
    for _ in range(2):
        time.sleep(1.5)
        for pid in town.children(server.pid)[:1]:
            os.kill(pid, signal.SIGKILL)
    os.killpg(worker.pid, signal.SIGKILL)
    connections.close_all()


def wait_until(holds, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not holds():
        time.sleep(0.2)
