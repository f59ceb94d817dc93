"""The legal gate: an agenda is out in time and provably so, or it says why not; and nothing on it is dropped."""

from datetime import date, datetime, time, timedelta

import pytest

from chain.queries import step_of
from clocks.actions import add_holiday
from committees import actions
from committees.models import AgendaItem, Meeting
from committees.queries.agendas import digest_of, short_by_now
from committees.queries.pages import meeting_page, published_text
from committees.states import ItemState
from core.clock import LONDON, at, day_of
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from meetings.states import State
from tests import cast
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db

WEDNESDAY = datetime(2026, 5, 20, 18, tzinfo=LONDON)


@pytest.fixture
def clerk():
    with at(datetime(2026, 4, 1, 10, tzinfo=LONDON)):
        yield cast.person("Clara Whitby", roles=("clerk",)).user


@pytest.fixture
def body(clerk):
    return scenes.body(by=clerk, quorum=2)


@pytest.fixture
def meeting(clerk, body):
    """On Wednesday 20 May 2026, for which the agenda is out by Tuesday 12 May."""
    made = called(clerk, body, WEDNESDAY)
    actions.add_agenda_item(actor=clerk, meeting=made, title="Apologies", origin="the clerk")
    return made


def called(clerk, body, starts):
    return actions.schedule_meeting(
        actor=clerk, body=body, starts_at=starts, ends_at=starts + timedelta(hours=2), place="Council House"
    )


@pytest.mark.parametrize(
    ("starts", "last"),
    [
        (date(2026, 5, 20), date(2026, 5, 12)),
        (date(2026, 5, 27), date(2026, 5, 18)),
        (date(2026, 9, 2), date(2026, 8, 24)),
    ],
)
def test_a_meeting_knows_its_last_day_for_the_agenda_from_the_moment_it_is_called(clerk, body, starts, last):
    made = called(clerk, body, datetime(starts.year, starts.month, starts.day, 18, tzinfo=LONDON))

    assert (made.publish_by, made.notice.due) == (last, last)
    assert "Saturdays and Sundays are not counted." in made.notice.explanation


@pytest.mark.parametrize(
    ("moment", "in_time"),
    [
        (datetime(2026, 5, 12, 16, 59, tzinfo=LONDON), True),
        (datetime(2026, 5, 12, 17, 0, tzinfo=LONDON), False),
        (datetime(2026, 5, 13, 9, 0, tzinfo=LONDON), False),
    ],
)
def test_the_agenda_goes_out_by_five_on_the_last_day_or_not_at_all(clerk, meeting, moment, in_time):
    with at(moment):
        try:
            actions.publish_agenda(actor=clerk, meeting=meeting)
        except Refused as refused:
            words = str(refused)
        else:
            words = ""

    assert (meeting.gathering.state == State.PUBLISHED) is in_time
    assert ("by Tuesday 12 May 2026" in words) is not in_time


def test_at_short_notice_the_chairs_reason_is_recorded_and_shown(clerk, meeting):
    with at(datetime(2026, 5, 14, 9, tzinfo=LONDON)):
        actions.publish_agenda(actor=clerk, meeting=meeting, short_notice_reason="The home closes on Friday.")

    kept = Meeting.objects.get()
    assert (kept.short_notice_reason, kept.proof["in_time"]) == ("The home closes on Friday.", False)
    assert Entry.objects.get(event="committees.AgendaPublished").data["short_notice"] is True


def test_a_reason_given_needlessly_is_not_kept(clerk, meeting):
    with at(datetime(2026, 5, 11, 9, tzinfo=LONDON)):
        actions.publish_agenda(actor=clerk, meeting=meeting, short_notice_reason="Just in case.")

    assert Meeting.objects.get().short_notice_reason == ""


def test_the_proof_names_the_moment_the_rule_and_the_digest_of_the_text(clerk, meeting):
    with at(datetime(2026, 5, 11, 9, tzinfo=LONDON)):
        actions.publish_agenda(actor=clerk, meeting=meeting)

    proof = Meeting.objects.get().proof
    assert (proof["at"], proof["last_day"], proof["rule"], proof["profile"]) == (
        "2026-05-11T09:00:00+01:00",
        "2026-05-12",
        "committees.agenda v1",
        "strict",
    )
    assert proof["sha256"] == digest_of(published_text(Meeting.objects.for_page().get()))
    assert "1. Apologies [the clerk]" in proof["text"]


def test_an_empty_agenda_is_not_published(clerk, body):
    made = called(clerk, body, WEDNESDAY)

    with pytest.raises(Refused, match="nothing on the agenda"):
        actions.publish_agenda(actor=clerk, meeting=made)


def test_after_publication_an_item_needs_the_chairs_reason(clerk, meeting):
    actions.publish_agenda(actor=clerk, meeting=meeting)

    with pytest.raises(Refused, match="why this cannot wait"):
        actions.add_agenda_item(actor=clerk, meeting=meeting, title="Flood", origin="the chair")
    late = actions.add_agenda_item(
        actor=clerk, meeting=meeting, title="Flood", origin="the chair", late_reason="The river rose last night."
    )

    assert late.late_reason == "The river rose last night."


def test_a_day_added_to_the_calendar_moves_the_last_day_of_an_open_agenda(clerk, meeting):
    add_holiday(actor=clerk, date=date(2026, 5, 18), name="Day of thanksgiving")
    deliver_all()

    assert Meeting.objects.get().publish_by == date(2026, 5, 11)


def test_and_warns_where_the_agenda_is_out_and_would_now_be_late(clerk, meeting):
    with at(datetime(2026, 5, 12, 9, tzinfo=LONDON)):
        actions.publish_agenda(actor=clerk, meeting=meeting)
        before = short_by_now(meeting)
        add_holiday(actor=clerk, date=date(2026, 5, 18), name="Day of thanksgiving")

        assert (before, short_by_now(Meeting.objects.for_page().get())) == (False, True)


def test_a_meeting_is_not_opened_before_its_day_nor_without_its_agenda(clerk, meeting):
    with pytest.raises(Refused, match="has not been published"):
        actions.start_meeting(actor=clerk, meeting=meeting)
    actions.publish_agenda(actor=clerk, meeting=meeting)

    with pytest.raises(Refused, match="is on 20 May 2026 and cannot be opened before"):
        actions.start_meeting(actor=clerk, meeting=meeting)


def test_a_meeting_ends_only_when_every_item_is_dealt_with():
    story = scenes.in_session()
    with story.on(70, 19):
        with pytest.raises(Refused, match="Still open: 1"):
            actions.end_meeting(actor=story.clerk, meeting=story.meeting)
        actions.conclude_item(
            actor=story.clerk, agenda_item=story.item, outcome="It was decided by the cabinet on Monday."
        )
        actions.end_meeting(actor=story.clerk, meeting=story.meeting)

    assert Meeting.objects.select_related("gathering").get().gathering.state == State.ENDED


def test_an_inquorate_meeting_decides_nothing_but_can_adjourn():
    story = scenes.in_session(present=("chair", "Ravi"))
    with story.on(70, 19):
        draft = scenes.draft(story)
        with pytest.raises(Refused, match="Fewer voting members are there than the 3"):
            actions.vote_recommendation(actor=story.clerk, recommendation=draft, votes={story.seats["chair"].pk: "for"})
        with pytest.raises(Refused, match="Fewer voting members"):
            actions.conclude_item(actor=story.clerk, agenda_item=story.item, outcome="Nothing.")
        later = scenes.meeting(story, day=90)
        there = actions.adjourn_item(actor=story.clerk, agenda_item=story.item, meeting=later)
        actions.end_meeting(actor=story.clerk, meeting=story.meeting)

    draft.refresh_from_db()
    assert (draft.agenda_item, list(there.referrals.all())) == (there, [story.referral])


def test_quorum_is_of_those_who_may_vote_and_not_of_all_who_speak():
    story = scenes.in_session(present=("chair", "Ravi", "worker"))
    with story.on(70, 19):
        speaker = scenes.seated(
            story.body, cast.person("Sol", level=3).user, by=story.clerk, kind="worker", scope="none"
        )
        actions.record_attendance(
            actor=story.clerk, meeting=story.meeting, present=[story.seats["chair"], story.seats["Ravi"], speaker]
        )

    assert story.meeting.quorum_met is False


def test_an_adjourned_item_goes_to_a_named_meeting_and_its_step_with_it():
    story = scenes.in_session()
    with story.on(70, 19):
        later = scenes.meeting(story, day=90)
        actions.adjourn_item(actor=story.clerk, agenda_item=story.item, meeting=later)

    story.item.refresh_from_db()
    assert (story.item.state, story.item.adjourned_to.meeting) == (ItemState.ADJOURNED, later)
    assert step_of(story.referral, "referral").due == day_of(later.gathering.starts_at)
    story.referral.refresh_from_db()
    assert story.referral.meeting == later


def test_a_cancelled_meeting_hands_its_items_to_another():
    story = scenes.accepted()
    with story.on(46):
        with pytest.raises(Refused, match="Name the meeting that takes them up"):
            actions.cancel_meeting(actor=story.clerk, meeting=story.meeting, reason="The heating failed.")
        later = scenes.meeting(story, day=90)
        actions.cancel_meeting(actor=story.clerk, meeting=story.meeting, reason="The heating failed.", move_to=later)

    item = AgendaItem.objects.get(meeting=later)
    assert (list(item.referrals.all()), step_of(story.referral, "referral").due) == (
        [story.referral],
        day_of(later.gathering.starts_at),
    )
    assert Meeting.objects.select_related("gathering").get(pk=story.meeting.pk).gathering.state == State.CANCELLED


def test_a_moved_meeting_has_a_new_last_day_and_its_items_a_new_date():
    story = scenes.accepted()
    with story.on(46):
        starts = story.meeting.gathering.starts_at + timedelta(days=7)
        was = story.meeting.publish_by
        actions.reschedule_meeting(
            actor=story.clerk, meeting=story.meeting, starts_at=starts, ends_at=starts + timedelta(hours=2)
        )

    assert story.meeting.publish_by > was
    assert step_of(story.referral, "referral").due == day_of(starts)


def test_minutes_are_a_draft_until_they_are_agreed():
    story = scenes.recommended()
    with story.on(72):
        draft = actions.write_minutes(actor=story.clerk, meeting=story.meeting, text="The committee met.")
        actions.agree_minutes(actor=story.chair, meeting=story.meeting, notes=draft)

    draft.refresh_from_db()
    assert draft.agreed_at is not None


def test_the_page_shows_the_meetings_before_and_after(clerk, body, meeting):
    after = called(clerk, body, WEDNESDAY + timedelta(days=28))
    before = called(clerk, body, WEDNESDAY - timedelta(days=28))

    shown = meeting_page(meeting)

    assert (shown.previous, shown.next) == (before, after)


def test_an_agenda_is_late_from_the_day_after_its_last_day():
    story = scenes.accepted()
    found = []
    for days in (0, 1):
        with at(datetime.combine(story.meeting.publish_by + timedelta(days=days), time(9), tzinfo=LONDON)):
            found.append(story.meeting.agenda_due)

    assert found == ["", "late"]
