"""A promise is reported on, said to be kept, and judged by those who asked; a dispute comes back to the committee."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from chain.models import Step
from chain.queries import children, line_for, step_of
from chain.states import State as StepState
from committees import actions
from committees.models import AgendaItem, Claim, Commitment, Judgement, Progress, Recommendation
from committees.queries.asked import outputs_behind
from committees.states import ClaimState, CommitmentState
from committees.tasks import close_judgements
from core import today
from core.clock import at
from core.verdicts import Refused
from ledger.models import Entry
from tests import cast
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


def judge(user, claim, verdict="confirm", reason=""):
    return actions.judge_delivery(actor=user, claim=claim, verdict=verdict, reason=reason)


def states(record):
    return [stop.state for stop in line_for(record)]


def test_a_report_may_move_the_day_and_the_first_one_stays():
    story = scenes.answered()
    first = story.commitment.due
    later = first + timedelta(days=30)
    with story.on(100):
        actions.report_progress(
            actor=story.holder, commitment=story.commitment, state="at_risk", text="Two providers refuse.", due=later
        )

    found = Commitment.objects.get()
    assert (found.state, found.due, found.first_due) == (CommitmentState.AT_RISK, later, first)
    assert (Progress.objects.get().due_was, step_of(found, "commitment").due) == (first, later)


def test_those_who_asked_have_fifteen_working_days_to_say():
    story = scenes.claimed()

    step = step_of(story.claim, "delivery")
    assert (step.owner_key, step.deadline.rule.key, step.due) == ("people", "committees.judge", story.claim.judge_by)
    assert children(step_of(story.commitment, "commitment")) == [step]


@pytest.mark.parametrize("who", ["supporter", "member"])
def test_supporters_and_members_judge_once_each(who):
    story = scenes.claimed()
    with story.on(106):
        judge(getattr(story, who), story.claim)
        with pytest.raises(Refused, match="Each person says it once"):
            judge(getattr(story, who), scenes.fresh(story.claim))

    assert Claim.objects.get().confirmed == 1


def test_others_do_not_judge():
    story = scenes.claimed()
    with story.on(106):
        stranger = cast.person("Stan", level=3).user
        with pytest.raises(Refused, match="Those who asked for this say whether it was delivered"):
            judge(stranger, story.claim)
        with pytest.raises(Refused):
            judge(story.facilitator, story.claim)


def test_a_dispute_says_what_is_missing():
    story = scenes.claimed()

    with story.on(106), pytest.raises(Refused, match="Say what is missing"):
        judge(story.supporter, story.claim, "dispute", "  ")


def test_who_judged_is_in_no_entry_and_on_no_page():
    story = scenes.disputed()

    told = Entry.objects.get(event="committees.DeliveryDisputed")
    assert (told.actor_key, told.data["disputed"]) == ("", 1)
    assert not Entry.objects.filter(event__icontains="judge").exists()
    page = cast.client_as(story.clerk).get(f"/committees/claims/{story.claim.pk}/").content.decode()
    assert "My mother still gets fifteen minutes." in page
    assert "Sue Porter" not in page


def test_a_disputed_delivery_goes_back_to_the_committee_with_a_clock():
    story = scenes.disputed()

    claim = Claim.objects.get()
    delivery, dispute = step_of(claim, "delivery"), step_of(claim, "dispute")
    assert (claim.state, claim.commitment.state) == (ClaimState.DISPUTED, CommitmentState.DISPUTED)
    assert (delivery.state, children(delivery)) == (StepState.RETURNED, [dispute])
    assert (dispute.owner_key, dispute.deadline.rule.key) == (f"clerk:{story.body.pk}", "committees.dispute")


def test_a_body_may_need_more_than_one_dispute():
    story = scenes.claimed()
    type(story.body).objects.update(disputes_needed=2)
    claim = scenes.fresh(story.claim)
    with story.on(106):
        judge(story.supporter, claim, "dispute", "My mother still gets fifteen minutes.")
        before = Claim.objects.get().state
        judge(story.member, scenes.fresh(claim), "dispute", "So does my neighbour.")

    assert (before, Claim.objects.get().state) == (ClaimState.OPEN, ClaimState.DISPUTED)


@pytest.mark.parametrize(
    ("confirms", "state", "event"),
    [(True, ClaimState.CONFIRMED, "DeliveryConfirmed"), (False, ClaimState.UNANSWERED, "DeliveryUnanswered")],
)
def test_past_its_day_a_claim_closes_by_what_was_said(confirms, state, event):
    story = scenes.claimed()
    if confirms:
        with story.on(106):
            judge(story.member, story.claim)
    with story.on(160):
        closed = (close_judgements(), close_judgements())

    claim = Claim.objects.get()
    assert (closed, claim.state, claim.commitment.state) == ((1, 0), state, CommitmentState.DELIVERED)
    assert Entry.objects.filter(event=f"committees.{event}").count() == 1
    assert states(claim) == ["passed"] * 7


def test_a_claim_is_open_to_its_last_day():
    story = scenes.claimed()
    with at(
        story.began.replace(
            year=story.claim.judge_by.year, month=story.claim.judge_by.month, day=story.claim.judge_by.day
        )
    ):
        assert today() == story.claim.judge_by
        assert close_judgements() == 0
        judge(story.member, story.claim)

    assert Claim.objects.get().confirmed == 1


def test_a_dispute_runs_the_whole_way_again():
    story = scenes.disputed()
    with story.on(107):
        story.meeting = scenes.meeting(story, day=120)
        story.item = actions.take_dispute(actor=story.clerk, claim=scenes.fresh(story.claim), meeting=story.meeting)
        actions.publish_agenda(actor=story.clerk, meeting=story.meeting)
    with story.on(120, 18):
        scenes.open_session(story)
        scenes.draft(story, "Inspect every contract for visits below thirty minutes.")
        scenes.adopt(story)
    second = story.recommendation
    with story.on(121):
        actions.issue_recommendation(actor=story.clerk, recommendation=second, received_on=today())
        actions.answer_recommendation(
            actor=story.holder,
            recommendation=second,
            answer="accept",
            reason="Two of the contracts were signed in their old form by mistake.",
            commitment={
                "text": "An inspector reads all nine.",
                "measure": "Her report.",
                "owner": "Director",
                "due": today() + timedelta(days=20),
            },
        )
        claim = actions.claim_delivery(
            actor=story.holder, commitment=second.commitment, evidence="The report is public."
        )
        judge(story.supporter, claim)

    assert outputs_behind(scenes.fresh(claim)) == [story.output]
    assert step_of(story.claim, "dispute").state == StepState.DONE
    assert states(claim)[:3] == ["passed", "passed", "passed"]
    assert Recommendation.objects.count() == 2


def test_a_dispute_that_the_committee_drops_ends_with_its_reason():
    story = scenes.disputed()
    with story.on(107):
        story.meeting = scenes.meeting(story, day=120)
        story.item = actions.take_dispute(actor=story.clerk, claim=scenes.fresh(story.claim), meeting=story.meeting)
        with pytest.raises(Refused, match="on an agenda already"):
            actions.take_dispute(actor=story.clerk, claim=scenes.fresh(story.claim), meeting=story.meeting)
        actions.publish_agenda(actor=story.clerk, meeting=story.meeting)
    with story.on(120, 18):
        scenes.open_session(story)
        actions.conclude_item(
            actor=story.clerk, agenda_item=story.item, outcome="The one visit was cut short by illness."
        )

    step = step_of(story.claim, "dispute")
    assert (step.state, step.refusal) == (StepState.REFUSED, "The one visit was cut short by illness.")


def test_a_disputes_item_can_be_adjourned_too():
    story = scenes.disputed()
    with story.on(107):
        first, later = scenes.meeting(story, day=120), scenes.meeting(story, day=140)
        item = actions.take_dispute(actor=story.clerk, claim=scenes.fresh(story.claim), meeting=first)
        actions.adjourn_item(actor=story.clerk, agenda_item=scenes.fresh(item), meeting=later)

    assert AgendaItem.objects.get(claim=story.claim, state="planned").meeting == later
    assert step_of(story.claim, "dispute").due == later.gathering.starts_at.date()


def test_no_step_of_a_finished_story_is_a_dead_end():
    scenes.disputed()

    dead = Step.objects.filter(state__in=("done", "returned"), station__lt=7, links_down=None)
    assert list(dead.values_list("kind", flat=True)) == []


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Commitment, {"text": "Something easier."}),
        (Commitment, {"first_due": "2030-01-01"}),
        (Claim, {"evidence": "x"}),
        (Judgement, {"reason": "x"}),
        (Progress, {"text": "x"}),
    ],
)
def test_what_was_said_never_changes_and_is_never_deleted(model, changes):
    story = scenes.answered()
    with story.on(100):
        actions.report_progress(actor=story.holder, commitment=story.commitment, state="on_track", text="Going well.")
        story.claim = actions.claim_delivery(actor=story.holder, commitment=story.commitment, evidence="Done.")
        judge(story.supporter, story.claim, "dispute", "It is not.")

    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.update(**changes)
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all()._raw_delete("default")
