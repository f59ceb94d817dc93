"""Words taken out, and other words asked for: the first ones are kept, for the two sides alone."""

from datetime import timedelta

import pytest

from core import clock, now, today
from core.states import StateConflict
from core.verdicts import Refused, yes
from forums.models import Post
from forums.policies import may_edit_post
from ledger.delivery import deliver_all
from moderation.actions import appeal, change_reason, rephrase, write_template
from moderation.models import Decision, Edit, Reason, Rephrase, Template
from moderation.queries import queue, waiting_count
from notifications.models import Notice
from search.models import Document
from tests.cast import client_as, person
from tests.scenes.moderation import attack, decide, decide_appeal


def edited(post, by, text="You are all mistaken."):
    values = {"outcome": "edit", "reason": attack(), "statement": "The insult is out.", "host_key": "forum:1"}
    return decide(actor=by, subject=post, verdict=yes(), text=text, **values)


def asked(post, by, **more):
    values = {"outcome": "rephrase", "reason": attack(), "statement": "Say it kindly.", "host_key": "forum:1"}
    decide(actor=by, subject=post, verdict=yes(), **values, **more)
    return Rephrase.objects.get()


def fresh(post):
    return Post.objects.select_related("thread__forum", "author").get(pk=post.pk)


def test_words_taken_out_are_marked_for_everybody_and_kept_for_the_two_sides(post, ada, ben, facilitator, dov):
    decision = edited(post, facilitator)

    deliver_all()
    page = client_as().get(f"/forums/threads/{post.thread_id}/").content.decode()
    assert "You are all mistaken." in page
    assert "edited by a moderator: Personal attack" in page
    assert "idiots" not in page
    assert "idiots" not in client_as().get(f"/forums/posts/{post.pk}/versions/").content.decode()
    assert Document.objects.get(subject_kind="forums.post").body == "You are all mistaken."
    at = f"/moderation/decision/{decision.pk}/"
    for user, sees in ((None, False), (ada, False), (ben, True), (facilitator, True), (dov, True)):
        assert ("idiots" in client_as(user).get(at).content.decode()) == sees
    assert not may_edit_post(ben, fresh(post))
    assert [(one.event, one.audience) for one in Notice.objects.filter(user=ben)][-1:] == [
        ("moderation.ContentDecided", "author")
    ]


@pytest.mark.parametrize(("outcome", "says"), [("restore", "You are all idiots."), ("hide", "You are all mistaken.")])
def test_an_edit_is_appealed_against_and_another_person_puts_the_words_back_or_not(
    post, ben, facilitator, dov, outcome, says
):
    made = appeal(actor=ben, decision=edited(post, facilitator), subject=fresh(post), text="It was a quotation.")
    with pytest.raises(Refused, match="You made the first decision"):
        decide_appeal(
            actor=facilitator, appeal=made, subject=fresh(post), outcome="restore", statement="So", verdict=yes()
        )

    decide_appeal(actor=dov, appeal=made, subject=fresh(post), outcome=outcome, statement="So.", verdict=yes())

    stored = fresh(post)
    assert (stored.body, bool(stored.edited_because), stored.is_hidden) == (says, outcome == "hide", False)


@pytest.mark.parametrize("text", ["", "You are all idiots."])
def test_an_edit_takes_something_out_and_leaves_something(post, facilitator, text):
    with pytest.raises(Refused, match="Take the words out"):
        edited(post, facilitator, text)

    assert not Edit.objects.exists()


@pytest.mark.parametrize("held", [True, False])
def test_an_author_finds_other_words_and_it_comes_back_to_the_queue_by_itself(post, ben, facilitator, held):
    made = asked(post, facilitator, hold_back=held)
    assert fresh(post).is_hidden == held
    assert made.due == today() + timedelta(days=7)
    assert queue() == []

    rephrase(actor=ben, rephrase=made, subject=fresh(post), text="I think you are mistaken.")

    deliver_all()
    assert [(one.kind, one.id, one.news) for one in queue(["forum:1"])] == [("forums.post", post.pk, "rephrased")]
    assert queue(["forum:2"]) == []
    assert waiting_count() == 1
    assert fresh(post).body == "I think you are mistaken."
    outcome = "restore" if held else "keep"
    decide(
        actor=facilitator,
        subject=fresh(post),
        outcome=outcome,
        statement="Thank you.",
        host_key="forum:1",
        verdict=yes(),
    )
    assert (queue(), fresh(post).is_hidden) == ([], False)
    with pytest.raises(Refused, match="decided since"):
        rephrase(actor=ben, rephrase=Rephrase.objects.get(), subject=fresh(post), text="Once more.")


def test_silence_brings_it_back_and_it_can_stay_hidden_for_a_reason(post, ben, facilitator):
    made = asked(post, facilitator, hold_back=True)

    with clock.at(now() + timedelta(days=8)):
        assert [one.news for one in queue()] == ["silent"]
        with pytest.raises(Refused, match="time for other words is over"):
            rephrase(actor=ben, rephrase=made, subject=fresh(post), text="Too late.")
        decide(
            actor=facilitator, subject=fresh(post), outcome="hide", reason=attack(), statement="No answer came.",
            host_key="forum:1", verdict=yes(),
        )  # fmt: skip

        assert (queue(), fresh(post).is_hidden) == ([], True)


def test_nobody_but_the_author_finds_other_words(post, ada, facilitator):
    made = asked(post, facilitator)

    with pytest.raises(Refused, match="Only its author"):
        rephrase(actor=ada, rephrase=made, subject=post, text="I would say it so.")


def test_what_was_answered_a_moment_ago_is_not_answered_twice(post, ben, facilitator):
    made = asked(post, facilitator)
    rephrase(actor=ben, rephrase=made, subject=post, text="Kinder.")

    with pytest.raises((StateConflict, Refused)):
        rephrase(actor=ben, rephrase=Rephrase.objects.get(), subject=post, text="Kindest.")


def test_the_whole_of_it_in_a_browser_without_scripts(post, ben, facilitator):
    at, desk = f"/moderation/content/forums.post/{post.pk}/", client_as(facilitator)
    desk.post(f"{at}lock/")
    words = {"outcome": "rephrase", "reason": "personal_attack", "statement": "Kindly, please.", "hold_back": "on"}
    decision = desk.post(at, words).url

    assert "Say it in other words" in client_as(ben).get(decision).content.decode()
    assert client_as(ben).get(f"{decision}words/").status_code == 200
    assert client_as(ben).post(f"{decision}words/", {"text": ""}).status_code == 422
    assert client_as(ben).post(f"{decision}words/", {"text": "I think otherwise."}).status_code == 302
    desk.post(f"{at}lock/")
    assert "Show it again" in desk.get(at).content.decode()
    assert desk.post(at, {"outcome": "restore", "statement": "Thank you."}).status_code == 302
    assert "I think otherwise." in client_as().get(f"/forums/threads/{post.thread_id}/").content.decode()


def test_the_api_takes_words_out_and_takes_other_words(post, ben, facilitator):
    at, desk = f"/api/v1/moderation/content/forums.post/{post.pk}/", client_as(facilitator)
    desk.post(f"{at}lock/")
    words = {"outcome": "rephrase", "reason": "personal_attack", "statement": "Kindly."}
    made = desk.post(f"{at}decision/", words, content_type="application/json").json()

    url = f"/api/v1/moderation/decisions/{made['id']}/words/"
    said = client_as(ben).post(url, {"text": "I think otherwise."}, content_type="application/json")
    assert said.status_code == 200
    again = client_as(ben).post(url, {"text": "Again."}, content_type="application/json")
    assert again.status_code == 403
    assert "other words" in again.json()["detail"]


def test_an_author_has_ten_days_to_appeal_and_the_page_says_until_when(post, ben, facilitator):
    decision = edited(post, facilitator)
    page = client_as(ben).get(f"/moderation/decision/{decision.pk}/").content.decode()

    assert decision.appeal_until == today() + timedelta(days=10)
    assert "You can appeal" in page
    with clock.at(now() + timedelta(days=11)), pytest.raises(Refused, match="The time to appeal ended on"):
        appeal(actor=ben, decision=decision, subject=fresh(post), text="I was away.")


def test_one_click_fills_in_the_words_for_a_reason(post, ada, facilitator):
    text = Template.objects.get(title="An insult")
    at, desk = f"/moderation/content/forums.post/{post.pk}/", client_as(facilitator)
    client_as(ada).post(f"/moderation/flag/forums.post/{post.pk}/", {"reason": "personal_attack"})
    desk.post(f"{at}lock/")

    for query in (f"outcome=hide&template={text.pk}", "outcome=hide"):
        page = desk.get(f"{at}?{query}").content.decode()
        assert text.text in page
        assert 'value="personal_attack"' in page
    assert f"?outcome=hide&amp;template={text.pk}" in desk.get(at).content.decode()


def test_reasons_and_texts_are_written_by_the_councils_moderators_and_keep_their_versions(dov, facilitator):
    reason = Reason.objects.get(code="advertising")
    for refused in (facilitator, person("Ann").user):
        assert client_as(refused).post(f"/moderation/reasons/{reason.pk}/", {"title": "x"}).status_code == 403
    council = client_as(dov)

    assert council.post(f"/moderation/reasons/{reason.pk}/", {"title": ""}).status_code == 422
    words = {"title": "Selling", "explanation": "It sells something.", "active": "on"}
    assert council.post(f"/moderation/reasons/{reason.pk}/", words).status_code == 302
    assert council.post("/moderation/reasons/new/", words | {"title": "Personal attack!"}).status_code == 302
    text = {"use": "decision", "title": "Short", "text": "Please do not sell here.", "active": "on"}
    assert council.post(f"/moderation/reasons/{reason.pk}/texts/new/", text).status_code == 302

    assert [one.title for one in reason.versions.all()] == ["Selling", "Advertising"]
    assert Reason.objects.filter(code__startswith="personal_attack").count() == 2
    page = council.get("/moderation/reasons/").content.decode()
    assert "What it said before" in page
    made = Template.objects.get(title="Short")
    assert council.post(f"/moderation/reasons/{reason.pk}/texts/{made.pk}/", text | {"active": ""}).status_code == 302
    assert not Template.objects.get(title="Short").active


def test_a_reason_used_no_more_stands_behind_what_was_decided(post, facilitator, dov):
    decision = edited(post, facilitator)
    reason = attack()

    change_reason(actor=dov, reason=reason, title=reason.title, explanation=reason.explanation, active=False)

    assert Decision.objects.get(pk=decision.pk).reason == reason
    assert reason not in Reason.objects.active()
    with pytest.raises(Refused):
        write_template(
            actor=facilitator, template=Template(), reason=reason, use="block", title="x", text="y", active=True
        )
