"""What is reported, hidden and appealed against, in a browser without scripts."""

from moderation.models import Decision, Flag, Reason
from tests.cast import client_as


def test_reporting_hiding_and_appealing_in_a_browser(post, thread, ada, ben, facilitator, dov):
    flagged = client_as(ada).post(f"/moderation/flag/forums.post/{post.pk}/", {"reason": "personal_attack"})
    assert (flagged.status_code, Flag.objects.count()) == (302, 1)
    assert client_as(ada).post(f"/moderation/flag/forums.post/{post.pk}/", {}).status_code == 403
    desk = client_as(facilitator)
    at = f"/moderation/content/forums.post/{post.pk}/"
    assert "Personal attack" in desk.get(at).content.decode()
    assert desk.post(f"{at}lock/").url == at
    assert desk.post(at, {"outcome": "hide"}).status_code == 422
    done = desk.post(at, {"outcome": "hide", "reason": "personal_attack", "statement": "Please say it kindly."})
    decision = Decision.objects.get()
    assert done.url == f"/moderation/decision/{decision.pk}/"
    page = client_as().get(f"/forums/threads/{thread.pk}/").content.decode()
    assert "Hidden by a moderator: Personal attack." in page
    assert "late" not in page
    assert "kindly" not in client_as().get(done.url).content.decode()
    assert "kindly" in client_as(ben).get(done.url).content.decode()
    assert client_as(ben).post(f"{done.url}appeal/", {"text": "no"}).status_code == 422
    assert client_as(ben).post(f"{done.url}appeal/", {"text": "I meant the bus, not a person."}).status_code == 302
    answer = f"/moderation/appeal/{decision.appeal.pk}/"
    assert desk.get(answer).status_code == 403
    assert client_as(dov).post(f"{at}lock/", {"next": answer}).url == answer
    assert client_as(dov).get(answer).status_code == 200
    assert client_as(dov).post(answer, {"outcome": "restore", "statement": "It was the bus."}).status_code == 302
    assert "late" in client_as().get(f"/forums/threads/{thread.pk}/").content.decode()
    assert "1 succeeded" in client_as().get("/moderation/figures/").content.decode()


def test_a_hidden_conversation_shows_the_reason_and_not_its_title(thread, forum, facilitator, dov):
    at = f"/moderation/content/forums.thread/{thread.pk}/"
    words = {"outcome": "hide", "reason": "advertising", "statement": "This sells something."}

    client_as(dov).post(f"{at}lock/")

    assert client_as(dov).post(at, words).status_code == 302

    for path in (f"/forums/threads/{thread.pk}/", f"/forums/{forum.slug}/threads/"):
        page = client_as().get(path).content.decode()
        assert "Shorter waits" not in page
        assert "Advertising" in page
    assert client_as().get(f"/api/v1/threads/{thread.pk}/").json()["title"] == ""


def test_reasons_are_data(db):
    assert Reason.objects.active().count() == 7
