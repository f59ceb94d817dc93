"""What a meeting talks about, in which order, for how long, and from when that is public."""

from datetime import UTC, date, datetime, timedelta

import pytest

from clocks.queries import deadline_of
from core import clock
from core.states import StateConflict
from core.verdicts import Refused
from meetings import actions, picking, queries
from meetings.models import Item
from meetings.picking import Pick
from meetings.states import State
from tests.cast import client_as
from tests.scenes import proposals
from tests.scenes.meetings import gathering, host

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 12, 8, 18, tzinfo=UTC)


def due(found):
    return deadline_of(("meetings.gathering", found.pk), "meetings.agenda")


@pytest.fixture(autouse=True)
def _november():
    with clock.at(datetime(2026, 11, 20, 10, tzinfo=UTC)):
        yield


def test_each_item_begins_when_those_before_it_are_over():
    found = gathering(starts_at=EVENING)
    for title, minutes in (("Buses", 20), ("Trams", 45), ("Anything else", None), ("Date of the next", 5)):
        actions.add_item(actor=None, gathering=found, title=title, minutes=minutes)

    begins = [row.begins_at and row.begins_at.strftime("%H:%M") for row in queries.shown(found).items]

    assert begins == ["18:00", "18:20", "19:05", None]


def test_an_assemblys_agenda_is_due_five_clear_days_before_and_follows_a_move(assembly):
    found = gathering(starts_at=EVENING)
    first = due(found).due
    actions.reschedule(
        actor=None, gathering=found, starts_at=EVENING + timedelta(days=7), ends_at=EVENING + timedelta(days=7, hours=1)
    )

    assert (first, due(found).due) == (date(2026, 12, 2), date(2026, 12, 9))


def test_only_assemblies_keep_the_house_rule():
    assert due(gathering(starts_at=EVENING)) is None


def test_from_planned_to_open_to_published(assembly):
    found = gathering(starts_at=EVENING)
    states = [found.state]
    actions.add_item(actor=None, gathering=found, title="Buses")
    states.append(found.state)
    actions.publish(actor=None, gathering=found)

    assert [*states, found.state] == [State.SCHEDULED, State.AGENDA_OPEN, State.PUBLISHED]
    assert due(found).met_at is not None


def test_an_agenda_that_is_late_says_so_and_can_still_be_published(assembly, client):
    found = gathering(starts_at=EVENING)
    with clock.at(EVENING - timedelta(days=2)):
        text = client.get(f"/meetings/{found.pk}/").content.decode()
        actions.publish(actor=None, gathering=found)

    assert "It should have been out by" in text


@pytest.fixture
def issues():
    """Three issues, of which the host has met about none."""
    ward = host()
    rows = [Pick("places.area", ward.pk, "The library", "9 supports"), Pick("places.area", ward.pk + 1, "Gone", "")]
    picking.register("test", lambda key: rows if key == ("places.area", ward.pk) else [])
    yield rows
    picking._pickers.pop("test")


def test_a_facilitator_ticks_issues_and_what_was_met_about_is_offered_no_more(assembly, dov, issues):
    found = gathering(starts_at=EVENING)
    browser = client_as(dov)
    offered = browser.get(f"/meetings/{found.pk}/items/pick/").content.decode()

    browser.post(f"/meetings/{found.pk}/items/pick/", {"picks": [issues[0].key], "minutes": "25"})

    item = Item.objects.get()
    assert "The library (9 supports)" in offered
    assert (item.title, item.minutes, item.subject_kind, item.subject_id) == (
        "The library", 25, "places.area", issues[0].id,
    )  # fmt: skip
    assert [pick.title for pick in picking.picks(("places.area", host().pk))] == ["Gone"]


def test_what_was_on_a_cancelled_meeting_is_offered_again(issues):
    found = gathering(starts_at=EVENING)
    actions.pick_items(actor=None, gathering=found, picks=issues[:1])
    actions.cancel(actor=None, gathering=found, reason="The hall is flooded.")

    assert len(picking.picks(("places.area", host().pk))) == 2


def test_proposals_offer_the_most_supported_and_the_most_discussed_of_the_forum(ada, ben):
    here = proposals.activity()
    _quiet, loved, talked = (
        proposals.proposal(ada, host=here, title=f"{word} one of the park") for word in ("Quiet", "Loved", "Talked")
    )
    elsewhere = proposals.proposal(ben, title="Of another forum, much loved")
    type(loved).objects.filter(pk__in=(loved.pk, elsewhere.pk)).update(supports=40)
    type(loved).objects.filter(pk=talked.pk).update(post_count=9)

    found = picking.picks(("forums.forum", loved.forum_id))

    assert [(pick.id, pick.why) for pick in found] == [
        (loved.pk, "40 supports, 0 posts"), (talked.pk, "0 supports, 9 posts"),
    ]  # fmt: skip


def test_the_agenda_is_put_in_order_and_timed_in_the_browser(assembly, dov):
    found = gathering(starts_at=EVENING)
    one, two = (actions.add_item(actor=None, gathering=found, title=title) for title in ("One", "Two"))

    client_as(dov).post(
        f"/meetings/{found.pk}/agenda/",
        {f"place_{one.pk}": "2", f"minutes_{one.pk}": "10", f"place_{two.pk}": "1", f"minutes_{two.pk}": "30"},
    )

    assert list(found.items.values_list("title", "minutes")) == [("Two", 30), ("One", 10)]


def test_an_order_of_another_agenda_is_refused(ada):
    found = gathering(starts_at=EVENING)
    one = actions.add_item(actor=None, gathering=found, title="One")
    actions.add_item(actor=None, gathering=found, title="Added meanwhile")

    with pytest.raises(StateConflict):
        actions.time_items(actor=ada, gathering=found, order=[one.pk], minutes={})


def test_what_came_of_each_item_is_written_down_once_people_have_met(assembly, dov):
    found = gathering(starts_at=EVENING)
    item = actions.add_item(actor=None, gathering=found, title="Buses")
    with pytest.raises(Refused, match="nothing to write up"):
        actions.settle_item(actor=dov, item=item, outcome="Too early")
    actions.publish(actor=None, gathering=found)
    actions.start(actor=None, gathering=found)

    client_as(dov).post(f"/meetings/{found.pk}/outcomes/", {f"outcome_{item.pk}": "We write to the operator."})

    item.refresh_from_db()
    assert item.outcome == "We write to the operator."


def test_others_than_those_who_run_it_touch_no_agenda(assembly, ben):
    found = gathering(starts_at=EVENING)
    browser = client_as(ben)

    assert [
        browser.get(f"/meetings/{found.pk}/{path}/").status_code for path in ("items/pick", "agenda", "outcomes")
    ] == [403] * 3
