"""The line of a record: seven stops, all that came before and all that came after."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from chain import actions, queries
from chain.models import Step
from chain.states import Station
from core import clock
from tests.scenes.chain import record, step, whole_line

pytestmark = pytest.mark.django_db

JUNE = datetime(2026, 6, 18, 10, tzinfo=UTC)
KIND = "meetings.gathering"


@pytest.fixture(autouse=True)
def _june():
    with clock.at(JUNE):
        yield


def states(line):
    return [stop.state for stop in line]


def notes(line):
    return [stop.note for stop in line]


def test_what_has_not_set_out_has_seven_blank_stops():
    gathering = record()

    line = queries.line_for(gathering)

    assert [(stop.station, stop.label, stop.state) for stop in line] == [
        ("proposed", "Proposed", ""),
        ("supported", "Supported", ""),
        ("adopted", "Adopted", ""),
        ("committee", "Before the committee", ""),
        ("answer", "Answer", ""),
        ("promise", "Promise", ""),
        ("delivered", "Delivered", ""),
    ]


@pytest.mark.parametrize("place", range(7))
def test_from_any_of_its_records_the_whole_line_is_seen(place):
    steps = whole_line()

    line = queries.lines_for(KIND, [steps[place].subject_id])[steps[place].subject_id]

    assert states(line) == ["passed"] * 6 + ["here"]
    assert [stop.url for stop in line] == [found.address for found in steps]


def test_a_closed_station_says_when():
    with clock.at(datetime(2025, 1, 14, 9, tzinfo=UTC)):
        whole_line()
    first = Step.objects.order_by("pk")[0]

    assert notes(queries.lines_for(KIND, [first.subject_id])[first.subject_id])[0] == "14 January 2025"


@pytest.mark.parametrize(
    ("fields", "state", "note"),
    [
        ({"due": date(2026, 6, 19)}, "owed", "owed by the facilitators by 19 June"),
        ({"due": date(2026, 6, 18)}, "owed", "owed by the facilitators by 18 June"),
        ({"due": date(2026, 6, 17)}, "late", "1 day late, owed by the facilitators since 17 June"),
        ({"due": date(2026, 6, 9)}, "late", "9 days late, owed by the facilitators since 9 June"),
        ({}, "here", "with the facilitators since 18 June"),
        ({"note": "adopted by 34 to 3"}, "here", "adopted by 34 to 3"),
        ({"owner_key": "people", "due": date(2026, 6, 1)}, "here", "open until 1 June"),
        ({"owner_key": "people"}, "here", "since 18 June"),
    ],
)
def test_an_open_station_says_who_owes_it_and_until_when(fields, state, note):
    found = step(**fields)

    stop = queries.lines_for(KIND, [found.subject_id])[found.subject_id][0]

    assert (stop.state, stop.note) == (state, note)


def test_a_refusal_and_a_return_say_when():
    refused, returned = step(), step()
    step(parents=[returned], station=Station.SUPPORTED)

    actions.refuse_step(step=refused, reason="Not ours.")
    actions.return_step(step=returned, note="again, please")

    lines = queries.lines_for(KIND, [refused.subject_id, returned.subject_id])
    assert [lines[found.subject_id][0].note for found in (refused, returned)] == [
        "refused on 18 June",
        "sent back on 18 June",
    ]
    assert [lines[found.subject_id][0].state for found in (refused, returned)] == ["refused", "refused"]


def test_of_several_steps_at_a_station_the_one_that_matters_most_speaks():
    parent = step()
    late, owed, here = (step(parents=[parent], station=Station.COMMITTEE, **fields) for fields in (
        {"due": date(2026, 6, 1)}, {"due": date(2026, 7, 1)}, {},
    ))  # fmt: skip
    found = []

    for closing in (late, owed, here):
        found.append(queries.lines_for(KIND, [parent.subject_id])[parent.subject_id][3].state)
        actions.refuse_step(step=closing, reason="No.")
    found.append(queries.lines_for(KIND, [parent.subject_id])[parent.subject_id][3].state)

    assert found == ["late", "owed", "here", "refused"]


def test_a_station_where_some_were_refused_says_how_many():
    parent = step()
    yes, no = (step(parents=[parent], station=Station.ANSWER) for _ in range(2))
    step(parents=[yes], station=Station.PROMISE)
    actions.close_step(step=yes)
    actions.refuse_step(step=no, reason="No money.")

    line = queries.lines_for(KIND, [parent.subject_id])[parent.subject_id]

    assert (line[4].state, line[4].note, line[5].state) == ("refused", "1 of 2 refused", "here")


def test_a_delivery_that_was_sent_back_and_then_done_has_passed():
    promise = step(station=Station.PROMISE)
    first = step(parents=[promise], station=Station.DELIVERED)
    dispute = step(parents=[first], station=Station.COMMITTEE)
    actions.return_step(step=first, note="not delivered")
    with clock.at(datetime(2026, 7, 1, tzinfo=UTC)):
        second = step(parents=[dispute], station=Station.DELIVERED)
        actions.close_step(step=dispute)
        actions.close_step(step=second)

        line = queries.lines_for(KIND, [promise.subject_id])[promise.subject_id]

    assert (line[6].state, line[6].note) == ("passed", "1 July")


def test_another_proposal_of_the_same_output_is_not_on_my_line():
    mine, other = step(due=date(2026, 7, 1)), step(due=date(2026, 6, 1))
    output = step(parents=[mine, other], station=Station.ADOPTED)

    lines = queries.lines_for(KIND, [mine.subject_id, output.subject_id])

    assert states(lines[mine.subject_id]) == ["owed", "", "here", "", "", "", ""]
    assert states(lines[output.subject_id]) == ["late", "", "here", "", "", "", ""]


@pytest.mark.parametrize("rows", [1, 3, 40])
def test_the_lines_of_any_number_of_records_cost_one_query(rows, django_assert_num_queries):
    ids = [whole_line()[n % 7].subject_id for n in range(rows)]

    with django_assert_num_queries(1):
        lines = queries.lines_for(KIND, ids)

    assert {tuple(states(line)) for line in lines.values()} == {("passed",) * 6 + ("here",)}


def test_no_records_cost_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert queries.lines_for(KIND, []) == {}


def test_steps_at_hand_make_the_same_line_without_a_query(django_assert_num_queries):
    parent = step(due=date(2026, 6, 1))
    for fields in (
        {"due": date(2026, 6, 3)},
        {"due": date(2026, 6, 2)},
        {"due": date(2026, 8, 1)},
        {},
        {"owner_key": "people"},
    ):
        step(parents=[parent], station=Station.COMMITTEE, **fields)
    for number in range(3):
        actions.refuse_step(step=step(parents=[parent], station=Station.ANSWER), reason=f"No {number}.")
    last = step(parents=[parent], station=Station.DELIVERED)
    actions.close_step(step=last)
    steps = list(Step.objects.all())

    with django_assert_num_queries(0):
        line = queries.line_of_steps(steps)

    assert line == queries.lines_for(KIND, [parent.subject_id])[parent.subject_id]


def test_a_stop_leads_on_in_the_language_of_the_page():
    found = step(address="/proposals/p-7/")

    with translation.override("en-xa"):
        stop = queries.lines_for(KIND, [found.subject_id])[found.subject_id][0]

    assert stop.url == "/en-xa/proposals/p-7/"


def test_a_family_is_given_from_the_first_to_the_last(django_assert_num_queries):
    steps = whole_line()

    with django_assert_num_queries(2):
        found = queries.family(steps[3])

    assert (found.ancestors, found.descendants) == (steps[:3], steps[4:])


def test_from_a_delivered_promise_one_walks_to_the_first_sentence_and_back():
    steps = whole_line()

    up, down = [steps[-1]], [steps[0]]
    while above := queries.parents(up[-1]):
        up += above
    while below := queries.children(down[-1]):
        down += below

    assert (up, down) == (steps[::-1], steps)


def test_overdue_is_what_somebody_owes_since_before_today():
    late = step(due=date(2026, 6, 17))
    later = step(due=date(2026, 6, 1))
    step(due=date(2026, 6, 18)), step(), step(owner_key="people", due=date(2026, 1, 1))
    actions.refuse_step(step=step(due=date(2026, 1, 1)), reason="No.")

    assert list(queries.overdue()) == [later, late]


def test_what_owners_owe_is_ordered_by_date_with_the_undated_last():
    undated, late, soon = step(), step(due=date(2026, 6, 1)), step(due=date(2026, 6, 30), owner_key="clerk:4")
    step(owner_key="clerk:5")

    assert list(queries.owed_by(["forum:3", "clerk:4"])) == [late, soon, undated]


def test_each_station_is_counted_by_state(django_assert_num_queries):
    steps = whole_line()
    step(due=date(2026, 6, 1)), step(due=date(2026, 8, 1))
    actions.refuse_step(step=step(), reason="No.")

    with django_assert_num_queries(1):
        found = queries.counts()

    proposed, delivered = found[Station.PROPOSED], found[Station.DELIVERED]
    assert (proposed.open, proposed.late, proposed.done, proposed.refused, proposed.returned) == (2, 1, 1, 1, 0)
    assert (delivered.open, delivered.done, len(found), len(steps)) == (1, 0, 7, 7)


def test_the_step_of_a_record_is_found_by_its_kind():
    gathering = record()
    first, second = step(gathering, "referral"), step(gathering, "dispute")

    assert (queries.step_of(gathering, "referral"), queries.step_of(gathering, "dispute")) == (first, second)
    assert queries.steps_of((KIND, gathering.pk)) == [first, second]
