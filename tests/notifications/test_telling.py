"""News reaches each person once, in their own words, and can be stopped."""

from dataclasses import dataclass

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ledger.actions import record
from ledger.delivery import deliver_all
from ledger.events import Event
from ledger.sentences import says
from notifications import actions, queries
from notifications.duties import Audience, followers_of, fulfil, tells
from notifications.models import Channel, Duty, Mail, MailState, Notice, Preference
from notifications.sending import send_waiting, write_digests
from places.models import Area

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class GatePainted(Event):
    area_id: int
    author_id: int


@tells(GatePainted)
def gate_painted(event, entry):
    yield Audience("author", [event.author_id])
    yield followers_of(("places.area", event.area_id))


@says(GatePainted)
def gate_painted_sentence(event, subject, audience):
    return "Your gate was painted." if audience == "author" else "A gate was painted."


@pytest.fixture
def gate(db):
    return Area.objects.create(kind="ward", code="E05000002", name="Gate", slug="gate", sort_key="gate")


def sentences(user):
    return [item.sentence for item in queries.news(user, queries.inbox(user).rows)]


def test_each_audience_reads_its_own_words_and_a_person_in_two_is_told_once(gate, ada, ben):
    actions.follow(actor=ada, subject=gate)
    actions.follow(actor=ben, subject=gate)
    record(GatePainted(area_id=gate.pk, author_id=ada.pk), actor=None, subject=gate)

    deliver_all()

    assert (sentences(ada), sentences(ben)) == (["Your gate was painted."], ["A gate was painted."])
    assert list(Duty.objects.values_list("audience", "owed", "told")) == [("author", 1, 1), ("followers", 2, 2)]


def test_telling_again_after_a_crash_tells_nobody_twice(gate, ada):
    entry = record(GatePainted(area_id=gate.pk, author_id=ada.pk), actor=None, subject=gate)
    Preference.objects.create(user=ada, channel=Channel.AT_ONCE)

    for _ in range(3):
        fulfil(entry, Audience("author", [ada.pk]))

    assert (Notice.objects.count(), Mail.objects.count(), Duty.objects.get().told) == (1, 1, 1)


def test_whoever_acts_is_not_told_of_their_own_act(gate, ada, ben):
    for user in (ada, ben):
        actions.follow(actor=user, subject=gate)
    record(GatePainted(area_id=gate.pk, author_id=0 or ben.pk), actor=ada, subject=gate)

    deliver_all()

    assert (sentences(ada), sentences(ben)) == ([], ["Your gate was painted."])


def test_a_mail_at_once_names_what_happened_and_stops_with_one_click(gate, ada, client):
    actions.set_channel(actor=ada, channel=Channel.AT_ONCE)
    record(GatePainted(area_id=gate.pk, author_id=ada.pk), actor=None, subject=gate)
    deliver_all()

    send_waiting()
    send_waiting()

    [message] = mail.outbox
    assert (message.subject, message.to) == ("Your gate was painted.", [ada.email])
    stop = message.extra_headers["List-Unsubscribe"].strip("<>")
    path = "/" + stop.split("/", 3)[3]
    assert client.get(path).status_code == 200
    assert queries.preference_of(ada).channel == Channel.AT_ONCE  # asking is not stopping
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert queries.preference_of(ada).channel == Channel.NONE
    assert Mail.objects.get().state == MailState.SENT


def test_a_digest_gathers_what_is_unread_once_a_day_and_is_never_empty(gate, ada, ben):
    for _ in range(2):
        record(GatePainted(area_id=gate.pk, author_id=ada.pk), actor=None, subject=gate)
    deliver_all()

    assert [write_digests(), write_digests()] == [1, 0]
    send_waiting()

    assert [(message.subject, message.to) for message in mail.outbox] == [("2 things have happened", [ada.email])]


def test_people_who_want_no_mail_get_none(gate, ada):
    actions.set_channel(actor=ada, channel=Channel.NONE)
    record(GatePainted(area_id=gate.pk, author_id=ada.pk), actor=None, subject=gate)
    deliver_all()

    assert (write_digests(), send_waiting(), sentences(ada)) == (0, 0, ["Your gate was painted."])


def test_the_inbox_costs_the_same_at_one_and_three_notices(gate, ada):
    counts = []
    for number in (1, 3):
        while Notice.objects.filter(user=ada).count() < number:
            record(GatePainted(area_id=gate.pk, author_id=ada.pk), actor=None, subject=gate)
            deliver_all()
        with CaptureQueriesContext(connection) as asked:
            assert len(sentences(ada)) == number
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 2


def test_nobody_opens_the_notice_of_somebody_else(gate, ada, ben, client):
    record(GatePainted(area_id=gate.pk, author_id=ada.pk), actor=None, subject=gate)
    deliver_all()
    notice = Notice.objects.get()
    client.force_login(ben)

    answer = client.post(reverse("notifications:open", args=(notice.pk,)))

    notice.refresh_from_db()
    assert (answer.status_code, notice.read_at) == (404, None)
