"""News survives a kill between the commit and the telling, and in the middle of the telling: told, and told once."""

import subprocess
import sys
import time

import pytest
from celery import current_app

from ledger.delivery import deliver_all
from ledger.models import Delivery
from notifications.models import Mail, Notice
from proposals.events import ProposalPublished
from tests.crash import town
from tests.scenes import proposals as scenes

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.xdist_group("crash"),
]

# Deliver as a worker does, and die by kill -9 right after the first notice was written, before its transaction ends.
DIES_IN_THE_MIDDLE = """
import django, os, signal
django.setup()
from notifications import duties
tell = duties._tell
def tell_and_die(*args):
    told = tell(*args)
    os.kill(os.getpid(), signal.SIGKILL)
    return told
duties._tell = tell_and_die
from ledger.delivery import deliver_all
deliver_all()
"""


def published(ada):
    """A proposal whose facilitators are owed news of it; nobody has delivered anything yet."""
    return scenes.proposal(ada, host=scenes.activity())


def notices():
    return list(Notice.objects.filter(event=ProposalPublished.name).values_list("user_id", "entry_id"))


def test_a_worker_that_starts_after_the_commit_still_tells(ada):
    published(ada)
    assert Delivery.objects.exists()

    with town.worker():
        deadline = time.monotonic() + 60
        while Delivery.objects.exists() and time.monotonic() < deadline:
            current_app.send_task("ledger.tasks.deliver", ignore_result=True)
            time.sleep(0.5)

    found = notices()
    assert Delivery.objects.count() == 0
    assert len(found) == len(set(found)) > 0


def test_killed_in_the_middle_of_telling_people_are_told_once(ada):
    published(ada)
    owed = Delivery.objects.count()

    killed = subprocess.run(
        [sys.executable, "-c", DIES_IN_THE_MIDDLE],
        env=town.environment() | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        check=False,
    )

    assert killed.returncode == -9
    assert 0 < Delivery.objects.count() <= owed
    deliver_all()
    deliver_all()
    found = notices()
    assert Delivery.objects.count() == 0
    assert len(found) == len(set(found)) > 0
    assert Mail.objects.count() == len(set(Mail.objects.values_list("message_id", flat=True)))
