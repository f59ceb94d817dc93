"""Overdue is public from the first day, and said once."""

from datetime import timedelta

import pytest

from committees import actions
from committees.models import Recommendation
from committees.queries import owner_keys, waiting_for
from committees.queries.overviews import body_page
from committees.queries.owed import owed
from committees.tasks import flag_overdue
from core.clock import at
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.models import Notice
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


def told(name):
    return Entry.objects.filter(event=f"committees.{name}").count()


def day_after(day, story):
    return at(story.began + timedelta(days=(day - story.began.date()).days + 1))


def test_an_answer_is_owed_until_its_day_and_late_from_the_next():
    story = scenes.issued()
    due = Recommendation.objects.get().answer_due

    with at(story.began + timedelta(days=(due - story.began.date()).days)):
        on_the_day = (owed()[0].days_late, flag_overdue())
    with day_after(due, story):
        a_day_later = (owed()[0].days_late, flag_overdue(), flag_overdue())

    assert (on_the_day, a_day_later, told("AnswerOverdue")) == ((0, 0), (1, 1, 0), 1)


def test_a_promise_is_late_again_when_its_new_day_is_missed_too():
    story = scenes.answered()
    with day_after(story.commitment.due, story):
        flag_overdue()
        later = story.commitment.due + timedelta(days=30)
        commitment = type(story.commitment).objects.select_related("portfolio", "recommendation").get()
        actions.report_progress(actor=story.holder, commitment=commitment, state="at_risk", text="Later.", due=later)
        flag_overdue()
    with day_after(later, story):
        flag_overdue()

    assert told("CommitmentOverdue") == 2


def test_a_body_shows_what_it_is_owed_and_how_late():
    story = scenes.issued()
    with story.on(71 + 80):
        shown = body_page(story.body)

    assert [(row.owed.reference, row.owed.is_late) for row in shown.owed] == [(f"{story.body.code}-R-1", True)]
    assert (shown.late, shown.vacant) == (1, 1)


def test_everybody_concerned_hears_of_an_overdue_answer_in_their_own_words():
    story = scenes.issued()
    deliver_all()
    with story.on(71 + 80):
        flag_overdue()
        deliver_all()

    heard = dict(Notice.objects.filter(event="committees.AnswerOverdue").values_list("user_id", "audience"))
    assert {
        name: heard.get(getattr(story, name).pk) for name in ("holder", "chair", "clerk", "member", "supporter")
    } == {
        "holder": "holder",
        "chair": "chair",
        "clerk": "clerks",
        "member": "members",
        "supporter": "supporters",
    }


def test_each_desk_knows_what_waits_for_it():
    story = scenes.acknowledged()
    with story.on(45):
        assert f"clerk:{story.body.pk}" in owner_keys(story.clerk)
        assert owner_keys(story.chair) == [f"committee:{story.body.pk}"]
        assert owner_keys(story.holder) == [f"portfolio:{story.portfolio.pk}"]
        assert owner_keys(story.member) == []
        assert [step.kind for step in waiting_for(story.chair)] == ["referral"]
