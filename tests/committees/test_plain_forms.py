"""The way of an output through the council, by plain forms."""

from datetime import timedelta

import pytest

from chain.queries import line_for
from committees.models import (
    AgendaItem,
    Body,
    Claim,
    Commitment,
    Councillor,
    Meeting,
    Portfolio,
    Recommendation,
    Referral,
    Seat,
)
from core import today
from forums.models import Mandate
from tests.committees.forms import post, went_on
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


def test_the_whole_way_by_plain_forms():
    story = scenes.begun(by_acts=True)
    body, output = story.body, story.output
    with story.on(42):
        went_on(
            post(story.facilitator, "refer", output.reference, bodies=[body.pk], covering_note="Look at section 2.")
        )
        referral = Referral.objects.get()
        went_on(post(story.clerk, "acknowledge", referral.reference))
        day = (story.began + timedelta(days=70)).date()
        went_on(
            post(
                story.clerk,
                "new_meeting",
                body.slug,
                day=day,
                begins="18:00",
                ends="20:00",
                place="Council House",
                mode="in_person",
            )
        )
        meeting = Meeting.objects.get()
        went_on(post(story.chair, "accept", referral.reference, meeting=meeting.pk))
        went_on(post(story.clerk, "new_item", meeting.pk, title="Apologies", origin="the clerk"))
        went_on(post(story.clerk, "publish", meeting.pk))
    item, other = AgendaItem.objects.order_by("pk")
    with story.on(70, 18):
        went_on(post(story.chair, "start", meeting.pk))
        there = {f"seat_{seat.pk}": "present" for seat in story.seats.values() if seat.person_id}
        went_on(post(story.clerk, "attendance", meeting.pk, **there))
        draft = {"portfolio": story.portfolio.pk, "text": "Thirty minutes.", "measure": "The contracts."}
        went_on(post(story.clerk, "recommend", item.pk, **draft))
        reference = Recommendation.objects.get().reference
        votes = {f"seat_{story.seats[name].pk}": "for" for name in ("chair", "Ravi", "user")}
        went_on(post(story.clerk, "vote", reference, **votes))
        went_on(post(story.clerk, "conclude", item.pk, outcome="Agreed."))
        went_on(post(story.clerk, "conclude", other.pk, outcome="None were sent."))
        went_on(post(story.clerk, "end", meeting.pk))
        went_on(post(story.clerk, "minutes", meeting.pk, text="The committee met."))
        went_on(post(story.chair, "agree", meeting.pk, 1))
    with story.on(71):
        went_on(post(story.clerk, "issue", reference, received_on=today()))
    with story.on(75):
        went_on(
            post(
                story.holder,
                "answer",
                reference,
                answer="part",
                reason="Nine contracts can change this year; the others run on.",
                text="Nine contracts change.",
                measure="The contracts.",
                owner="Director",
                due=today() + timedelta(days=60),
            )
        )
        promise = Commitment.objects.get().reference
        went_on(
            post(
                story.holder,
                "correct",
                reference,
                answer="accept",
                reason="All eleven contracts can change this year.",
                why="I counted wrong.",
            )
        )
        went_on(post(story.holder, "progress", promise, state="on_track", text="Six are signed."))
        went_on(post(story.holder, "claim_delivery", promise, evidence="All are signed."))
    with story.on(76):
        claim = Claim.objects.get()
        went_on(
            post(story.supporter, "judge", claim.pk, verdict="dispute", reason="My mother still gets fifteen minutes.")
        )
        went_on(
            post(
                story.clerk,
                "new_meeting",
                body.slug,
                day=day + timedelta(days=60),
                begins="18:00",
                ends="20:00",
                place="Council House",
                mode="in_person",
            )
        )
        later = Meeting.objects.latest("pk")
        went_on(post(story.clerk, "take_dispute", claim.pk, meeting=later.pk))
        went_on(
            post(
                story.clerk,
                "move",
                later.pk,
                day=day + timedelta(days=67),
                begins="18:00",
                ends="20:00",
                place="Library",
            )
        )

    assert [stop.state for stop in line_for(claim)][3:] == ["owed", "passed", "passed", "refused"]


def test_the_council_is_set_up_by_plain_forms(clerk, ada, stirchley):
    went_on(post(clerk, "new_portfolio", title="Housing"))
    portfolio = Portfolio.objects.get()
    went_on(
        post(
            clerk,
            "new_body",
            kind="scrutiny",
            name="Housing Scrutiny",
            code="hou",
            remit="Homes.",
            topics="repairs, cladding",
            portfolio=portfolio.pk,
            quorum=3,
            notice_rule="committees.agenda",
            answer_rule="",
            disputes_needed=1,
        )
    )
    body = Body.objects.get()
    went_on(post(clerk, "new_councillor", person=ada.email, ward=stirchley.pk, since=today()))
    went_on(post(clerk, "new_seat", body.slug, kind="councillor", chair="on"))
    seat = Seat.objects.get()
    chosen = Councillor.objects.get(person=ada.person)
    went_on(post(clerk, "fill_seat", seat.pk, who=chosen.pk, eligible="on"))
    went_on(post(clerk, "vacate_seat", seat.pk, reason="Joined the cabinet."))
    went_on(post(clerk, "holder", portfolio.slug, councillor=chosen.pk))
    went_on(post(clerk, "end_councillor", chosen.pk, reason="Resigned."))

    portfolio.refresh_from_db()
    assert (body.code, body.topics, portfolio.holder) == ("HOU", ["repairs", "cladding"], None)


def test_a_forums_seat_is_filled_from_its_mandates(clerk):
    story = scenes.begun()
    with story.on(41):
        scenes.mandated(story, story.member, body_seat=False)
        went_on(post(story.clerk, "new_seat", story.body.slug, kind="forum", label="Home care"))
        seat = Seat.objects.latest("pk")
        went_on(post(story.clerk, "fill_seat", seat.pk, who=Mandate.objects.get().pk, eligible="on"))

    seat.refresh_from_db()
    assert (seat.name, seat.mandate.forum) == ("Mia Member", story.forum)


def test_referrals_are_sent_on_and_refused_by_plain_forms():
    story = scenes.acknowledged()
    with story.on(44):
        other = scenes.body(by=story.clerk, name="Resources Scrutiny Committee")
        went_on(post(story.chair, "redirect", story.referral.reference, body=other.pk, reason="Contracts."))
        second = Referral.objects.get(body=other)
        went_on(post(story.clerk, "acknowledge", second.reference))
        # Nobody chairs that body yet, so its officer decides alone.
        went_on(post(story.clerk, "refuse", second.reference, reason="It was decided in May."))

    assert Referral.objects.get(pk=second.pk).state == "refused"


def test_items_are_adjourned_and_meetings_cancelled_by_plain_forms():
    story = scenes.accepted()
    with story.on(45):
        later, last = scenes.meeting(story, day=90), scenes.meeting(story, day=95)
        went_on(post(story.clerk, "adjourn", story.item.pk, meeting=later.pk))
        went_on(post(story.clerk, "cancel", later.pk, reason="Snow.", move_to=last.pk))
        draft_meeting = AgendaItem.objects.get(state="planned").meeting

    assert draft_meeting == last


def test_a_draft_is_taken_back_with_one_button():
    story = scenes.drafted()
    with story.on(70, 19):
        went_on(post(story.clerk, "withdraw", story.recommendation.reference))

    assert Recommendation.objects.get().state == "withdrawn"
