"""What waits stands nowhere until a person releases it; released it is as if new; refused it can be appealed against."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock, now
from core.states import StateConflict
from core.verdicts import Refused
from forums.actions import submit_reply
from forums.models import AskedQuestion, Post, Thread
from ledger.delivery import deliver_all
from ledger.models import Entry
from moderation.actions import appeal, decide_appeal, take, take_back
from moderation.models import Held, Reason
from moderation.subjects import _moderate_held
from notifications.models import Notice
from proposals.actions import save_draft, submit_proposal
from proposals.models import Proposal
from search.models import Document
from tests.cast import client_as
from tests.scenes import forums as scene, proposals as proposal_scene
from tests.scenes.moderation import fresh, settle

SAID = {"body": "Peculiarwords about the bus.", "stance": "for"}


def refused(held, by):
    return settle(held, by, "hide", reason=Reason.objects.get(code="off_subject"))


def test_what_waits_stands_in_no_page_feed_count_search_or_api(thread, ben, ada, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)

    deliver_all()
    assert isinstance(held, Held)
    assert Post.objects.count() == 0
    assert Thread.objects.get().post_count == 0
    assert not Entry.objects.filter(event="forums.PostPublished").exists()
    assert not Entry.objects.get(event="moderation.HeldBack").public
    assert not Document.objects.filter(subject_kind="forums.post").exists()
    for user in (None, ada):
        for url in (
            f"/forums/threads/{thread.pk}/",
            f"/forums/{thread.forum.slug}/",
            f"/api/v1/threads/{thread.pk}/posts/",
            f"/forums/{thread.forum.slug}/threads/",
            "/search/?q=bus",
            "/record/",
            "/",
        ):
            assert "Peculiarwords" not in client_as(user).get(url).content.decode(), url


def test_its_author_sees_that_it_waits_and_nobody_else_does(thread, ben, ada, facilitator, everything_waits):
    answer = client_as(ben).post(f"/forums/threads/{thread.pk}/reply/", {"body": SAID["body"], "stance": "for"})

    held = Held.objects.get()
    page = f"/moderation/held/{held.pk}/"
    assert answer.headers["Location"] == page
    shown = client_as(ben).get(page).content.decode()
    assert "A person looks at it before others can see it." in shown
    assert "Peculiarwords" in shown
    assert "looked at first" not in shown
    assert client_as(ada).get(page).status_code == 404
    assert client_as().get(page).status_code in (302, 404)
    assert client_as(facilitator).get(page).status_code == 302


def test_moderators_of_the_place_are_told_and_see_why(thread, ben, facilitator, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)
    deliver_all()

    told = {n.user_id: n.audience for n in Notice.objects.filter(event="moderation.HeldBack")}

    assert told == {facilitator.pk: "moderators"}
    page = client_as(facilitator).get(f"/moderation/content/moderation.held/{held.pk}/").content.decode()
    assert "Everything here is looked at first." in page
    assert "Peculiarwords" in page
    assert 'href="/desk/"' in client_as(facilitator).get("/moderation/held/").content.decode()
    desk = client_as(facilitator).get("/desk/facilitator/?kind=held").content.decode()
    assert (thread.title in desk, "Peculiarwords" in desk) == (True, False)


def test_released_it_is_published_as_if_new(thread, ben, facilitator, everything_waits):
    parent = scene.posts(thread, 1, by=facilitator)[0]
    held = submit_reply(actor=ben, thread=thread, parent=parent, said=SAID)
    later = now() + timedelta(hours=5)

    with clock.at(later):
        settle(held, facilitator, "keep", statement="")
        deliver_all()

    post = Post.objects.get(author=ben.person)
    assert (post.body, post.stance, post.parent, post.created_at) == (SAID["body"], "for", parent, later)
    assert Entry.objects.filter(event="forums.PostPublished", subject_id=post.pk).count() == 1
    assert Thread.objects.get().post_count == 2
    assert Document.objects.filter(subject_kind="forums.post", subject_id=post.pk).exists()
    assert (fresh(held).state, fresh(held).became_url) == ("released", f"/forums/posts/{post.pk}/")
    assert [n.event for n in Notice.objects.filter(user=ben).order_by("id")] == ["moderation.HeldReleased"]


def test_it_is_released_once(thread, ben, facilitator, dov, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)
    settle(held, facilitator, "keep")

    with pytest.raises((StateConflict, Refused)):
        settle(held, dov, "keep")

    assert Post.objects.count() == 1


def test_what_can_no_longer_be_done_is_not_released(thread, ben, facilitator, everything_waits):
    from forums.actions import close_thread

    held = submit_reply(actor=ben, thread=thread, said=SAID)
    close_thread(actor=facilitator, thread=thread, conclusions="We agreed on nearly everything here.")

    with pytest.raises(Refused, match="closed"):
        settle(held, facilitator, "keep")

    assert fresh(held).state == "waiting"


def test_refused_it_gives_the_reason_and_another_person_can_publish_it(thread, ben, facilitator, dov, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)

    decision = refused(held, facilitator)
    made = appeal(actor=ben, decision=decision, subject=fresh(held), text="It is about the bus, which is the subject.")

    assert (fresh(held).state, Post.objects.count()) == ("refused", 0)
    assert "It has nothing to do" in client_as(ben).get(f"/moderation/decision/{decision.pk}/").content.decode()
    with pytest.raises(Refused, match="first decision"):
        decide_appeal(
            actor=facilitator,
            appeal=made,
            subject=fresh(held),
            outcome="restore",
            statement="Yes.",
            verdict=_moderate_held(facilitator, held),
        )
    take(actor=dov, subject=fresh(held), verdict=_moderate_held(dov, held))
    decide_appeal(
        actor=dov,
        appeal=made,
        subject=fresh(held),
        outcome="restore",
        statement="Yes.",
        verdict=_moderate_held(dov, held),
    )
    assert (fresh(held).state, Post.objects.get().body) == ("released", SAID["body"])


def test_its_author_takes_it_back(thread, ben, ada, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)

    with pytest.raises(Refused, match="Only its author"):
        take_back(actor=ada, held=fresh(held))
    answer = client_as(ben).post(f"/moderation/held/{held.pk}/take-back/")

    assert answer.status_code == 302
    assert fresh(held).state == "taken_back"
    with pytest.raises(Refused, match="waits for nobody"):
        take_back(actor=ben, held=fresh(held))


def test_the_api_says_that_it_waits(thread, ben, everything_waits):
    browser = client_as(ben)

    answer = browser.post(f"/api/v1/threads/{thread.pk}/posts/", SAID, content_type="application/json")

    assert (answer.status_code, answer.json()["state"]) == (202, "waiting")
    assert [one["held"] for one in browser.get("/api/v1/moderation/held/").json()] == [answer.json()["held"]]
    assert browser.post(f"/api/v1/moderation/held/{answer.json()['held']}/take-back/").json()["state"] == "taken_back"


def test_a_proposal_waits_as_a_draft_and_is_published_with_its_reference(ben, everything_waits, forum, facilitator):
    activity = scene.proposals_activity(forum)
    draft = save_draft(actor=ben, activity=activity, title="A bench at the stop", body=proposal_scene.BODY)

    held = submit_proposal(actor=ben, proposal=draft)

    assert Proposal.objects.get().state == "draft"
    with pytest.raises(Refused, match="waits for a person already"):
        submit_proposal(actor=ben, proposal=draft)
    settle(held, facilitator, "keep")
    assert (Proposal.objects.get().state, bool(Proposal.objects.get().reference)) == ("open", True)


def test_a_draft_that_is_changed_waits_no_more(ben, everything_waits, forum):
    activity = scene.proposals_activity(forum)
    draft = save_draft(actor=ben, activity=activity, title="A bench at the stop", body=proposal_scene.BODY)
    held = submit_proposal(actor=ben, proposal=draft)

    save_draft(actor=ben, activity=activity, title="Two benches at the stop", body=proposal_scene.BODY)

    assert fresh(held).state == "taken_back"


def test_erasure_takes_the_words_that_wait(thread, ben, everything_waits):
    from accounts.actions import erase_person

    held = submit_reply(actor=ben, thread=thread, said=SAID)

    erase_person(actor=None, person=ben.person)

    gone = Held.objects.filter(pk=held.pk).first()
    assert gone is None or (gone.payload, gone.words_html, gone.state) == ({}, "", "taken_back")


def test_a_question_waits_as_everything_does_and_released_it_is_asked(forum, ada, facilitator, everything_waits):
    activity = scene.questions_activity(forum, by=facilitator)
    said = {"title": "When does the Peculiarwords bus run?", "opening": "I missed it."}

    answer = client_as(ada).post(f"/forums/activities/{activity.pk}/ask/", said)

    held = Held.objects.get()
    assert answer.headers["Location"] == f"/moderation/held/{held.pk}/"
    assert (AskedQuestion.objects.count(), Thread.objects.count()) == (0, 0)
    settle(held, facilitator, "keep")
    question = AskedQuestion.objects.select_related("thread").get(activity=activity)
    assert (question.thread.title, question.thread.author) == (said["title"], ada.person)
    assert fresh(held).became_url == f"/forums/threads/{question.thread_id}/"


def test_a_question_over_the_api_waits_too(forum, ada, facilitator, everything_waits):
    activity = scene.questions_activity(forum, by=facilitator)
    url = reverse("api:activity-questions", args=[activity.pk])

    answer = client_as(ada).post(url, {"title": "When does the bus run?"}, content_type="application/json")

    assert (answer.status_code, answer.json()["held"]) == (202, Held.objects.get().pk)
    assert AskedQuestion.objects.count() == 0
