"""Each month is published as it was counted, and a recount from the rows agrees."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command

from core import clock, now
from core.verdicts import yes
from forums.actions import reply, submit_reply
from moderation.actions import (
    appeal,
    block_person,
    decide,
    decide_appeal,
    escalate,
    flag,
    freeze_months,
    recount_months,
    take,
)
from moderation.models import HoldRule, MonthReport, Reason
from moderation.queries.months import FIGURES, count_month
from tests.cast import client_as, person

MAY = datetime(2031, 5, 10, 10, tzinfo=UTC)
JUNE = datetime(2031, 6, 2, 10, tzinfo=UTC)


@pytest.fixture
def may(forum, ada, ben, dov, facilitator):
    """Two reports, one hidden within six hours and one kept, one appeal that succeeds, one that waited, one block."""
    from tests.scenes import forums as scene

    why, key = Reason.objects.get(code="advertising"), f"forum:{forum.pk}"
    with clock.at(MAY):
        thread = scene.thread(forum, by=ada)
        first, second = (reply(actor=ben, thread=thread, body=f"Buy {n}") for n in range(2))
        for subject in (first, second):
            flag(actor=ada, subject=subject, reason=why, host_key=key)
        rule = HoldRule.objects.create(kind="place", why="Agreed.", since=now())
        submit_reply(actor=ben, thread=thread, said={"body": "I wait."})
        rule.delete()
        block_person(actor=dov, person=person("Sel"), reason=why, statement="Forty times.")
    with clock.at(MAY + timedelta(hours=6)):
        for subject, outcome in ((first, "hide"), (second, "keep")):
            take(actor=facilitator, subject=subject, verdict=yes())
            made = decide(
                actor=facilitator,
                subject=subject,
                outcome=outcome,
                reason=why,
                statement="So.",
                host_key=key,
                verdict=yes(),
            )
            if outcome == "hide":
                asked = appeal(actor=ben, decision=made, subject=subject, text="It was a joke of mine.")
        take(actor=dov, subject=first, verdict=yes())
        decide_appeal(actor=dov, appeal=asked, subject=first, outcome="restore", statement="Yes.", verdict=yes())
    return forum


def test_a_month_counts_what_happened_in_it(may):
    with clock.at(JUNE):
        found = count_month(date(2031, 5, 1))

    assert {name: found[name] for name in FIGURES} == {
        "received": 2,
        "decided": 2,
        "removed": 1,
        "kept": 1,
        "restored": 0,
        "late": 0,
        "appealed": 1,
        "overturned": 1,
        "held": 1,
        "released": 0,
        "refused": 0,
        "automatic": 0,
        "blocks": 1,
        "escalated": 0,
    }
    assert found["median_hours"] == 6.0
    assert found["reasons"] == {"advertising": 1}
    assert found["places"] == {f"forum:{may.pk}": 2}
    assert found["roles"] == {"place": 2}


def test_a_month_is_published_once_it_is_over_and_a_recount_agrees(may):
    with clock.at(MAY + timedelta(days=1)):
        assert freeze_months() == 0
    with clock.at(JUNE):
        assert (freeze_months(), freeze_months()) == (1, 0)

        call_command("recount_moderation")

        assert MonthReport.objects.get().figures == count_month(date(2031, 5, 1))


def test_a_recount_finds_what_was_changed(may):
    with clock.at(JUNE):
        freeze_months()
        report = MonthReport.objects.get()
        MonthReport.objects.update(figures=report.figures | {"removed": 7})

        assert [line for line in recount_months() if "removed was published as 7" in line]
        with pytest.raises(CommandError):
            call_command("recount_moderation")


def test_everybody_sees_the_months_and_takes_them_away(may):
    with clock.at(JUNE):
        freeze_months()
        page = client_as().get("/moderation/figures/").content.decode()
        rows = list(csv.DictReader(io.StringIO(client_as().get("/moderation/figures.csv").content.decode())))
        data = client_as().get("/moderation/figures.json").json()["months"]

    assert "May 2031" in page
    assert "so far" in page
    assert may.title in page
    assert [(row["month"], row["state"], row["overturned"]) for row in rows] == [
        ("2031-06", "so far", "0"),
        ("2031-05", "final", "1"),
    ]
    assert [(one["month"], one["removed"]) for one in data] == [("2031-06", 0), ("2031-05", 1)]


def test_what_was_handed_on_as_possibly_unlawful_is_counted_and_recounted(may, ada, ben, facilitator):
    from tests.scenes import forums as scene

    with clock.at(MAY + timedelta(days=2)):
        post = reply(actor=ben, thread=scene.thread(may, by=ada), body="I know where you live.")
        take(actor=facilitator, subject=post, verdict=yes())
        threat = {"statement": "A threat.", "host_key": f"forum:{may.pk}", "verdict": yes()}
        escalate(actor=facilitator, subject=post, **threat)
    with clock.at(JUNE):
        freeze_months()
        report = MonthReport.objects.get()

        assert (report.figures["escalated"], recount_months()) == (1, [])
        MonthReport.objects.update(figures=report.figures | {"escalated": 0})
        assert [line for line in recount_months() if "escalated was published as 0, the rows say 1" in line]


def test_a_month_published_before_a_figure_was_counted_stands_as_it_was(may):
    with clock.at(JUNE):
        freeze_months()
        report = MonthReport.objects.get()
        MonthReport.objects.update(figures={name: n for name, n in report.figures.items() if name != "escalated"})

        assert recount_months() == []
        assert client_as().get("/moderation/figures/").status_code == 200
        row = list(csv.DictReader(io.StringIO(client_as().get("/moderation/figures.csv").content.decode())))[1]
        assert (row["month"], row["escalated"]) == ("2031-05", "")
