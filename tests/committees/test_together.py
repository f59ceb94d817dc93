"""Two people at once, on real connections: one act stands, the other is told, and nothing is counted twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from committees import actions
from committees.models import Claim, Judgement, Recommendation, SeatVote
from committees.tasks import close_judgements, flag_overdue
from core.verdicts import Refused
from forums.actions import join
from ledger.models import Entry
from tests import cast
from tests.scenes import committees as scenes

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def together(*acts):
    """Each act in a thread and a connection of its own; gives "done" or the reason of a refusal."""

    def run(act):
        try:
            act()
        except Refused as refused:
            return str(refused)
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_of_two_answers_at_once_one_stands():
    story = scenes.issued()
    copies = [scenes.fresh(story.recommendation) for _number in range(2)]

    def answer(copy):
        return lambda: actions.answer_recommendation(
            actor=story.holder,
            recommendation=copy,
            answer="reject",
            reason="The contracts run until 2028 and cannot be changed before.",
        )

    with story.on(75):
        outcomes = together(*(answer(copy) for copy in copies))

    assert sorted(outcome == "done" for outcome in outcomes) == [False, True]
    assert story.recommendation.responses.count() == 1


def test_of_two_recordings_of_a_vote_one_stands():
    story = scenes.drafted()
    copies = [scenes.fresh(story.recommendation) for _number in range(2)]
    votes = {story.seats[name].pk: "for" for name in ("chair", "Ravi", "Moira")}

    with story.on(70, 19):
        outcomes = together(
            *(
                lambda copy=copy: actions.vote_recommendation(actor=story.clerk, recommendation=copy, votes=votes)
                for copy in copies
            )
        )

    assert sorted(outcomes) == ["The vote on this has been recorded.", "done"]
    assert SeatVote.objects.count() == 3


def test_drafts_written_at_once_have_different_references():
    story = scenes.in_session()
    with story.on(70, 19):
        together(*(lambda number=number: scenes.draft(story, f"Ask number {number}.") for number in range(6)))

    assert sorted(Recommendation.objects.values_list("reference", flat=True)) == [
        f"{story.body.code}-R-{number}" for number in range(1, 7)
    ]


def test_many_who_judge_at_once_are_all_counted_and_the_dispute_goes_back_once():
    story = scenes.claimed()
    type(story.body).objects.update(disputes_needed=3)
    with story.on(104):
        crowd = [cast.person(f"Neighbour {number}", level=3).user for number in range(8)]
        for neighbour in crowd:
            join(actor=neighbour, forum=story.forum)
    with story.on(106):
        outcomes = together(
            *(
                lambda user=user: actions.judge_delivery(
                    actor=user, claim=scenes.fresh(story.claim), verdict="dispute", reason="Not in our street."
                )
                for user in crowd
            )
        )

    claim = Claim.objects.get()
    assert (claim.state, claim.disputed) == ("disputed", 3)
    assert (outcomes.count("done"), Judgement.objects.count()) == (3, 3)
    assert Entry.objects.filter(event="committees.DeliveryDisputed").count() == 1


def test_daily_jobs_run_twice_at_once_say_it_once():
    story = scenes.issued()
    twin = scenes.claimed()
    with story.on(71 + 100):
        together(flag_overdue, flag_overdue, close_judgements, close_judgements)

    assert Entry.objects.filter(event="committees.AnswerOverdue").count() == 1
    assert Entry.objects.filter(event="committees.DeliveryUnanswered").count() == 1
    assert Claim.objects.get(pk=twin.claim.pk).state == "unanswered"
