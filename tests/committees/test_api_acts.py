"""A committee's meeting held over the API: the same states, the same events in the record, the same reasons."""

from datetime import timedelta

import pytest

from committees import policies
from committees.models import AgendaItem, Meeting, Recommendation
from core import today
from ledger.models import Entry
from meetings.models import Attendance
from tests.cast import client_as
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db
HOME = "/api/v1/committees/"
VOTERS = ("chair", "Ravi", "Moira", "user", "worker")


def send(user, path, data=None):
    return client_as(user).post(f"{HOME}{path}", data or {}, content_type="application/json")


class OverTheApi:
    """Each act over the API; every one of them is done."""

    def do(self, user, path, data=None):
        answer = send(user, path, data)
        assert answer.status_code in {200, 201}, answer.content

    def call(self, story, data):
        self.do(story.clerk, f"bodies/{story.body.slug}/meetings/", data)

    def attend(self, story, kinds):
        self.do(story.clerk, f"meetings/{story.meeting.pk}/attendance/", {"attendance": kinds})

    def add(self, story, data):
        self.do(story.chair, f"meetings/{story.meeting.pk}/items/", data)

    def vote(self, story, votes):
        path = f"recommendations/{story.recommendation.reference}/vote/"
        self.do(story.clerk, path, {"votes": votes})


class OverThePages(OverTheApi):
    """The same acts in a browser."""

    def do(self, user, path, data=None):
        answer = client_as(user).post(f"/committees/{path}", data or {})
        assert answer.status_code in {302, 303}, answer.content

    def call(self, story, data):
        self.do(story.clerk, f"{story.body.slug}/meetings/new/", data)

    def attend(self, story, kinds):
        absent = {str(seat.pk): "absent" for seat in story.seats.values() if seat.person_id}
        self.do(
            story.clerk,
            f"meetings/{story.meeting.pk}/attendance/",
            {f"seat_{key}": kind for key, kind in (absent | kinds).items()},
        )

    def add(self, story, data):
        self.do(story.chair, f"meetings/{story.meeting.pk}/items/new/", data)

    def vote(self, story, votes):
        path = f"recommendations/{story.recommendation.reference}/vote/"
        self.do(story.clerk, path, {f"seat_{key}": choice for key, choice in votes.items()})


def when(story, number):
    day = (story.began + timedelta(days=number)).date()
    return {"day": str(day), "begins": "18:00", "ends": "20:00", "place": "Council House", "mode": "in_person"}


def called(way):
    """A meeting with what the forum sent and one more item on its agenda, its day moved once, its agenda published."""
    story = scenes.acknowledged()
    with story.on(44):
        way.call(story, when(story, 69))
        story.meeting = Meeting.objects.latest("pk")
        scenes.actions.accept_referral(actor=story.chair, referral=story.referral, meeting=story.meeting)
        way.do(story.clerk, f"meetings/{story.meeting.pk}/move/", when(story, 70))
        way.add(story, {"title": "Minutes of the last", "summary": "For agreement.", "origin": "The clerk"})
        way.do(story.clerk, f"meetings/{story.meeting.pk}/publish/")
    story.item, story.other_item = AgendaItem.objects.filter(meeting=story.meeting).order_by("item__number")
    return story


def held(way):
    """Opened, voted, concluded, adjourned, minuted and ended."""
    story = called(way)
    meeting, item = f"meetings/{story.meeting.pk}", f"items/{story.item.pk}"
    with story.on(70, 18):
        way.do(story.chair, f"{meeting}/start/")
        way.attend(story, {str(story.seats[name].pk): "present" for name in VOTERS})
        ask = {"portfolio": story.portfolio.pk, "text": "Set thirty minutes.", "measure": "The contracts."}
        for text in ("Set twenty minutes.", "Set thirty minutes."):
            way.do(story.clerk, f"{item}/recommend/", ask | {"text": text})
        first, story.recommendation = Recommendation.objects.filter(agenda_item=story.item).order_by("pk")
        way.do(story.chair, f"recommendations/{first.reference}/withdraw/")
        way.vote(story, {str(story.seats[name].pk): "for" for name in VOTERS})
    with story.on(70, 19):
        way.do(story.clerk, f"{item}/conclude/", {"outcome": "The committee agreed with the forum."})
        way.call(story, when(story, 98))
        later = Meeting.objects.latest("pk")
        way.do(story.chair, f"items/{story.other_item.pk}/adjourn/", {"meeting": later.pk})
        way.do(story.clerk, f"{meeting}/minutes/", {"text": "It was opened at six."})
        way.do(story.chair, f"{meeting}/minutes/1/agreement/")
        way.do(story.clerk, f"{meeting}/end/")
    return story


def left_by(way):
    """What a meeting held in this way leaves: states, who was there, minutes, and what was told of it."""
    last = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    story = held(way)
    gathering = Meeting.objects.get(pk=story.meeting.pk).gathering
    told = Entry.objects.filter(pk__gt=last).exclude(event__startswith="proposals.").order_by("pk")
    return {
        "meeting": (gathering.state, Meeting.objects.get(pk=story.meeting.pk).quorum_met),
        "items": [
            AgendaItem.objects.values_list("state", "outcome").get(pk=item.pk)
            for item in (story.item, story.other_item)
        ],
        "recommendations": list(
            Recommendation.objects.filter(agenda_item=story.item)
            .order_by("pk")
            .values_list("text", "state", "votes_for")
        ),
        "there": sorted(Attendance.objects.filter(gathering=gathering).values_list("person__name", "kind")),
        "minutes": [(notes.version, notes.text, notes.agreed_at is not None) for notes in gathering.notes.all()],
        "told": list(told.values_list("event", "role", "public")),
    }


def test_a_meeting_held_over_the_api_leaves_what_one_held_on_the_pages_leaves():
    by_api, by_pages = left_by(OverTheApi()), left_by(OverThePages())

    assert by_api == by_pages
    assert by_api["meeting"] == ("ended", True)
    assert [state for state, _outcome in by_api["items"]] == ["considered", "adjourned"]
    assert [row[1:] for row in by_api["recommendations"]] == [("withdrawn", None), ("adopted", 5)]


def test_a_meeting_is_cancelled_and_its_items_are_taken_up_by_another():
    story = scenes.accepted()
    with story.on(45):
        later = scenes.meeting(story, day=98)
        answer = send(
            story.clerk,
            f"meetings/{story.meeting.pk}/cancel/",
            {"reason": "The hall is flooded.", "move_to": later.pk},
        )

    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert [str(row) for row in later.agenda.values_list("item__title", flat=True)] == [story.item.item.title]


def test_a_dispute_comes_back_to_the_committee_over_the_api():
    story = scenes.disputed()
    with story.on(107):
        later = scenes.meeting(story, day=140)
        stranger = send(story.chair, f"claims/{story.claim.pk}/agenda/", {"meeting": later.pk})
        taken = send(story.clerk, f"claims/{story.claim.pk}/agenda/", {"meeting": later.pk})
        again = send(story.clerk, f"claims/{story.claim.pk}/agenda/", {"meeting": later.pk})

    assert (stranger.status_code, taken.status_code, again.status_code) == (403, 200, 403)
    assert taken.json()["claim"] == story.claim.pk
    assert again.json()["detail"] == "This is on an agenda already."


def test_a_late_agenda_needs_the_chairs_reason_over_the_api_too():
    story = scenes.accepted()
    path = f"meetings/{story.meeting.pk}/publish/"
    with story.on(68):
        bare = send(story.clerk, path)
        given = send(story.clerk, path, {"short_notice_reason": "The matter cannot wait for the next one."})

    assert (bare.status_code, list(bare.json()["errors"])) == (400, ["short_notice_reason"])
    assert (given.status_code, given.json()["short_notice_reason"][:10]) == (200, "The matter")


def test_an_act_at_the_wrong_time_is_refused_with_the_policys_sentence():
    story = scenes.accepted()
    with story.on(45):
        answer = send(story.clerk, f"meetings/{story.meeting.pk}/start/")
        reason = policies.may_start(story.clerk, Meeting.objects.for_page().get(pk=story.meeting.pk)).reason

    assert (answer.status_code, answer.json()["detail"]) == (403, reason)


@pytest.mark.parametrize(
    "kinds", [[], "present", {"x": "present"}, {"0": "present"}, {"VACANT": "present"}, {"SEAT": "late"}]
)
def test_who_is_there_can_only_be_somebody_with_a_seat(kinds):
    story = scenes.in_session()
    names = {"VACANT": str(story.seats["vacant"].pk), "SEAT": str(story.seats["chair"].pk)}
    if isinstance(kinds, dict):
        kinds = {names.get(key, key): kind for key, kind in kinds.items()}
    with story.on(70, 18):
        answer = send(story.clerk, f"meetings/{story.meeting.pk}/attendance/", {"attendance": kinds})

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["attendance"])


def test_text_that_is_too_long_or_holds_a_nul_is_a_fault_of_its_field():
    story = scenes.in_session()
    ask = {"portfolio": story.portfolio.pk, "text": "x" * 4001, "measure": "A figure.\x00"}
    with story.on(70, 18):
        answer = send(story.clerk, f"items/{story.item.pk}/recommend/", ask)

    assert (answer.status_code, sorted(answer.json()["errors"])) == (400, ["measure", "text"])
    assert not Recommendation.objects.exists()


def test_nobody_but_a_clerk_calls_a_meeting():
    story = scenes.begun()
    later = {"day": str(today() + timedelta(days=30)), "begins": "18:00", "ends": "20:00", "place": "Council House"}

    chair = send(story.chair, f"bodies/{story.body.slug}/meetings/", later)
    clerk = send(story.clerk, f"bodies/{story.body.slug}/meetings/", later)

    assert (chair.status_code, clerk.status_code) == (403, 201)
    assert chair.json()["detail"] == policies.may_schedule(story.chair, story.body).reason
