"""Deadlines are set, met, moved by hand with a reason, and moved by a proclaimed day."""

from datetime import UTC, date, datetime

import pytest

from clocks import actions, queries
from clocks.models import Deadline, Holiday, Override, Rule
from core import clock
from core.verdicts import Refused
from ledger.models import Entry
from tests.scenes.chain import record, step

pytestmark = pytest.mark.django_db

RULES = {
    "proposals.remit_check": ("working_days", 3),
    "proposals.challenge": ("working_days", 5),
    "proposals.adoption": ("working_days", 20),
    "forums.act": ("working_days", 3),
    "outputs.comment": ("days", 7),
    "outputs.refer": ("working_days", 10),
    "committees.acknowledge": ("working_days", 3),
    "committees.triage": ("working_days", 10),
    "committees.agenda": ("clear_days_before", 5),
    "committees.answer.scrutiny": ("months_beginning_with", 2),
    "committees.answer.local": ("working_days", 30),
    "committees.dispute": ("working_days", 10),
    "committees.judge": ("working_days", 15),
    "committees.key_decision": ("plain_clear_days_before", 28),
    "moderation.decide": ("working_days", 3),
    "moderation.appeal": ("working_days", 10),
}


@pytest.fixture(autouse=True)
def _june():
    with clock.at(datetime(2026, 6, 1, 10, tzinfo=UTC)):
        yield


def test_every_clock_of_the_house_is_there_from_the_start():
    found = {rule.key: (rule.counting, rule.amount) for rule in queries.rules_in_force()}

    assert {key: found.get(key) for key in RULES} == RULES


@pytest.mark.parametrize(
    ("rule", "start", "due", "explanation"),
    [
        (
            "proposals.remit_check",
            date(2026, 6, 1),
            date(2026, 6, 4),
            "3 working days after Monday 1 June 2026 end on Thursday 4 June 2026. The rule: local rule.",
        ),
        (
            "committees.acknowledge",
            date(2026, 5, 21),
            date(2026, 5, 27),
            "3 working days after Thursday 21 May 2026 end on Wednesday 27 May 2026. Saturdays and Sundays are not counted. "
            "This day is not counted: Monday 25 May 2026 (Spring bank holiday). The rule: local rule.",
        ),
        (
            "committees.agenda",
            date(2026, 4, 9),
            date(2026, 3, 26),
            "For 5 clear days before Thursday 9 April 2026, the last day is Thursday 26 March 2026; neither of the two is counted. "
            "Saturdays and Sundays are not counted. "
            "These days are not counted: Thursday 2 April 2026 (Easter break), Friday 3 April 2026 (Good Friday), "
            "Monday 6 April 2026 (Easter Monday), Tuesday 7 April 2026 (Easter break). "
            "The rule: Local Government Act 1972, sections 100A(6), 100B(3) and 243.",
        ),
        (
            "committees.answer.scrutiny",
            date(2026, 3, 10),
            date(2026, 5, 9),
            "2 months beginning with Tuesday 10 March 2026 end on Saturday 9 May 2026. "
            "Every day is counted: weekends and bank holidays move nothing. The rule: Local Government Act 2000, section 9FE.",
        ),
        (
            "committees.key_decision",
            date(2026, 6, 16),
            date(2026, 5, 18),
            "For 28 clear days before Tuesday 16 June 2026, the last day is Monday 18 May 2026; neither of the two is counted. "
            "Every day is counted: weekends and bank holidays move nothing. The rule: SI 2012/2089, regulation 9.",
        ),
        (
            "outputs.comment",
            date(2026, 6, 1),
            date(2026, 6, 8),
            "7 days after Monday 1 June 2026 is Monday 8 June 2026. "
            "Every day is counted: weekends and bank holidays move nothing. The rule: local rule.",
        ),
    ],
)
def test_a_deadline_has_a_date_and_says_in_words_how_it_comes_about(rule, start, due, explanation):
    deadline = actions.set_deadline(subject=record(), rule=rule, start=start)

    assert (deadline.due, deadline.computed, deadline.explanation) == (due, due, explanation)


def test_under_section_243_saturdays_are_counted():
    Rule.objects.create(
        key="committees.agenda", version=2, title="Agenda", counting="clear_days_before", amount=5, profile="s243",
        valid_from=date(2026, 1, 1),
    )  # fmt: skip

    deadline = actions.set_deadline(subject=record(), rule="committees.agenda", start=date(2026, 5, 20))

    assert deadline.due == date(2026, 5, 13)
    assert "Sundays are not counted; Saturdays are." in deadline.explanation


def test_the_same_clock_started_again_runs_afresh():
    gathering = record()
    first = actions.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 6, 1))
    actions.meet(deadline=first)

    again = actions.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 6, 8))

    assert (again.pk, again.due, again.met_at) == (first.pk, date(2026, 6, 22), None)


def test_a_newer_version_of_a_rule_moves_no_older_deadline_but_ends_its_clock_when_it_starts():
    gathering, other = record(), record()
    first = actions.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 6, 1))
    untouched = actions.set_deadline(subject=other, rule="committees.triage", start=date(2026, 6, 1))
    Rule.objects.create(
        key="committees.triage",
        version=2,
        title="Triage",
        counting="working_days",
        amount=5,
        valid_from=date(2026, 6, 1),
    )

    again = actions.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 6, 2))

    first.refresh_from_db()
    untouched.refresh_from_db()
    assert (again.due, first.met_at is not None) == (date(2026, 6, 9), True)
    assert (untouched.due, untouched.met_at) == (date(2026, 6, 15), None)


def test_a_version_that_is_not_in_force_yet_counts_nothing():
    Rule.objects.create(
        key="committees.triage",
        version=2,
        title="Triage",
        counting="working_days",
        amount=5,
        valid_from=date(2026, 6, 2),
    )

    assert queries.rule_in_force("committees.triage").version == 1


def test_an_unknown_rule_is_an_error():
    with pytest.raises(Rule.DoesNotExist):
        actions.set_deadline(subject=record(), rule="committees.lunch", start=date(2026, 6, 1))


def test_a_deadline_is_met_once():
    deadline = actions.set_deadline(subject=record(), rule="committees.triage", start=date(2026, 6, 1))
    actions.meet(deadline=deadline)
    with clock.at(datetime(2026, 6, 9, tzinfo=UTC)):
        actions.meet(deadline=Deadline.objects.get(pk=deadline.pk))

    assert Deadline.objects.get(pk=deadline.pk).met_at == datetime(2026, 6, 1, 10, tzinfo=UTC)


def test_a_person_who_moves_a_deadline_says_why(clerk):
    deadline = actions.set_deadline(subject=record(), rule="committees.triage", start=date(2026, 6, 1))

    with pytest.raises(Refused, match="Say why the date moves"):
        actions.override(actor=clerk, deadline=deadline, becomes=date(2026, 6, 20), reason=" ")
    actions.override(actor=clerk, deadline=deadline, becomes=date(2026, 6, 20), reason="The chair is ill.")

    moved = Override.objects.get()
    deadline.refresh_from_db()
    assert (moved.was, moved.becomes, moved.reason, moved.by) == (
        date(2026, 6, 15), date(2026, 6, 20), "The chair is ill.", clerk,
    )  # fmt: skip
    assert (deadline.due, deadline.computed) == (date(2026, 6, 20), date(2026, 6, 15))
    assert list(Entry.objects.values_list("event", "subject_kind")) == [
        ("clocks.DeadlineOverridden", "meetings.gathering")
    ]


class TestAProclaimedDay:
    DAY = date(2026, 6, 10)

    @pytest.fixture
    def made(self, clerk):
        rules = {
            "committees.triage": date(2026, 6, 1),
            "committees.agenda": date(2026, 6, 15),
            "committees.answer.scrutiny": date(2026, 6, 1),
            "committees.key_decision": date(2026, 7, 20),
            "outputs.comment": date(2026, 6, 5),
            "proposals.remit_check": date(2026, 6, 1),
        }
        made = {rule: actions.set_deadline(subject=record(), rule=rule, start=start) for rule, start in rules.items()}
        made["overridden"] = actions.set_deadline(subject=record(), rule="committees.triage", start=date(2026, 6, 1))
        actions.override(actor=clerk, deadline=made["overridden"], becomes=date(2026, 6, 30), reason="Agreed.")
        made["met"] = actions.set_deadline(subject=record(), rule="committees.triage", start=date(2026, 6, 1))
        actions.meet(deadline=made["met"])
        return made

    def test_moves_what_counts_over_it_and_nothing_else(self, made, clerk):
        actions.add_holiday(actor=clerk, date=self.DAY, name="Day of Mourning")

        due = {name: Deadline.objects.get(pk=deadline.pk).due for name, deadline in made.items()}
        assert due == {
            "committees.triage": date(2026, 6, 16),  # was 15 June
            "committees.agenda": date(2026, 6, 4),  # was 5 June
            "committees.answer.scrutiny": date(2026, 7, 31),
            "committees.key_decision": date(2026, 6, 21),
            "outputs.comment": date(2026, 6, 12),
            "proposals.remit_check": date(2026, 6, 4),  # ends before the day
            "overridden": date(2026, 6, 30),
            "met": date(2026, 6, 15),
        }

    def test_is_on_the_record_with_every_deadline_that_moved(self, made, clerk):
        actions.add_holiday(actor=clerk, date=self.DAY, name="Day of Mourning")

        moved = Entry.objects.filter(event="clocks.DeadlineMoved").order_by("pk")
        assert [(entry.data["was"], entry.data["becomes"], entry.data["holiday"]) for entry in moved] == [
            ("2026-06-15", "2026-06-16", "2026-06-10"),
            ("2026-06-05", "2026-06-04", "2026-06-10"),
        ]
        assert Entry.objects.get(event="clocks.HolidayProclaimed").data["moved"] == 2

    def test_stands_in_the_explanation(self, made, clerk):
        actions.add_holiday(actor=clerk, date=self.DAY, name="Day of Mourning")

        explanation = Deadline.objects.get(pk=made["committees.triage"].pk).explanation
        assert "This day is not counted: Wednesday 10 June 2026 (Day of Mourning)." in explanation

    def test_moves_the_steps_that_wait_for_it(self, clerk):
        from ledger.delivery import deliver_all

        gathering = record()
        deadline = actions.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 6, 1))
        waiting = step(gathering, deadline=deadline)

        actions.add_holiday(actor=clerk, date=self.DAY, name="Day of Mourning")
        deliver_all()

        waiting.refresh_from_db()
        assert waiting.due == date(2026, 6, 16)

    def test_is_added_once(self, clerk):
        actions.add_holiday(actor=clerk, date=self.DAY, name="Day of Mourning")

        with pytest.raises(Refused, match="already in the calendar, as Day of Mourning"):
            actions.add_holiday(actor=clerk, date=self.DAY, name="Again")

        assert Holiday.objects.filter(date=self.DAY).count() == 1


REFUSAL = "Only a clerk or an administrator of the council may add a day on which its offices are closed."


@pytest.mark.parametrize(
    ("who", "reason"),
    [("ada", REFUSAL), ("dov", REFUSAL), ("finn", REFUSAL), ("clerk", ""), ("administrator", "")],
)
def test_who_may_add_a_holiday(request, who, reason):
    from clocks.policies import may_add_holiday

    verdict = may_add_holiday(request.getfixturevalue(who))

    assert (verdict.allowed, verdict.reason) == (reason == "", reason)


def test_how_long_is_left_is_said_in_working_days():
    assert [queries.working_days_until(date(2026, 6, day)) for day in (1, 2, 5, 8)] == [0, 1, 4, 5]
    assert queries.working_days_until(date(2026, 5, 22)) == -5


def test_the_table_of_holidays_is_read_once_a_minute(settings, django_assert_num_queries):
    settings.TEST = False
    queries.read_holidays()

    with django_assert_num_queries(0):
        assert queries.holidays()[date(2026, 12, 25)] == "Christmas Day"
