"""An output before a body: nothing is lost on the way in."""

import pytest

from chain.queries import children, step_of
from chain.states import State as StepState
from committees import actions
from committees.models import AgendaItem, Referral
from committees.states import ReferralState
from core import now
from core.states import StateConflict
from core.verdicts import Refused
from ledger.models import Entry
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


def events(subject):
    key = {"subject_kind": subject._meta.label_lower, "subject_id": subject.pk}
    return [name.split(".")[1] for name in Entry.objects.filter(**key).values_list("event", flat=True)]


def test_a_facilitator_sends_an_approved_output_to_a_body_and_the_clerk_owes_three_working_days():
    story = scenes.begun()

    with story.on(42):
        [referral] = actions.refer_output(actor=story.facilitator, output=story.output, bodies=[story.body])

    step = step_of(referral, "referral")
    assert (step.owner_key, step.due) == (f"clerk:{story.body.pk}", step.deadline.due)
    assert step_of(story.output, "output").state == StepState.DONE
    assert children(step_of(story.output, "output")) == [step]
    assert (referral.reference, events(referral)) == (f"{story.body.code}-F-1", ["OutputReferred"])


def test_one_output_can_go_to_several_bodies_and_later_to_one_more():
    story = scenes.begun()
    with story.on(42):
        second = scenes.body(by=story.clerk, name="Resources Scrutiny Committee")
        third = scenes.body(by=story.clerk, name="Adult Care Advisory Committee", kind="advisory")
        actions.refer_output(actor=story.facilitator, output=story.output, bodies=[story.body, second])
        actions.refer_output(actor=story.facilitator, output=story.output, bodies=[third])

    assert len(children(step_of(story.output, "output"))) == 3


def test_the_same_body_gets_the_same_output_once():
    story = scenes.referred()

    with story.on(43), pytest.raises(Refused, match="is before the"):
        actions.refer_output(actor=story.facilitator, output=story.output, bodies=[story.body])

    assert Referral.objects.count() == 1


def test_somebody_with_the_forums_mandate_may_send_it_too():
    story = scenes.begun()
    with story.on(42):
        scenes.mandated(story, story.member, body_seat=False)
        sent = actions.refer_output(actor=story.member, output=story.output, bodies=[story.body])

    assert len(sent) == 1


def test_acknowledged_it_waits_for_the_chair_ten_working_days():
    story = scenes.acknowledged()

    step = step_of(story.referral, "referral")
    assert (step.owner_key, step.deadline.rule.key) == (f"committee:{story.body.pk}", "committees.triage")
    assert events(story.referral) == ["OutputReferred", "ReferralAcknowledged"]


def test_accepted_it_stands_on_a_named_agenda_with_its_origin():
    story = scenes.accepted()

    item = AgendaItem.objects.select_related("item").get(referrals=story.referral)
    assert (item.item.title, item.item.origin) == (story.output.title, story.forum.title)
    step = step_of(story.referral, "referral")
    assert step.due == story.meeting.gathering.starts_at.date()


def test_redirected_it_goes_on_at_another_body_and_the_old_one_says_where():
    story = scenes.acknowledged()
    with story.on(44):
        other = scenes.body(by=story.clerk, name="Resources Scrutiny Committee")
        sent_on = actions.redirect_referral(
            actor=story.chair, referral=story.referral, body=other, reason="It is about contracts."
        )

    old = Referral.objects.get(pk=story.referral.pk)
    assert (old.state, old.redirected_to, old.reason) == (ReferralState.REDIRECTED, sent_on, "It is about contracts.")
    assert children(step_of(old, "referral")) == [step_of(sent_on, "referral")]


def test_it_is_not_sent_back_to_a_body_that_had_it():
    story = scenes.acknowledged()
    with story.on(44):
        other = scenes.body(by=story.clerk, name="Resources Scrutiny Committee")
        sent_on = actions.redirect_referral(actor=story.chair, referral=story.referral, body=other, reason="Contracts.")
        actions.acknowledge(actor=story.clerk, referral=sent_on)

        with pytest.raises(Refused, match="is or was before"):
            actions.redirect_referral(
                actor=story.clerk, referral=sent_on, body=story.body, reason="No, yours.", chair_agrees=True
            )


def test_a_refusal_needs_words_and_closes_the_step_with_them():
    story = scenes.acknowledged()
    with story.on(44):
        with pytest.raises(Refused, match="Write down the reason"):
            actions.refuse_referral(actor=story.chair, referral=story.referral, reason="  ")
        actions.refuse_referral(actor=story.chair, referral=story.referral, reason="It was decided last month.")

    step = step_of(story.referral, "referral")
    assert (step.state, step.refusal) == (StepState.REFUSED, "It was decided last month.")


def test_an_officer_refuses_only_with_the_chair():
    story = scenes.acknowledged()
    with story.on(44):
        with pytest.raises(Refused, match="The chair decides this with you"):
            actions.refuse_referral(actor=story.clerk, referral=story.referral, reason="No.")
        actions.refuse_referral(actor=story.clerk, referral=story.referral, reason="No.", chair_agrees=True)

    assert Referral.objects.get().state == ReferralState.REFUSED


def test_of_two_who_decide_at_once_one_is_told_that_it_has_changed():
    story = scenes.acknowledged()
    stale = scenes.fresh(story.referral)
    with story.on(44):
        actions.refuse_referral(actor=story.chair, referral=story.referral, reason="It was decided last month.")

        with pytest.raises(StateConflict):
            actions.refuse_referral(actor=story.chair, referral=stale, reason="Another reason.")


def test_an_item_on_a_published_agenda_needs_the_chairs_reason():
    story = scenes.published()
    with story.on(46):
        more = scenes.begun()
        more.body = story.body
        referral = actions.refer_output(actor=more.facilitator, output=more.output, bodies=[story.body])[0]
        actions.acknowledge(actor=story.clerk, referral=referral)
        with pytest.raises(Refused, match="agenda of that meeting is out"):
            actions.accept_referral(actor=story.chair, referral=referral, meeting=story.meeting)

        actions.accept_referral(
            actor=story.chair,
            referral=referral,
            meeting=story.meeting,
            late_reason="The contracts are signed on Friday.",
        )

    item = AgendaItem.objects.get(referrals=referral)
    assert (item.late_reason, now() > story.began) == ("The contracts are signed on Friday.", True)
