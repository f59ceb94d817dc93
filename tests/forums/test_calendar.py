"""A forum's meetings follow its rules, and old meetings keep old rules."""

from datetime import date, time, timedelta

import pytest

from core import clock, today
from core.clock import LONDON
from forums import actions
from forums.frequency import begins, ends, slots
from forums.models import Rules, Sitting
from forums.queries import standing_rules
from forums.states import Unit
from meetings.actions import cancel, publish
from tests.cast import client_as, person
from tests.forums.test_rules import proposed, vote
from tests.scenes import forums as scene

CHRISTMAS = {date(2027, 12, 27), date(2027, 12, 28)}
WEEKLY = {"every": 1, "unit": "weeks", "weekday": 1, "place": "The library"}
MONTHLY = {"every": 1, "unit": "months", "weekday": 2, "nth": 3, "place": "The library"}


def held(rules, first, until, anchor=None, holidays=()):
    return [slot.held for slot in slots(rules, anchor=anchor or first, first=first, until=until, holidays=holidays)]


@pytest.mark.parametrize(
    ("rules", "days"),
    [
        ({"every": 1, "unit": Unit.MONTHS, "weekday": 2, "nth": 3}, ["2027-01-20", "2027-02-17", "2027-03-17"]),
        ({"every": 1, "unit": Unit.MONTHS, "weekday": 4, "nth": 5}, ["2027-01-29", "2027-02-26", "2027-03-26"]),
        ({"every": 2, "unit": Unit.MONTHS, "weekday": 0, "nth": 1}, ["2027-01-04", "2027-03-01"]),
        ({"every": 4, "unit": Unit.WEEKS, "weekday": 3}, ["2027-01-07", "2027-02-04", "2027-03-04"]),
        ({"every": 0}, []),
    ],
)
def test_the_days_of_a_frequency(rules, days):
    found = held(Rules(**rules), date(2027, 1, 1), date(2027, 3, 31))

    assert [day.isoformat() for day in found] == days


def test_fortnights_are_counted_on_from_the_beginning_wherever_one_looks():
    rules = Rules(every=2, unit=Unit.WEEKS, weekday=1)
    anchor = date(2027, 1, 1)

    assert held(rules, date(2027, 2, 1), date(2027, 3, 1), anchor) == [date(2027, 2, 2), date(2027, 2, 16)]


def test_a_holiday_moves_a_meeting_only_where_the_rules_say_so():
    moving = Rules(every=1, unit=Unit.MONTHS, weekday=0, nth=5, skips_holidays=True)
    staying = Rules(every=1, unit=Unit.MONTHS, weekday=0, nth=5, skips_holidays=False)
    first, until = date(2027, 12, 1), date(2027, 12, 31)

    assert held(moving, first, until, holidays=CHRISTMAS) == [date(2027, 12, 29)]
    assert held(staying, first, until, holidays=CHRISTMAS) == [date(2027, 12, 27)]


def test_a_meeting_is_at_the_same_hour_on_both_sides_of_a_clock_change_and_as_long_across_it():
    rules = Rules(every=1, unit=Unit.WEEKS, weekday=6, starts=time(0, 30), minutes=120)
    saturday, sunday = date(2027, 3, 27), date(2027, 3, 28)

    assert begins(rules, saturday).astimezone(LONDON).time() == begins(rules, sunday).astimezone(LONDON).time()
    assert ends(rules, sunday) - begins(rules, sunday) == timedelta(minutes=120)
    assert ends(rules, sunday).astimezone(LONDON).time() == time(3, 30)


@pytest.fixture
def members(db):
    return [person(f"Member {n}", level=3).user for n in range(2)]


@pytest.fixture
def forum(facilitator, members):
    return scene.forum(facilitator=facilitator, members=members, title="Buses and Clean Air", code="BUS")


def changed(forum, members, **charter):
    """The members carry a change; gives the moment after it."""
    change = vote(proposed(members[0], forum, **charter), [(one, "yes") for one in members])
    return change.decided_at + timedelta(minutes=1)


def coming(forum):
    rows = Sitting.objects.filter(forum=forum).select_related("gathering").order_by("gathering__starts_at")
    return [one for one in rows if one.gathering.state != "cancelled"]


def test_new_rules_plan_the_meetings_ahead_and_a_second_night_adds_none(forum, members):
    after = changed(forum, members, **MONTHLY)

    with clock.at(after):
        again = actions.plan_calendars()
        found = coming(forum)

        assert again == 0
        assert 2 <= len(found) <= 4
        assert {one.gathering.starts_at.astimezone(LONDON).time() for one in found} == {time(18, 30)}
        assert all(one.day >= today() + timedelta(days=6) for one in found)


def test_each_night_the_calendar_grows_by_what_has_come_near(forum, members):
    after = changed(forum, members, **MONTHLY)
    before = len(coming(forum))

    with clock.at(after + timedelta(days=31)):
        actions.plan_calendars()
        actions.plan_calendars()

    assert len(coming(forum)) == before + 1


def test_a_changed_frequency_moves_what_is_not_published_and_leaves_what_is(forum, members):
    with clock.at(changed(forum, members, **MONTHLY)):
        first, *others = coming(forum)
        publish(actor=None, gathering=first.gathering)
        was = {one.gathering_id: one.gathering.starts_at for one in (first, *others)}

        with clock.at(changed(forum, members, **WEEKLY)):
            now_standing = coming(forum)

    kept = next(one for one in now_standing if one.gathering_id == first.gathering_id)
    assert (kept.gathering.starts_at, kept.rules.version) == (was[first.gathering_id], 2)
    moved = [one for one in now_standing if one.gathering_id in was and one != first]
    assert len(moved) == len(others)
    assert all(one.rules.version == 3 and one.gathering.starts_at.weekday() == 1 for one in moved)
    assert all(one.day > first.day for one in now_standing if one != first)
    page = client_as().get(standing_rules(forum).get_absolute_url()).content.decode()
    assert "Meeting of Buses and Clean Air" in page


def test_fewer_meetings_are_cancelled_with_the_reason(forum, members):
    with clock.at(changed(forum, members, **WEEKLY)), clock.at(changed(forum, members, **MONTHLY)):
        gone = Sitting.objects.filter(forum=forum, gathering__state="cancelled").select_related("gathering")
        reasons = {one.gathering.cancelled_because for one in gone}

        monthly = [one for one in coming(forum) if one.rules.version == 3]

        assert len(monthly) <= 4
        assert reasons == {"The members changed how often the forum meets: version 3 of its rules."}


def test_a_meeting_that_people_cancelled_is_not_set_again(forum, members):
    with clock.at(changed(forum, members, **MONTHLY)):
        first = coming(forum)[0]
        cancel(actor=None, gathering=first.gathering, reason="The library is closed.")

        assert actions.plan_meetings(forum=forum) == 0


def test_another_rule_changes_no_day(forum, members):
    with clock.at(changed(forum, members, every=2, unit="weeks", weekday=1)):
        before = [one.gathering.starts_at for one in coming(forum)]

        with clock.at(changed(forum, members, quorum=1)):
            after = [one.gathering.starts_at for one in coming(forum)]

    assert [moment for moment in after if moment <= before[-1]] == before


def test_a_forum_without_fixed_days_has_no_meeting_by_itself(forum):
    assert actions.plan_calendars() == 0
    assert not Sitting.objects.filter(forum=forum).exists()
