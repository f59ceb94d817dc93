"""What somebody's calendar shows after it has read the feed again and again: created, moved, cancelled, across both changes of clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from core import clock
from meetings import actions, queries
from meetings.models import CalendarKey
from tests.cast import client_as
from tests.scenes.meetings import gathering, host

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


class Client:
    """Keeps events as RFC 5545 and 5546 have it: by UID, a later SEQUENCE or stamp takes the place of an earlier one."""

    def __init__(self):
        self.events = {}
        self.zones = set()

    def read(self, body):
        feed = Calendar.from_ical(body)
        self.zones |= {str(zone["tzid"]) for zone in feed.walk("VTIMEZONE")}
        for event in feed.walk("VEVENT"):
            known = self.events.get(str(event["uid"]))
            order = (event["sequence"], event["dtstamp"].dt)
            if known is None or order >= (known["sequence"], known["dtstamp"].dt):
                self.events[str(event["uid"])] = event
            assert event["dtstart"].params["TZID"] in self.zones
        return self

    def shows(self):
        """(title, local wall clock, status), in the order of the days."""
        rows = sorted(self.events.values(), key=lambda event: event["dtstart"].dt)
        return [
            (str(row["summary"]), row["dtstart"].dt.astimezone(LONDON).strftime("%Y-%m-%d %H:%M"), str(row["status"]))
            for row in rows
        ]


def evening(year, month, day, hour=19):
    return datetime(year, month, day, hour, tzinfo=LONDON)


def feeds(found):
    return (f"/meetings/{found.pk}.ics", f"/meetings/places.area/{host().pk}.ics", "/meetings/calendar.ics")


@pytest.mark.parametrize("which", [0, 1, 2])
@pytest.mark.parametrize(
    ("created", "moved"),
    [
        (evening(2026, 10, 22), evening(2026, 10, 29)),  # over the change to winter time
        (evening(2027, 3, 25), evening(2027, 4, 1)),  # over the change to summer time
        (evening(2026, 10, 29), evening(2026, 10, 22)),
    ],
)
def test_create_move_and_cancel_are_right_in_every_feed_across_a_change_of_clocks(client, which, created, moved):
    with clock.at(datetime(2026, 10, 1, 9, tzinfo=UTC)):
        found = gathering("Monthly meeting", starts_at=created, place="Library")
        calendar, seen, address = Client(), [], feeds(found)[which]
        seen += calendar.read(client.get(address).content).shows()
    with clock.at(datetime(2026, 10, 2, 9, tzinfo=UTC)):
        actions.reschedule(actor=None, gathering=found, starts_at=moved, ends_at=moved + timedelta(hours=2))
        seen += calendar.read(client.get(address).content).shows()
    with clock.at(datetime(2026, 10, 3, 9, tzinfo=UTC)):
        actions.cancel(actor=None, gathering=found, reason="The hall is flooded.")
        seen += calendar.read(client.get(address).content).shows()

    assert seen == [
        ("Monthly meeting", created.strftime("%Y-%m-%d 19:00"), "TENTATIVE"),
        ("Monthly meeting", moved.strftime("%Y-%m-%d 19:00"), "TENTATIVE"),
        ("Monthly meeting", moved.strftime("%Y-%m-%d 19:00"), "CANCELLED"),
    ]
    assert [event["sequence"] for event in calendar.events.values()] == [2]


def test_an_older_copy_of_the_feed_that_comes_late_changes_nothing(client):
    found = gathering(starts_at=evening(2027, 3, 25))
    old = client.get(f"/meetings/{found.pk}.ics").content
    actions.reschedule(actor=None, gathering=found, starts_at=evening(2027, 4, 1), ends_at=evening(2027, 4, 1, 21))

    calendar = Client().read(client.get(f"/meetings/{found.pk}.ics").content).read(old)

    assert calendar.shows()[0][1] == "2027-04-01 19:00"


def registered(user, title="Mine", **fields):
    found = gathering(title, **fields)
    actions.offer_places(actor=None, gathering=found, size=None)
    actions.register(actor=user, gathering=found)
    return found


def test_ones_own_feed_has_what_one_registered_for_and_follows_it(client, ada):
    found = registered(ada, starts_at=evening(2027, 3, 25), online_url="https://meet.example.org/x", mode="online")
    gathering("Not mine")
    token = actions.renew_calendar_key(actor=ada).token
    calendar = Client().read(client.get(f"/meetings/mine/{token}.ics").content)
    actions.cancel(actor=None, gathering=found, reason="The hall is flooded.")

    answer = client.get(f"/meetings/mine/{token}.ics")

    assert calendar.read(answer.content).shows() == [("Mine", "2027-03-25 19:00", "CANCELLED")]
    assert answer["Cache-Control"] == "private, no-store"
    assert b"meet.example.org" not in answer.content


def test_what_one_cancelled_oneself_is_in_ones_feed_no_more(ada):
    found = registered(ada)
    token = actions.renew_calendar_key(actor=ada).token
    actions.cancel_registration(actor=ada, registration=queries.own_registration(ada, found))

    assert queries.gatherings_of_token(token) == []


def test_a_renewed_address_closes_the_old_one_and_a_guess_opens_nothing(client, ada):
    browser = client_as(ada)
    browser.post("/meetings/mine/key/")
    old = CalendarKey.objects.get().token
    browser.post("/meetings/mine/key/")

    new = CalendarKey.objects.get().token

    assert [client.get(f"/meetings/mine/{token}.ics").status_code for token in (old, new, "guess")] == [404, 200, 404]
    assert new in browser.get("/meetings/mine/").content.decode()
    assert len(new) >= 43


@pytest.mark.parametrize("rows", [1, 3])
def test_my_meetings_cost_the_same_for_any_number(ada, django_assert_num_queries, rows):
    for number in range(rows):
        registered(ada, f"Meeting {number}")
    browser = client_as(ada)
    browser.get("/meetings/mine/")

    with django_assert_num_queries(4):
        text = browser.get("/meetings/mine/").content.decode()

    assert text.count("<h2><a") == rows
