"""The whole way through plain forms, as people without JavaScript go it; and what they are told when something is wrong."""

import hashlib
from datetime import timedelta

import pytest
from django.urls import reverse

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
from core.clock import day_of
from forums.models import Mandate
from tests import cast
from tests.cast import client_as
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db


def post(user, page, *args, **data):
    return client_as(user).post(reverse(f"committees:{page}", args=args), data)


def went_on(answer):
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer.headers["Location"]


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


@pytest.mark.parametrize(
    ("stage", "day", "user", "page", "record", "data", "words"),
    [
        ("begun", 42, "facilitator", "refer", "output", {}, "Choose at least one body."),
        ("acknowledged", 44, "clerk", "refuse", "referral", {"reason": "No."}, "The chair decides this with you."),
        ("acknowledged", 44, "chair", "refuse", "referral", {"reason": ""}, "Fill this in."),
        ("in_session", 70, "clerk", "conclude", "item", {"outcome": ""}, "write down why"),
        ("issued", 75, "holder", "answer", "recommendation", {"answer": "reject", "reason": "Noted with thanks by the Cabinet."}, "is not an answer"),
        ("issued", 75, "holder", "answer", "recommendation", {"answer": "noted", "reason": "x"}, "Select a valid choice."),
        ("issued", 75, "holder", "answer", "recommendation", {"answer": "accept", "reason": "Because the contracts change anyway this year."}, "To say yes is to promise something"),
        ("claimed", 106, "supporter", "judge", "claim", {"verdict": "dispute", "reason": ""}, "Say what is missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_comes_back_with_its_words_and_nothing_lost(stage, day, user, page, record, data, words):
    story = getattr(scenes, stage)()
    found = getattr(story, record)
    key = getattr(found, "reference", found.pk)

    with story.on(day, 19):
        answer = post(getattr(story, user), page, key, **data)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert data.get("reason", "") in answer.content.decode()


def test_too_late_the_form_asks_for_the_chairs_reason_and_names_the_day():
    story = scenes.accepted()
    with story.on(68):
        page = client_as(story.clerk).get(reverse("committees:publish", args=[story.meeting.pk])).content.decode()
        refused = post(story.clerk, "publish", story.meeting.pk, short_notice_reason="")
        went_on(post(story.clerk, "publish", story.meeting.pk, short_notice_reason="The home closes on Friday."))

    assert "It is too late for this agenda" in page
    assert (refused.status_code, "had to be out by" in refused.content.decode()) == (422, True)
    shown = client_as().get(reverse("committees:meeting", args=[story.meeting.pk])).content.decode()
    assert "The home closes on Friday." in shown


@pytest.mark.parametrize(
    ("stage", "pages"),
    [
        ("begun", {"refer": "output"}),
        ("referred", {"acknowledge": "referral"}),
        ("acknowledged", {"accept": "referral", "redirect": "referral", "refuse": "referral"}),
        ("accepted", {"publish": "meeting", "new_item": "meeting", "move": "meeting", "cancel": "meeting"}),
        ("published", {"start": "meeting"}),
        (
            "drafted",
            {
                "attendance": "meeting",
                "end": "meeting",
                "minutes": "meeting",
                "recommend": "item",
                "conclude": "item",
                "adjourn": "item",
                "vote": "recommendation",
                "withdraw": "recommendation",
            },
        ),
        ("recommended", {"issue": "recommendation"}),
        ("issued", {"answer": "recommendation"}),
        ("answered", {"correct": "recommendation", "progress": "commitment", "claim_delivery": "commitment"}),
        ("claimed", {"judge": "claim"}),
        ("disputed", {"take_dispute": "claim"}),
    ],
)
def test_a_stranger_is_refused_with_the_reason(stage, pages):
    story = getattr(scenes, stage)()
    stranger = cast.person("Stan", level=3).user

    for page, record in pages.items():
        found = getattr(story, record)
        answer = post(stranger, page, getattr(found, "reference", None) or found.pk)

        assert (page, answer.status_code) == (page, 403)
        assert "You cannot do this" in answer.content.decode()


def test_the_agenda_is_a_document_with_its_proof_and_its_neighbours():
    story = scenes.published()
    page = client_as().get(reverse("committees:meeting", args=[story.meeting.pk])).content.decode()
    text = client_as().get(reverse("committees:agenda_text", args=[story.meeting.pk]))

    meeting = Meeting.objects.get()
    assert hashlib.sha256(text.content).hexdigest() == meeting.proof["sha256"]
    assert meeting.proof["sha256"] in page
    assert f"from {story.forum.title}" in page


def test_the_gatherings_address_leads_to_the_committees_page_and_its_feed_works():
    story = scenes.published()
    gathering = story.meeting.gathering

    page = client_as().get(reverse("meetings:gathering", args=[gathering.pk]))
    feed = client_as().get(reverse("meetings:gathering_feed", args=[gathering.pk]))

    assert page.headers["Location"] == reverse("committees:meeting", args=[story.meeting.pk])
    assert b"BEGIN:VEVENT" in feed.content


def test_nobody_goes_round_the_legal_gate_by_the_plain_pages_of_gatherings():
    story = scenes.accepted()

    with story.on(69):
        answer = client_as(story.clerk).post(reverse("meetings:publish", args=[story.meeting.gathering_id]))

    assert answer.status_code == 403
    assert Meeting.objects.select_related("gathering").get().gathering.state == "scheduled"


def test_a_page_says_what_to_do_next_to_whoever_must_do_it_and_why_not_to_others():
    story = scenes.issued()
    url = reverse("committees:recommendation", args=[story.recommendation.reference])

    holder, visitor = client_as(story.holder).get(url).content.decode(), client_as().get(url).content.decode()

    assert (reverse("committees:answer", args=[story.recommendation.reference]) in holder) is True
    assert "Only the cabinet member to whom this was sent can answer it." in visitor
    assert day_of(story.began) < today()
