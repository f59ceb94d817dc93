"""Worked dates of clear days, working days and months. Pure: the table of holidays is read from the file that ships."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from clocks import rules
from core.clock import LONDON

TABLE = Path(rules.__file__).parent / "data" / "holidays.csv"
with TABLE.open(encoding="utf-8", newline="") as lines:
    HOLIDAYS = {date.fromisoformat(line["date"]): line["name"] for line in csv.DictReader(lines)}


@pytest.mark.parametrize(
    ("meeting", "working", "s243", "strict"),
    [
        (date(2026, 5, 20), date(2026, 5, 12), date(2026, 5, 13), date(2026, 5, 12)),
        (date(2026, 4, 9), date(2026, 3, 30), date(2026, 3, 27), date(2026, 3, 26)),
        (date(2026, 5, 27), date(2026, 5, 18), date(2026, 5, 19), date(2026, 5, 18)),
        (date(2026, 1, 8), date(2025, 12, 30), date(2025, 12, 31), date(2025, 12, 30)),
        (date(2026, 9, 2), date(2026, 8, 24), date(2026, 8, 25), date(2026, 8, 24)),
    ],
)
def test_five_clear_days_before_a_meeting_end_on_the_worked_dates(meeting, working, s243, strict):
    found = [rules.publish_by(meeting, 5, profile, HOLIDAYS) for profile in ("working", "s243", "strict")]

    assert found == [working, s243, strict]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 3, 10), date(2026, 5, 9)),
        (date(2026, 3, 1), date(2026, 4, 30)),
        (date(2025, 12, 31), date(2026, 2, 28)),
        (date(2026, 6, 30), date(2026, 8, 29)),
        (date(2027, 12, 31), date(2028, 2, 29)),
        (date(2027, 12, 30), date(2028, 2, 29)),
        (date(2027, 12, 29), date(2028, 2, 28)),
        (date(2025, 12, 29), date(2026, 2, 28)),
        (date(2028, 1, 1), date(2028, 2, 29)),
        (date(2027, 1, 1), date(2027, 2, 28)),
        (date(2026, 11, 1), date(2026, 12, 31)),
    ],
)
def test_two_months_begin_with_the_day_of_receipt(start, end):
    assert rules.months_beginning_with(start, 2) == end


def test_twenty_eight_clear_days_are_days_of_any_kind():
    assert rules.plain_clear_days_before(date(2026, 6, 16), 28) == date(2026, 5, 18)


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (date(2026, 6, 1), 3, date(2026, 6, 4)),  # Monday to Thursday
        (date(2026, 6, 5), 1, date(2026, 6, 8)),  # over a weekend
        (date(2026, 5, 22), 1, date(2026, 5, 26)),  # over the spring bank holiday
        (date(2026, 4, 2), 3, date(2026, 4, 9)),  # over Easter
        (date(2022, 6, 1), 2, date(2022, 6, 7)),  # over the Jubilee
        (date(2026, 6, 6), 1, date(2026, 6, 8)),  # from a Saturday
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(start, n, end):
    assert rules.working_days_after(start, n, HOLIDAYS) == end


def test_papers_after_the_office_has_closed_count_from_the_next_day():
    day = datetime(2026, 5, 12, tzinfo=LONDON)

    found = [
        rules.available_on(day.replace(hour=hour, minute=minute)).day for hour, minute in ((9, 0), (17, 0), (17, 1))
    ]

    assert found == [12, 12, 13]


def test_the_hour_of_publication_is_that_of_london():
    assert rules.available_on(datetime.fromisoformat("2026-07-01T16:30:00+00:00")) == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2024, date(2024, 12, 24), date(2024, 12, 27)),
        (2025, date(2025, 12, 24), date(2025, 12, 29)),
        (2026, date(2026, 12, 24), date(2026, 12, 29)),
        (2021, date(2021, 12, 24), date(2021, 12, 29)),
        (2022, date(2022, 12, 23), date(2022, 12, 28)),
    ],
)
def test_the_christmas_break_runs_from_weekday_to_weekday(year, first, last):
    days = [date(year, 12, 1) + timedelta(days=n) for n in range(45)]

    inside = [day for day in days if rules.in_christmas_break(day, HOLIDAYS)]

    assert (inside[0], inside[-1], len(inside)) == (first, last, (last - first).days + 1)


def test_the_easter_break_runs_from_thursday_to_tuesday():
    days = [date(2026, 3, 25) + timedelta(days=n) for n in range(20)]

    assert [day for day in days if rules.in_easter_break(day)] == [date(2026, 4, n) for n in range(2, 8)]


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2018, (4, 1)),
        (2019, (4, 21)),
        (2020, (4, 12)),
        (2024, (3, 31)),
        (2026, (4, 5)),
        (2030, (4, 21)),
        (2038, (4, 25)),
    ],
)
def test_easter_falls_where_the_calendars_say(year, day):
    assert rules.easter_day(year) == date(year, *day)


@pytest.mark.parametrize(
    "day",
    ["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2021-12-27", "2021-12-28", "2022-12-27",
     "2020-12-28", "2022-01-03", "2023-01-02", "2026-12-28", "2027-12-27", "2027-12-28", "2028-01-03", "2018-03-30"],
)  # fmt: skip
def test_the_calendar_knows_the_days_that_differ_from_the_rule(day):
    assert date.fromisoformat(day) in HOLIDAYS


@pytest.mark.parametrize("day", ["2020-05-04", "2022-05-30", "2026-12-26"])
def test_the_calendar_leaves_out_the_days_that_were_moved(day):
    assert date.fromisoformat(day) not in HOLIDAYS


def test_every_year_has_its_eight_holidays_and_those_proclaimed():
    years = [day.year for day in HOLIDAYS]

    assert {year: years.count(year) for year in range(2018, 2031)} == dict.fromkeys(range(2018, 2031), 8) | {
        2022: 10,
        2023: 9,
    }


def test_a_reminder_comes_at_twenty_eight_fourteen_five_and_one_working_days():
    found = rules.warn_on(date(2026, 6, 30), HOLIDAYS)

    assert found == {date(2026, 5, 20): 28, date(2026, 6, 10): 14, date(2026, 6, 23): 5, date(2026, 6, 29): 1}


DAYS = st.dates(date(2018, 2, 1), date(2030, 11, 30))


@given(day=DAYS, n=st.integers(1, 12), profile=st.sampled_from(["working", "s243", "strict"]))
def test_the_last_day_to_publish_leaves_enough_clear_days_and_the_next_open_day_does_not(day, n, profile):
    last = rules.publish_by(day, n, profile, HOLIDAYS)

    assert rules.clear_days_between(last, day, profile, HOLIDAYS) >= n
    assert rules.counts(last, "working", HOLIDAYS)
    assert rules.clear_days_between(rules.working_days_after(last, 1, HOLIDAYS), day, profile, HOLIDAYS) < n


@given(day=DAYS, n=st.integers(1, 40))
def test_working_days_counted_out_are_counted_back(day, n):
    assert rules.working_days_between(day, rules.working_days_after(day, n, HOLIDAYS), HOLIDAYS) == n


@given(day=DAYS, n=st.integers(1, 10))
def test_the_strict_profile_is_never_later_than_either_reading(day, n):
    strict, working, s243 = (rules.publish_by(day, n, profile, HOLIDAYS) for profile in ("strict", "working", "s243"))

    assert strict <= min(working, s243)
