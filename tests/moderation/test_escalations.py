"""What may be against the law is hidden at once and goes to the council's moderators, who have hours."""

from datetime import timedelta

import pytest

from core import clock, now
from core.verdicts import Refused, yes
from forums.models import Post
from ledger.delivery import deliver_all
from moderation.actions import escalate, take
from moderation.models import Decision, Escalation
from moderation.queries import escalated
from notifications.models import Notice
from tests.cast import client_as
from tests.scenes.moderation import attack, decide


def fresh(post):
    return Post.objects.select_related("thread__forum", "author").get(pk=post.pk)


def handed_on(post, by):
    take(actor=by, subject=post, verdict=yes())
    return escalate(actor=by, subject=post, statement="It threatens somebody.", host_key="forum:1", verdict=yes())


def test_it_is_hidden_at_once_and_due_within_24_hours(post, ben, facilitator, dov):
    moment = now()
    with clock.at(moment):
        made = handed_on(post, facilitator)

    deliver_all()
    assert (fresh(post).is_hidden, made.due_at) == (True, moment + timedelta(hours=24))
    assert [one.escalation for one in escalated()] == [made]
    told = {user: set(Notice.objects.filter(user=user).values_list("event", flat=True)) for user in (ben, dov)}
    assert "moderation.ContentDecided" in told[ben]
    assert "moderation.ContentEscalated" in told[dov]
    with clock.at(moment + timedelta(hours=25)):
        assert Escalation.objects.get().is_late


@pytest.mark.parametrize(("outcome", "hidden"), [("restore", False), ("hide", True)])
def test_only_the_councils_moderators_decide_then(post, facilitator, dov, outcome, hidden):
    handed_on(post, facilitator)
    with pytest.raises(Refused, match="council's moderators decide"):
        take(actor=facilitator, subject=fresh(post), verdict=yes())

    decide(
        actor=dov, subject=fresh(post), outcome=outcome, reason=attack() if hidden else None, statement="We looked.",
        host_key="forum:1", verdict=yes(),
    )  # fmt: skip

    assert (fresh(post).is_hidden, escalated()) == (hidden, [])
    assert Escalation.objects.get().settled == Decision.objects.latest("id")


def test_in_a_browser_and_at_the_top_of_the_councils_desk(post, facilitator, dov):
    at = f"/moderation/content/forums.post/{post.pk}/"
    assert client_as(facilitator).post(f"{at}escalation/", {"statement": "A threat."}).status_code == 409
    client_as(facilitator).post(f"{at}lock/")
    assert client_as(facilitator).get(f"{at}escalation/").status_code == 200
    assert client_as(facilitator).post(f"{at}escalation/", {"statement": ""}).status_code == 422
    assert client_as(facilitator).post(f"{at}escalation/", {"statement": "A threat."}).status_code == 302

    desk = client_as(dov).get("/desk/moderator/").content.decode()
    assert desk.index("It may be against the law") < desk.index("Reported to you")
    assert "Decide until" in desk
    client_as(dov).post(f"{at}lock/")
    assert "It stays hidden, for a reason" in client_as(dov).get(at).content.decode()


def test_the_api_hands_on(post, facilitator):
    at = f"/api/v1/moderation/content/forums.post/{post.pk}/"
    client_as(facilitator).post(f"{at}lock/")

    made = client_as(facilitator).post(f"{at}escalation/", {"statement": "A threat."}, content_type="application/json")

    assert made.status_code == 201
    assert fresh(post).is_hidden
