"""The API reads the same record and does the same acts, refused in the same words."""

from datetime import timedelta

import pytest
from rest_framework.test import APIClient

from committees import policies
from committees.models import Commitment, Recommendation
from core import today
from tests import cast
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/committees/"


def api(user=None):
    client = APIClient()
    if user is not None:
        client.force_authenticate(user)
    return client


def test_everything_is_readable_by_everybody():
    story = scenes.disputed()
    paths = (
        "bodies/",
        f"bodies/{story.body.slug}/",
        "portfolios/",
        "meetings/",
        f"meetings/{story.meeting.pk}/",
        "referrals/",
        f"referrals/{story.referral.reference}/",
        "recommendations/",
        f"recommendations/{story.recommendation.reference}/",
        "commitments/",
        f"commitments/{story.commitment.reference}/",
        f"claims/{story.claim.pk}/",
    )

    assert {path: api().get(ROOT + path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_a_recommendation_shows_named_votes_and_what_each_kind_of_seat_changed():
    story = scenes.recommended()

    found = api().get(f"{ROOT}recommendations/{story.recommendation.reference}/").json()

    assert {"name": "Uma Daley", "seat_kind": "service_user", "choice": "for"} in found["votes"]
    assert [(kind["kind"], kind["votes_for"], kind["without"]) for kind in found["kinds"]] == [
        ("councillor", 3, "adopted"),
        ("service_user", 1, "adopted"),
        ("worker", 1, "adopted"),
    ]


def test_what_is_late_can_be_asked_for():
    story = scenes.issued()
    with story.on(71 + 80):
        found = api().get(f"{ROOT}recommendations/?late=true").json()["results"]
        none = api().get(f"{ROOT}commitments/?late=true").json()["results"]

    assert ([row["reference"] for row in found], none) == ([story.recommendation.reference], [])
    assert found[0]["days_late"] > 0


def test_a_delivery_tells_reasons_and_no_names():
    story = scenes.disputed()

    found = api().get(f"{ROOT}claims/{story.claim.pk}/").json()

    assert set(found["reasons"][0]) == {"verdict", "reason", "at"}


def test_the_whole_way_over_the_api():
    story = scenes.begun()
    with story.on(42):
        sent = api(story.facilitator).post(f"{ROOT}refer/{story.output.reference}/", {"bodies": [story.body.pk]})
        reference = sent.json()[0]["reference"]
        api(story.clerk).post(f"{ROOT}referrals/{reference}/acknowledge/")
        story.meeting = scenes.meeting(story)
        accepted = api(story.chair).post(f"{ROOT}referrals/{reference}/accept/", {"meeting": story.meeting.pk})
        scenes.actions.publish_agenda(actor=story.clerk, meeting=story.meeting)
    story.item = story.meeting.agenda.get()
    with story.on(70, 18):
        scenes.open_session(story)
        scenes.draft(story)
        votes = {str(story.seats[name].pk): "for" for name in ("chair", "Ravi", "Moira")}
        voted = api(story.clerk).post(f"{ROOT}recommendations/{story.recommendation.reference}/vote/", {"votes": votes})
    with story.on(71):
        path = f"{ROOT}recommendations/{story.recommendation.reference}/"
        api(story.clerk).post(f"{path}issue/", {"received_on": str(today())})
        promise = {
            "text": "Contracts change.",
            "measure": "They are public.",
            "owner": "Director",
            "due": str(today() + timedelta(days=60)),
        }
        words = {"answer": "accept", "reason": "Nine contracts can change this year; the others run on."}
        answered = api(story.holder).post(f"{path}answer/", words | promise).json()
        api(story.holder).post(f"{path}correct/", words | {"answer": "part", "why": "I counted wrong."})
        commitment = f"{ROOT}commitments/{answered['commitment']}/"
        api(story.holder).post(f"{commitment}progress/", {"state": "at_risk", "text": "Two refuse."})
        claim = api(story.holder).post(f"{commitment}claim/", {"evidence": "Signed."}).json()["id"]
        judged = api(story.supporter).post(f"{ROOT}claims/{claim}/judge/", {"verdict": "confirm"}).json()

    assert (accepted.json()["state"], voted.json()["state"]) == ("accepted", "adopted")
    assert (judged["confirmed"], Commitment.objects.get().state) == (1, "claimed")


def test_referrals_are_sent_on_and_refused_over_the_api():
    story = scenes.acknowledged()
    with story.on(44):
        other = scenes.body(by=story.clerk, name="Resources Scrutiny Committee")
        path = f"{ROOT}referrals/{story.referral.reference}/redirect/"
        moved = api(story.chair).post(path, {"body": other.pk, "reason": "Contracts."}).json()
        api(story.clerk).post(f"{ROOT}referrals/{moved['reference']}/acknowledge/")
        refused = api(story.clerk).post(f"{ROOT}referrals/{moved['reference']}/refuse/", {"reason": "Decided in May."})

    assert (moved["body"], refused.json()["state"]) == (other.slug, "refused")


def test_a_refusal_gives_the_policys_sentence():
    story = scenes.issued()
    stranger = cast.person("Stan", level=3).user

    answer = api(stranger).post(f"{ROOT}recommendations/{story.recommendation.reference}/answer/", {})

    assert (answer.status_code, answer.json()["detail"]) == (
        403,
        policies.may_answer(stranger, scenes.fresh(story.recommendation)).reason,
    )


def test_faults_are_told_by_field():
    story = scenes.issued()
    with story.on(75):
        answer = api(story.holder).post(
            f"{ROOT}recommendations/{story.recommendation.reference}/answer/", {"answer": "noted", "reason": "Noted."}
        )

    assert (answer.status_code, set(answer.json()["errors"])) == (400, {"answer", "reason"})
    assert Recommendation.objects.get().state == "issued"


@pytest.mark.parametrize("votes", [{"x": "for"}, {"1": "maybe"}, []])
def test_votes_that_cannot_be_read_are_faults(votes):
    story = scenes.drafted()
    with story.on(70, 19):
        answer = api(story.clerk).post(
            f"{ROOT}recommendations/{story.recommendation.reference}/vote/", {"votes": votes}
        )

    assert answer.status_code == 400


def test_signed_out_nobody_acts():
    story = scenes.referred()

    answer = api().post(f"{ROOT}referrals/{story.referral.reference}/acknowledge/")

    assert answer.status_code in {401, 403}
