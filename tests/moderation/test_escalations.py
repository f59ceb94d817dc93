"""What may be against the law is hidden at once and goes to the council's moderators, who have hours."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.formats import date_format

from clocks.actions import set_rule
from core import clock, now, today
from core.verdicts import Refused, yes
from forums.actions import reply
from forums.models import Post
from ledger.delivery import deliver_all
from moderation.actions import escalate, flag, take
from moderation.models import Decision, Escalation, Flag, Reason, Setting
from moderation.queries import escalated, queue
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
    assert desk.count("It may be against the law · ") == 1
    assert "Decide by" in desk
    client_as(dov).post(f"{at}lock/")
    assert "It stays hidden, for a reason" in client_as(dov).get(at).content.decode()


def test_the_api_hands_on(post, facilitator):
    at = f"/api/v1/moderation/content/forums.post/{post.pk}/"
    client_as(facilitator).post(f"{at}lock/")

    made = client_as(facilitator).post(f"{at}escalation/", {"statement": "A threat."}, content_type="application/json")

    assert made.status_code == 201
    assert fresh(post).is_hidden


def reported(post, by, code="unlawful"):
    return flag(actor=by, subject=post, reason=Reason.objects.get(code=code), host_key=f"forum:{post.thread.forum_id}")


def test_a_report_that_says_so_starts_the_same_24_hours_and_hides_nothing(post, ada, cleo, facilitator, dov):
    moment = now()
    older = Post.objects.get(pk=reply(actor=cleo, thread=post.thread, body="Fools.").pk)
    with clock.at(moment):
        other = reported(older, ada, "personal_attack")
        made = reported(post, ada)
        deliver_all()

    assert (other.due_at, made.due_at, fresh(post).is_hidden) == (None, moment + timedelta(hours=24), False)
    assert [one.id for one in queue()] == [post.pk, older.pk]
    told = {user: Notice.objects.filter(user=user, event="moderation.ContentFlagged") for user in (facilitator, dov)}
    assert [told[facilitator].count(), told[dov].count()] == [2, 1]
    assert not any(one.is_late for one in queue())
    with clock.at(moment + timedelta(hours=25)):
        assert [one.is_late for one in queue()] == [True, False]
        assert Flag.objects.get(pk=made.pk).is_late


def test_one_clock_runs_for_a_thing_whoever_reports_it_again_or_hands_it_on(post, ada, cleo, facilitator):
    moment = now()
    with clock.at(moment):
        first = reported(post, ada)
    with clock.at(moment + timedelta(hours=10)):
        second = reported(post, cleo)
    with clock.at(moment + timedelta(hours=20)):
        made = handed_on(post, facilitator)

    assert {first.due_at, second.due_at, made.due_at} == {moment + timedelta(hours=24)}
    assert not queue()


def test_the_hours_are_a_number_of_the_council(post, ada):
    Setting.objects.create(key="desk.urgent_hours", value=6, since=now(), why="Agreed in June.")
    moment = now()

    with clock.at(moment):
        assert reported(post, ada).due_at == moment + timedelta(hours=6)


@pytest.mark.parametrize("amount", [3, 6])
def test_whoever_reports_reads_the_day_that_the_council_set(amount, post, ada, administrator):
    set_rule(actor=administrator, key="moderation.decide", amount=Decimal(amount), since=today(), why="Agreed in June.")
    data = {"reason": "personal_attack", "note": ""}

    answer = client_as(ada).post(f"/moderation/flag/forums.post/{post.pk}/", data, follow=True)

    until = date_format(Flag.objects.get().due, "j F")
    assert f"The moderators decide by {until} at the latest" in answer.content.decode()


def test_reported_on_a_page_it_says_until_when_to_both_sides(post, ada, facilitator, dov):
    browser = client_as(ada)
    answer = browser.post(f"/moderation/flag/forums.post/{post.pk}/", {"reason": "unlawful", "note": ""}, follow=True)

    assert "The moderators decide by" in answer.content.decode()
    for user, role in ((facilitator, "facilitator"), (dov, "moderator")):
        assert "Decide by" in client_as(user).get(f"/desk/{role}/").content.decode()
    client_as(facilitator).post(f"/moderation/content/forums.post/{post.pk}/lock/")
    assert "Decide by" in client_as(facilitator).get(f"/moderation/content/forums.post/{post.pk}/").content.decode()


def test_the_api_says_until_when(post, ada, cleo):
    at, said = "/api/v1/moderation/flags/", {"kind": "forums.post", "id": post.pk}

    usual = client_as(cleo).post(at, said | {"reason": "personal_attack"}, content_type="application/json").json()
    urgent = client_as(ada).post(at, said | {"reason": "unlawful"}, content_type="application/json").json()

    assert (usual["due_at"], bool(urgent["due_at"])) == (None, True)
    assert urgent["due"] <= usual["due"]


def test_while_another_has_it_the_desk_still_says_until_when(post, ada, facilitator, dov):
    reported(post, ada)
    take(actor=facilitator, subject=post, verdict=yes())

    desk = client_as(dov).get("/desk/moderator/").content.decode()

    assert "Fay Lund has this since" in desk
    assert "Decide by" in desk
