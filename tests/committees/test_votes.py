"""Named votes by seat: who could not vote is told why, and what is adopted never changes."""

import pytest
from django.db import DatabaseError, transaction

from chain.queries import parents, step_of
from chain.states import State as StepState
from committees import actions
from committees.models import Recommendation, SeatVote
from committees.queries.pages import item_page
from committees.states import RecommendationState, ReferralState
from core import now
from core.verdicts import Refused
from forums.models import Mandate
from ledger.models import Entry
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


def vote(story, casting="", **choices):
    votes = {story.seats[name].pk: choice for name, choice in choices.items()}
    return actions.vote_recommendation(
        actor=story.clerk, recommendation=story.recommendation, votes=votes, casting_vote=casting
    )


def test_a_majority_adopts_by_name_and_the_clerk_owes_the_notice():
    story = scenes.drafted()
    with story.on(70, 19):
        vote(story, chair="for", Ravi="for", Moira="against", user="abstain")

    found = Recommendation.objects.get()
    assert (found.state, found.votes_for, found.votes_against, found.votes_abstained) == ("adopted", 2, 1, 1)
    assert set(SeatVote.objects.values_list("name", "choice")) == {
        ("Esi Boateng", "for"),
        ("Ravi Hall", "for"),
        ("Moira Hall", "against"),
        ("Uma Daley", "abstain"),
    }
    step = step_of(found, "answer")
    assert (step.owner_key, parents(step)) == (f"clerk:{story.body.pk}", [step_of(story.referral, "referral")])


def test_a_vote_is_on_record_as_a_tally_only():
    story = scenes.drafted()
    with story.on(70, 19):
        vote(story, chair="for", Ravi="for", Moira="against")

    assert Entry.objects.get(event="committees.RecommendationVoted").data == {
        "recommendation_id": story.recommendation.pk,
        "item_id": story.item.pk,
        "adopted": True,
        "votes_for": 2,
        "votes_against": 1,
        "abstained": 0,
        "casting": "",
    }


def test_a_lost_recommendation_stays_on_the_record():
    story = scenes.drafted()
    with story.on(70, 19):
        vote(story, chair="against", Ravi="against", Moira="for")

    assert Recommendation.objects.get().state == RecommendationState.LOST


def test_equal_votes_are_refused_until_the_chair_has_cast_a_second_one():
    story = scenes.drafted()
    with story.on(70, 19):
        with pytest.raises(Refused, match="The votes are equal"):
            vote(story, chair="for", Ravi="against", Moira="abstain")
        vote(story, casting="for", chair="for", Ravi="against", Moira="abstain")

    found = Recommendation.objects.get()
    assert (found.state, found.casting_vote) == (RecommendationState.ADOPTED, "for")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("church", "Fr Tom Reid cannot vote on this: This seat votes on questions about education"),
        ("vacant", "cannot vote on this: This seat is vacant."),
        ("Moira", "Moira Hall cannot vote on this: Nobody in this seat is present at the meeting."),
    ],
)
def test_a_seat_that_may_not_vote_stops_the_recording_and_says_why(name, reason):
    story = scenes.in_session(present=("chair", "Ravi", "user", "worker", "church"))
    with story.on(70, 19):
        scenes.draft(story)
        with pytest.raises(Refused, match=reason):
            vote(story, chair="for", Ravi="for", **{name: "for"})

    assert SeatVote.objects.count() == 0


def test_church_co_optees_vote_on_an_education_item():
    story = scenes.drafted()
    story.item.education = True
    story.item.save(update_fields=("education",))
    story.recommendation = scenes.fresh(story.recommendation)
    with story.on(70, 19):
        vote(story, chair="for", church="for", Ravi="against")

    assert Recommendation.objects.get().votes_for == 2


def test_a_recalled_representative_no_longer_votes_though_they_were_counted_present():
    story = scenes.published()
    with story.on(60):
        story.seats["rep"] = scenes.mandated(story, story.member)
    with story.on(70, 18):
        scenes.open_session(story)
        scenes.draft(story)
        Mandate.objects.update(recalled_at=now())

        with pytest.raises(Refused, match="has taken it back"):
            vote(story, chair="for", Ravi="for", rep="for")


def test_a_councillor_who_lost_the_seat_no_longer_votes_and_earlier_votes_stand():
    story = scenes.drafted()
    with story.on(70, 19):
        vote(story, chair="for", Ravi="for", Moira="for")
        second = scenes.draft(story, "Publish the length of every visit each month.")
        actions.vacate_seat(actor=story.clerk, seat=story.seats["Moira"], reason="Resigned in the meeting.")

        with pytest.raises(Refused, match="not a seat of this body"):
            vote(story, chair="for", Ravi="for", Moira="for")

    assert (SeatVote.objects.filter(name="Moira Hall").count(), second.state) == (1, "drafted")


def test_the_vote_waits_while_fewer_than_the_quorum_are_left():
    story = scenes.in_session(present=("chair", "Ravi", "Moira"))
    with story.on(70, 19):
        scenes.draft(story)
        actions.vacate_seat(actor=story.clerk, seat=story.seats["Moira"], reason="Left.")

        with pytest.raises(Refused, match="Only 2 voting members are there now"):
            vote(story, chair="for", Ravi="for")


def test_an_adopted_text_is_final_whatever_the_code_does():
    scenes.recommended()

    for field, value in {"text": "x", "measure": "x", "portfolio_id": None, "votes_for": 9}.items():
        with pytest.raises(DatabaseError), transaction.atomic():
            Recommendation.objects.update(**{field: value})


def test_named_votes_are_final_whatever_the_code_does():
    scenes.recommended()

    with pytest.raises(DatabaseError), transaction.atomic():
        SeatVote.objects.update(choice="against")
    with pytest.raises(DatabaseError), transaction.atomic():
        SeatVote.objects.all().delete()


def test_with_nothing_recommended_the_reason_is_compulsory_and_ends_the_step():
    story = scenes.in_session()
    with story.on(70, 19):
        with pytest.raises(Refused, match="write down why"):
            actions.conclude_item(actor=story.clerk, agenda_item=story.item)
        actions.conclude_item(actor=story.clerk, agenda_item=story.item, outcome="The contracts run until 2028.")

    step = step_of(story.referral, "referral")
    story.referral.refresh_from_db()
    assert (step.state, step.refusal) == (StepState.REFUSED, "The contracts run until 2028.")
    assert story.referral.state == ReferralState.CONSIDERED


def test_a_draft_is_voted_on_or_taken_back_before_the_item_is_concluded():
    story = scenes.drafted()
    with story.on(70, 19):
        with pytest.raises(Refused, match="a draft that was not voted on"):
            actions.conclude_item(actor=story.clerk, agenda_item=story.item, outcome="Nothing.")
        actions.withdraw_draft(actor=story.chair, recommendation=story.recommendation)
        actions.conclude_item(actor=story.clerk, agenda_item=story.item, outcome="The mover withdrew it.")

    assert Recommendation.objects.get().state == RecommendationState.WITHDRAWN


def test_an_item_page_tells_of_each_seat_whether_it_votes():
    story = scenes.in_session()

    shown = item_page(story.item)

    assert {there.seat.name: there.verdict.allowed for there in shown.seats} == {
        "Esi Boateng": True,
        "Ravi Hall": True,
        "Moira Hall": True,
        "Uma Daley": True,
        "Wes Kaur": True,
        "Fr Tom Reid": False,
        "": False,
    }
