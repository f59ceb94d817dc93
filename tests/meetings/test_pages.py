"""The pages of gatherings, for those who come and those who run them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core.verdicts import no, yes
from meetings import actions, hosts
from meetings.models import Attendance, Gathering
from meetings.policies import may_add_item, may_end, may_publish, may_reschedule, may_start, may_write_notes
from meetings.states import State
from tests.cast import client_as
from tests.scenes.meetings import gathering, host

pytestmark = pytest.mark.django_db

REASON = "Only Dov runs these."


@pytest.fixture(autouse=True)
def _dov_runs_them(dov):
    """Wards hold gatherings in these tests, and Dov runs them."""
    hosts.register(
        "places.area",
        lambda user, pk: yes() if user.pk == dov.pk else no(REASON),
        people=lambda pk: [(dov.person.pk, "Dov Katz")],
    )
    yield
    hosts._hosts.pop("places.area")


def test_a_page_says_when_where_and_what(client, ada):
    found = gathering(place="Stirchley Library", access="Level entrance.")
    actions.add_item(actor=ada, gathering=found, title="Later buses", summary="For shift workers.")

    text = client.get(f"/meetings/{found.pk}/").content.decode()

    for words in ("Monthly meeting", "Stirchley Library", "Level entrance.", "1. Later buses", "For shift workers."):
        assert words in text
    assert "csrf" not in text


def test_a_cancelled_gathering_keeps_its_page_and_gives_the_reason(client, ada):
    found = gathering()
    actions.cancel(actor=ada, gathering=found, reason="The hall is flooded.")

    answer = client.get(f"/meetings/{found.pk}/")

    assert (answer.status_code, "The hall is flooded." in answer.content.decode()) == (200, True)


def test_notes_with_a_script_in_them_do_no_harm(client, ada):
    found = gathering(state=State.ENDED)
    actions.write_notes(actor=ada, gathering=found, text="**Agreed** <script>alert(1)</script>")

    text = client.get(f"/meetings/{found.pk}/").content.decode()

    assert "<strong>Agreed</strong>" in text
    assert "<script>alert" not in text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_calendar_costs_the_same_for_any_number(client, django_assert_num_queries, rows):
    for days in range(rows):
        gathering(f"Day {days}", starts_at=None, place="Hall")

    with django_assert_num_queries(2):
        text = client.get("/meetings/").content.decode()

    assert text.count("<h2><a") == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_costs_the_same_for_any_number_of_items(client, ada, django_assert_num_queries, rows):
    found = gathering()
    for _ in range(rows):
        actions.add_item(actor=ada, gathering=found, title="Later buses", subject=host())

    with django_assert_num_queries(6):
        client.get(f"/meetings/{found.pk}/")


def test_a_host_with_pages_of_its_own_is_where_the_visitor_is_sent(client, dov):
    hosts.register("places.area", lambda user, pk: yes(), addresses=lambda ids: {pk: f"/there/{pk}/" for pk in ids})
    found = gathering()

    assert client.get(f"/meetings/{found.pk}/")["Location"] == f"/there/{found.pk}/"


FORM = {
    "title": "June meeting", "day": "2027-06-10", "begins": "19:00", "ends": "21:00", "mode": "hybrid", "place": "Library",
    "access": "", "online_url": "",
}  # fmt: skip


def test_whoever_runs_them_sets_a_gathering(dov):
    answer = client_as(dov).post(f"/meetings/new/places.area/{host().pk}/", FORM)

    found = Gathering.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/meetings/{found.pk}/")
    assert (found.title, found.mode, found.starts_at.isoformat()) == (
        "June meeting",
        "hybrid",
        "2027-06-10T18:00:00+00:00",
    )


def test_a_wrong_form_comes_back_with_what_was_written(dov):
    answer = client_as(dov).post(f"/meetings/new/places.area/{host().pk}/", FORM | {"ends": "18:00", "place": ""})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "A gathering ends after it begins." in text
    assert "Say where people meet." in text
    assert "June meeting" in text


def test_a_gathering_is_run_from_its_page(dov):
    client, found = client_as(dov), gathering(place="Hall")
    page = f"/meetings/{found.pk}/"

    client.post(f"{page}items/new/", {"title": "Later buses", "summary": ""})
    client.post(f"{page}move/", FORM | {"place": "Church"})
    client.post(f"{page}agenda/publish/")
    client.post(f"{page}start/")
    client.post(f"{page}attendance/", {f"person_{dov.person.pk}": "present"})
    client.post(f"{page}end/")
    client.post(f"{page}notes/", {"text": "We met."})
    client.post(f"{page}notes/1/agreement/")

    found.refresh_from_db()
    assert (found.state, found.place, found.items.get().title) == (State.ENDED, "Church", "Later buses")
    assert (Attendance.objects.get().kind, found.notes.get().agreed_at is not None) == ("present", True)


def test_a_gathering_is_cancelled_from_its_page(dov):
    found = gathering()

    answer = client_as(dov).post(f"/meetings/{found.pk}/cancel/", {"reason": "No heating."})

    found.refresh_from_db()
    assert (answer.status_code, found.cancelled_because) == (302, "No heating.")


@pytest.mark.parametrize(
    "act", ["move", "cancel", "items/new", "agenda/publish", "start", "attendance", "end", "notes"]
)
def test_others_are_refused_with_the_reason(ada, act):
    found = gathering()

    answer = client_as(ada).post(f"/meetings/{found.pk}/{act}/", {})

    assert (answer.status_code, REASON in answer.content.decode()) == (403, True)


def test_the_signed_out_are_asked_to_sign_in(client):
    found = gathering()

    assert client.post(reverse("meetings:start", args=[found.pk])).status_code == 302


POLICIES = [
    (may_reschedule, State.SCHEDULED, ""),
    (may_reschedule, State.ENDED, "This gathering has begun: its date and place are history."),
    (may_add_item, State.IN_SESSION, ""),
    (may_add_item, State.ENDED, "This gathering is over: its agenda is history."),
    (may_publish, State.SCHEDULED, ""),
    (may_publish, State.PUBLISHED, "The agenda is out already, or the gathering is over."),
    (may_start, State.PUBLISHED, ""),
    (may_start, State.SCHEDULED, "A gathering begins once its agenda is out."),
    (may_end, State.IN_SESSION, ""),
    (may_end, State.PUBLISHED, "Only a gathering that is in session can end."),
    (may_write_notes, State.ENDED, ""),
    (may_write_notes, State.PUBLISHED, "There is nothing to write up before the gathering has begun."),
]


@pytest.mark.parametrize(("policy", "state", "reason"), POLICIES)
def test_what_can_be_done_depends_on_how_far_a_gathering_is(dov, policy, state, reason):
    verdict = policy(dov, gathering(state=state))

    assert (verdict.allowed, str(verdict.reason)) == (reason == "", reason)


@pytest.mark.parametrize(("policy", "state", "_reason"), POLICIES)
def test_nobody_else_may_do_any_of_it(ada, finn, policy, state, _reason):
    found = gathering(state=state)

    assert [str(policy(user, found).reason) for user in (ada, finn)] == [REASON, REASON]


def test_followers_of_the_host_hear_of_a_gathering(ada, dov):
    from ledger.delivery import deliver_all
    from notifications import actions as notifications
    from notifications.queries import unread_count

    notifications.follow(actor=ada, subject=host())
    found = gathering()
    actions.reschedule(
        actor=dov,
        gathering=found,
        starts_at=found.starts_at + timedelta(days=1),
        ends_at=found.ends_at + timedelta(days=1),
    )

    deliver_all()

    assert unread_count(ada) == 2


def test_a_gathering_can_be_found_by_its_agenda(client, ada):
    from ledger.delivery import deliver_all

    found = gathering()
    actions.add_item(actor=ada, gathering=found, title="Cladding on tower blocks")
    actions.publish(actor=ada, gathering=found)
    deliver_all()

    answer = client.get("/search/", {"q": "cladding"})

    assert f"/meetings/{found.pk}/" in answer.content.decode()
