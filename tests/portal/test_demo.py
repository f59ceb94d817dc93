"""The demonstration council: every state of every machine on show, each reached through actions, and the chain unbroken."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.core.validators import URLValidator
from django.db import connection, transaction

from accounts.models import Person
from ballots.models import Ballot
from chain.models import Link, Step
from chain.queries import family, overdue
from chain.states import Station
from committees.models import (
    AgendaItem,
    Body,
    Claim,
    Councillor,
    Portfolio,
    Recommendation,
    Referral,
    Seat,
    SeatVote,
)
from committees.queries.seats import holds_on
from committees.states import BodyKind, ClaimState, SeatKind
from core import now, numbers, today
from core.clock import at
from forums.models import (
    Activity,
    Forum,
    ForumRequest,
    Membership,
    Phase,
    PreElection,
    RuleChange,
    Sitting,
    Summary,
)
from forums.queries import merged_into
from ledger.models import Delivery, Entry
from ledger.sealing import seal_all
from ledger.verifying import verify
from meetings.models import Gathering, Notes
from moderation.actions import recount_months
from moderation.models import Appeal, HoldRule, Measure, MonthReport
from moderation.queries import queue
from neighbourhoods.models import Asset, Story
from neighbourhoods.queries import register
from outputs.models import Joining, Opposition, Output
from places.models import Area
from portal.demo.building import build
from portal.demo.crowd import add_crowd
from proposals.models import Proposal, SharedIssue, Support, SupportDelta
from proposals.queries import decisions_on, likenesses_of
from proposals.tasks import recount
from tests.portal import on_show

AS_OF = date(2026, 6, 17)
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def council(django_db_setup, django_db_blocker):
    """Built once for this file, in one transaction that is undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = build(AS_OF)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what a commit would have checked
        with at(world.calendar.ago(0, 12)):
            yield world
        transaction.set_rollback(True)


@pytest.mark.parametrize(("model", "field"), on_show.FIELDS)
def test_every_state_of_every_machine_is_on_show(council, model, field):
    assert on_show.missing(model, field) == set()


def test_what_has_begun_ended_moved_or_been_disputed_is_on_show(council):
    assert [words for words, number in on_show.moments().items() if not number] == []


def test_the_structure_is_that_of_the_city(council):
    wards = Area.objects.filter(kind="ward")
    assert (wards.count(), sum(wards.values_list("electorate", flat=True))) == (69, 734_692)
    assert Area.objects.filter(kind="constituency").count() == 10
    assert Councillor.objects.count() == 101
    assert sorted(Councillor.objects.values_list("group", flat=True)) == ["A"] * 67 + ["B"] * 25 + ["C"] * 8 + ["D"]
    assert Body.objects.filter(kind=BodyKind.SCRUTINY, parent__code="CO").count() == 7
    assert Portfolio.objects.count() == Body.objects.filter(kind=BodyKind.ADVISORY).count() == 10


def test_an_answer_is_overdue_and_a_delivery_is_disputed(council):
    late = overdue()

    assert late.filter(station=Station.ANSWER).exists()
    assert Claim.objects.filter(state=ClaimState.DISPUTED).exists()
    assert Step.objects.filter(kind="dispute", state="open").exists()


def test_from_what_was_delivered_one_comes_back_to_the_first_sentence_and_forward_again(council):
    delivered = Step.objects.filter(station=Station.DELIVERED, state="done").order_by("id").first()

    back = family(delivered).ancestors

    assert {step.station for step in back} == {1, 2, 3, 4, 5, 6}
    first = next(step for step in back if step.kind == "remit_check")
    assert first.subject_kind == "proposals.proposal"
    assert delivered in family(first).descendants


def test_no_step_is_a_dead_end(council):
    ended = Step.objects.filter(state__in=("done", "returned"), station__lt=7).exclude(
        pk__in=Link.objects.values("parent")
    )

    assert list(ended) == []


def test_five_ward_forums_are_heard_at_one_meeting_an_item_each(council):
    forums = ("MOS", "STI", "PER", "ACO", "KIN")
    trees = Referral.objects.filter(body__code="ST", output__forum__code__in=forums)

    assert sorted(trees.values_list("output__forum__code", flat=True)) == sorted(forums)
    assert set(trees.values_list("state", flat=True)) == {"considered"}
    items = AgendaItem.objects.filter(referrals__in=trees)
    assert items.distinct().count() == 5
    assert items.values("meeting").distinct().count() == 1


def test_forums_send_members_with_a_mandate_and_one_seat_waits_for_its_forum(council):
    seats = Seat.objects.filter(kind=SeatKind.FORUM).select_related("mandate__forum", "body")
    taken, vacant = [seat for seat in seats if seat.person_id], [seat for seat in seats if not seat.person_id]

    assert {seat.body.kind for seat in taken} == {BodyKind.SCRUTINY, BodyKind.ADVISORY}
    assert all(holds_on(seat, today()) for seat in taken)
    assert all(seat.mandate.forum.title == seat.label for seat in taken)
    assert [(seat.body.code, seat.label) for seat in vacant] == [("HN", "Safer Streets")]


def test_a_forums_representative_voted_on_what_a_committee_recommends(council):
    voted = SeatVote.objects.filter(seat_kind=SeatKind.FORUM)

    assert set(voted.values_list("recommendation__body__code", flat=True)) == {"HSC", "ST", "LCP", "HN"}


def test_committees_that_let_lay_members_vote_name_where_their_scheme_can_be_read(council):
    for address in Body.objects.exclude(voting_scheme="").values_list("voting_scheme", flat=True):
        URLValidator()(address)


def test_a_forum_has_met_and_agreed_its_notes_and_will_meet_with_its_agenda_out(council):
    of_forum = Gathering.objects.filter(host_kind="forums.forum", host_id=council.forums["ASC"].pk)

    assert Notes.objects.filter(gathering__in=of_forum, agreed_at__isnull=False).exists()
    assert of_forum.get(starts_at__gt=now(), state="published", items__number=3).items.count() == 3


def test_one_wish_for_a_forum_gathers_people_and_one_that_was_refused_is_looked_at_again(council):
    gathering, reviewing = (ForumRequest.objects.get(state=state) for state in ("gathering", "reviewing"))

    assert 0 < gathering.backing_count < gathering.needed
    assert (reviewing.reasons != "", reviewing.objection != "") == (True, True)
    assert reviewing.due >= today()


def test_founders_have_their_first_rules_before_them_and_a_merged_forum_leads_to_the_other(council):
    founding, merged = Forum.objects.get(code="FAM"), Forum.objects.get(state="merged")

    assert RuleChange.objects.get(forum=founding).is_under_way
    assert Membership.objects.current().filter(forum=founding).count() > 2
    assert merged_into(merged) == council.forums["BUS"]


def test_an_assembly_that_runs_itself_is_on_show_with_all_its_parts(council):
    forum = Forum.objects.get(code="WLK")
    asked = ForumRequest.objects.get(forum=forum)
    meetings = Sitting.objects.filter(forum=forum, gathering__state="ended").order_by("gathering__starts_at")
    summary = Summary.objects.get(thread__forum=forum)
    output = Output.objects.get(forum=forum)
    recommendation = Recommendation.objects.get(agenda_item__referrals__output=output)

    assert (forum.state, asked.state, asked.backing_count >= asked.needed) == ("active", "agreed", True)
    assert list(RuleChange.objects.filter(forum=forum).values_list("state", "became__version")) == [
        ("carried", 2),
        ("carried", 1),
    ]
    assert list(meetings.values_list("rules__version", flat=True))[:2] == [1, 2]
    assert not Sitting.objects.filter(
        forum=forum, gathering__starts_at__lt=now(), gathering__state__in=("scheduled", "agenda_open", "published")
    ).exists()
    assert Notes.objects.filter(gathering__in=meetings.values("gathering"), agreed_at__isnull=False).count() >= 2
    assert {"for", "against"} <= set(summary.thread.posts.values_list("stance", flat=True))
    assert summary.state == "agreed"
    assert all(point.citations.exists() for point in summary.points.all())
    assert summary.points.filter(objected__gt=0).exists()
    assert Proposal.objects.filter(forum=forum, state="adopted").count() == 2
    assert (output.state, output.asks.count()) == ("approved", 2)
    assert list(Referral.objects.filter(output=output).values_list("state", flat=True)) == ["considered"]
    assert (recommendation.state, recommendation.commitment.state) == ("answered", "promised")


def test_a_forum_runs_a_process_a_survey_a_ballot_and_questions_beside_its_proposals(council):
    runs = {one.kind: one for one in Activity.objects.filter(forum__code="JOB")}
    phases = Phase.objects.filter(process__forum__code="JOB")

    assert (phases.count(), phases.active(now()).count()) == (3, 1)
    assert sorted(runs) == ["ballot", "debate", "proposals", "questions", "survey"]
    assert runs["survey"].survey_result.answers == 34
    shown = [row["number"] for table in runs["survey"].survey_result.tables for row in table["rows"]]
    assert None in shown
    assert any(shown)
    assert [runs["questions"].questions.answered().count(), runs["questions"].questions.unanswered().count()] == [1, 1]
    assert Ballot.objects.get(subject_kind="forums.activity", subject_id=runs["ballot"].pk).state == "certified"


def test_owners_were_reminded_before_their_day_and_after_it(council):
    told = set(Entry.objects.filter(event__startswith="chain.").values_list("event", flat=True))

    assert {"chain.StepDueSoon", "chain.StepOverdue"} <= told


def test_a_crowd_is_counted_to_the_last_support(council):
    with transaction.atomic():
        before, given = Person.objects.count(), Support.objects.count()

        add_crowd(replace(council, size=replace(council.size, crowd=300, supports=900)))

        assert Person.objects.count() == before + 300
        assert Support.objects.count() == given + 900
        assert not SupportDelta.objects.exists()
        assert recount() == 0
        assert max(Proposal.objects.values_list("supports", flat=True)) > 200
        assert all(
            forum.member_count == Membership.objects.current().filter(forum=forum).count()
            for forum in Forum.objects.all()
        )
        transaction.set_rollback(True)


def test_everybody_has_been_told_and_counted_and_the_record_is_whole(council):
    assert Delivery.objects.count() == recount() == 0
    seal_all()
    assert verify().whole


def test_no_support_and_no_vote_stands_in_the_record(council):
    names = set(Entry.objects.values_list("event", flat=True))

    assert {name for name in names if "Support" in name} == {"proposals.SupportsCounted"}
    assert not {name for name in names if "Vote" in name and name.startswith("ballots")}


@pytest.mark.django_db
def test_it_is_built_in_an_empty_database_only(ada):
    with pytest.raises(CommandError, match="wants an empty one"):
        call_command("seed")


def test_what_is_known_of_places_is_on_show_and_gaps_are_counted(council):
    found = register()

    assert (found.total, found.gaps) == (69, 18)
    assert (Asset.objects.listed().count(), Asset.objects.filter(reported_at__isnull=False).count()) == (16, 1)
    assert max(Story.objects.values_list("version", flat=True)) == 2


def test_one_wish_is_raised_in_eight_wards_shared_by_five_forums_and_two_disagree(council):
    issue = SharedIssue.objects.get(title__startswith="Broken paving")
    joined = issue.parts.filter(state="in").values("forum").distinct().count()
    first = Proposal.objects.get(pk=issue.parts.order_by("pk").first().subject_id)

    assert (issue.parts.count(), joined, likenesses_of(first) != []) == (8, 5, True)
    assert (decisions_on(first).disagree, first.state) == (True, "adopted")


def test_two_forums_send_one_output_and_a_third_asks_for_the_opposite(council):
    joining = Joining.objects.select_related("output", "ballot").get()
    mark = Opposition.objects.get(ended_at=None)

    assert (joining.forum_id, joining.ballot.carried) == (council.forums["STI"].pk, True)
    assert {mark.one.forum_id, mark.other.forum_id} == {council.forums[code].pk for code in ("MOS", "BHS")}
    assert joining.output_id in (mark.one_id, mark.other_id)
    assert Referral.objects.filter(output__in=(mark.one_id, mark.other_id)).count() == 2


def test_what_comes_in_to_moderation_is_on_show_and_its_months_agree_with_the_rows(council):
    assert MonthReport.objects.count() >= 2
    assert recount_months() == []
    assert Appeal.objects.filter(answer=None, decision__subject_kind="moderation.block").count() == 1
    assert PreElection.objects.filter(begun_at=None).count() == 1


def test_authors_have_come_to_a_step_and_one_report_runs_by_the_hour(council):
    steps = {one.step.kind: one.ended_at is None for one in Measure.objects.select_related("step")}

    assert steps == {"reminder": True, "pause": True}
    assert len([one for one in queue() if one.due_at is not None]) == 1


def test_the_council_has_set_numbers_and_ended_a_rule_by_which_words_waited(council):
    locks = next(one for one in numbers.table("moderation").read("desk.lock_minutes"))
    backers = next(one for one in numbers.table("forums").read("request.backers"))

    assert [str(line.state) for line in locks.lines] == ["in_force", "gone"]
    assert [str(line.state) for line in backers.lines] == ["coming", "in_force"]
    assert [rule.ended_why != "" for rule in HoldRule.objects.exclude(ended_at=None)] == [True]
