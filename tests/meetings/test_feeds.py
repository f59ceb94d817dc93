"""Feeds are read back as a calendar would read them."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from core import clock
from meetings import actions
from meetings.feeds import calendar
from meetings.states import State
from tests.scenes.meetings import gathering

pytestmark = pytest.mark.django_db


def read(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(answer.content)


def events(feed):
    return list(feed.walk("VEVENT"))


def test_a_gathering_is_read_back_as_it_was_set(client):
    found = gathering(
        "Buses, trams; and feet", starts_at=datetime(2026, 12, 1, 19, tzinfo=UTC), place="Library, room 2"
    )

    event = events(read(client, f"/meetings/{found.pk}.ics"))[0]

    assert (str(event["summary"]), str(event["location"]), str(event["uid"])) == (
        "Buses, trams; and feet", "Library, room 2", found.uid,
    )  # fmt: skip
    assert (event["dtstart"].dt, event["dtend"].dt) == (found.starts_at, found.ends_at)
    assert (str(event["url"]), str(event["status"]), event["sequence"]) == (
        f"http://testserver/meetings/{found.pk}/", "TENTATIVE", 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "hour"),
    [
        (datetime(2026, 10, 24, 18, tzinfo=UTC), 19),  # the evening before the clocks go back
        (datetime(2026, 10, 25, 18, tzinfo=UTC), 18),  # the evening after
        (datetime(2027, 3, 27, 18, tzinfo=UTC), 18),
        (datetime(2027, 3, 28, 18, tzinfo=UTC), 19),
    ],
)
def test_london_time_holds_across_the_change_of_clocks(client, moment, hour):
    with clock.at(datetime(2026, 10, 1, tzinfo=UTC)):
        found = gathering(starts_at=moment)

        feed = read(client, f"/meetings/{found.pk}.ics")

    event = events(feed)[0]
    assert (event["dtstart"].params["TZID"], event["dtstart"].dt.hour, event["dtstart"].dt) == (
        "Europe/London",
        hour,
        moment,
    )
    assert [str(zone["tzid"]) for zone in feed.walk("VTIMEZONE")] == ["Europe/London"]


def test_a_move_keeps_the_uid_and_raises_the_sequence(client, ada):
    found = gathering()
    before = events(read(client, f"/meetings/{found.pk}.ics"))[0]
    later = found.starts_at + timedelta(days=7)
    actions.reschedule(actor=ada, gathering=found, starts_at=later, ends_at=later + timedelta(hours=1))

    after = events(read(client, f"/meetings/{found.pk}.ics"))[0]

    assert (str(after["uid"]), after["sequence"], after["dtstart"].dt) == (str(before["uid"]), 1, later)


def test_a_cancelled_gathering_stays_in_the_feed_as_cancelled(client, ada):
    found = gathering()
    actions.cancel(actor=ada, gathering=found, reason="The hall is flooded.")

    event = events(read(client, f"/meetings/{found.pk}.ics"))[0]

    assert (str(event["status"]), event["sequence"]) == ("CANCELLED", 1)
    assert "The hall is flooded." in str(event["description"])


def test_the_link_to_join_is_never_in_a_feed(client):
    found = gathering(online_url="https://meet.example.org/secret")

    assert b"meet.example.org" not in client.get(f"/meetings/{found.pk}.ics").content


def test_a_hosts_feed_holds_its_gatherings_of_the_last_months_and_all_to_come(client):
    now = clock.now()
    for days in (-200, -30, 30, 400):
        gathering(f"In {days} days", starts_at=now + timedelta(days=days))

    feed = read(client, f"/meetings/places.area/{gathering(state=State.PUBLISHED).host_id}.ics")

    assert {str(event["summary"]) for event in events(feed)} == {
        "In -30 days",
        "In 30 days",
        "In 400 days",
        "Monthly meeting",
    }
    assert len(feed.walk("VTIMEZONE")) == 1


def test_a_feed_that_has_not_changed_is_not_sent_again(client):
    found = gathering()
    tag = client.get(f"/meetings/{found.pk}.ics")["ETag"]

    assert client.get(f"/meetings/{found.pk}.ics", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("path", ["/meetings/999.ics", "/meetings/places.area/999.ics", "/meetings/nothing/1.ics"])
def test_what_is_not_there_has_no_feed(client, path):
    assert client.get(path).status_code == 404


def test_a_name_with_commas_and_lines_stays_one_line_of_the_feed():
    body = calendar([], name="Parks, paths\r\nATTENDEE:mailto:a@example.org", address=str)

    assert b"X-WR-CALNAME:Parks\\, paths\\nATTENDEE" in body
    assert b"\r\nATTENDEE" not in body
