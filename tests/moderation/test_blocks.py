"""A moderator blocks somebody with a reason; the end of the block gives back what it took and nothing else."""

from datetime import timedelta

import pytest
from django.core import signing

from core import clock, now, today
from core.verdicts import Refused, yes
from forums.actions import reply
from forums.models import Post
from forums.policies import may_moderate
from ledger.delivery import deliver_all
from moderation.actions import appeal, block_person, decide, decide_appeal, end_block, end_due_blocks, flag_person, take
from moderation.bars import page_of, token_of
from moderation.models import Block, Profile, Reason
from moderation.queries.decisions import decision_of
from notifications.models import Notice
from proposals.models import Support
from search.models import Document
from tests.cast import client_as, person
from tests.scenes import forums as scene, proposals as proposal_scene


def why():
    return Reason.objects.get(code="advertising")


def blocked(by, whom, **more):
    return block_person(actor=by, person=whom.person, reason=why(), statement="You posted it forty times.", **more)


def shown():
    return {post.body for post in Post.objects.shown()}


def test_a_block_ends_the_session_and_sign_in_says_why(post, ben, dov):
    browser = client_as(ben)
    assert browser.get("/me/").status_code == 200

    blocked(dov, ben, until=today() + timedelta(days=7))

    assert browser.get("/me/").status_code == 302
    ben.refresh_from_db()
    page = client_as().get(page_of(ben)).content.decode()
    assert "You posted it forty times." in page
    assert "Advertising" in page
    from accounts.adapter import Adapter

    answer = Adapter().pre_login(
        None, ben, email_verification="", signal_kwargs=None, email=None, signup=False, redirect_url=None
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, page_of(ben))
    deliver_all()
    assert [(n.event, n.audience) for n in Notice.objects.filter(user=ben)][-1] == (
        "moderation.PersonBlocked",
        "author",
    )


def test_a_key_to_the_interface_opens_nothing_any_more(ben, dov):
    from accounts.actions import make_key

    key = make_key(actor=ben)
    url, head = "/api/v1/moderation/held/", {"HTTP_AUTHORIZATION": f"Token {key}"}
    assert client_as().get(url, **head).status_code == 200

    blocked(dov, ben)

    assert client_as().get(url, **head).status_code in (401, 403)


def test_what_they_wrote_goes_and_comes_back_and_nothing_else_does(post, ada, ben, dov, facilitator):
    earlier = reply(actor=ben, thread=post.thread, body="Hidden long before.")
    scene.posts(post.thread, 1, by=ada)
    take(actor=facilitator, subject=earlier, verdict=may_moderate(facilitator, post.thread.forum))
    decide(
        actor=facilitator,
        subject=earlier,
        outcome="hide",
        reason=why(),
        statement="No.",
        host_key="forum:1",
        verdict=yes(),
    )

    block = blocked(dov, ben, hides=True)
    during = shown()
    end_block(actor=dov, block=block)

    deliver_all()
    assert during == {"Post 0"}
    assert shown() == {"Post 0", post.body}
    assert Document.objects.filter(subject_kind="forums.post", subject_id=post.pk).exists()
    assert [n.event for n in Notice.objects.filter(user=ben)].count("moderation.ContentDecided") == 1
    assert client_as(ben).get("/me/").status_code == 200


def test_without_the_choice_their_words_stay(post, ben, dov):
    blocked(dov, ben)

    assert shown() == {post.body}


def test_supports_that_they_gave_stand(ada, ben, dov):
    proposal = proposal_scene.proposal(ada)
    proposal_scene.give_support(actor=ben, proposal=proposal)

    blocked(dov, ben, hides=True)

    assert Support.objects.filter(person=ben.person, proposal=proposal).count() == 1


def test_another_person_decides_on_the_appeal(ben, dov):
    block = blocked(dov, ben)
    other = person("Mo Second", level=3, roles=("moderator",)).user

    answer = client_as().post(
        f"/moderation/blocked/{token_of(block)}/", {"text": "It was my cousin, who used my telephone."}
    )

    decision = decision_of(block)
    made = decision.appeal
    assert answer.status_code == 302
    block = Block.objects.select_related("person__user").get()
    values = {"appeal": made, "subject": block, "outcome": "restore", "statement": "Granted.", "verdict": yes()}
    with pytest.raises(Refused, match="first decision"):
        decide_appeal(actor=dov, **values)
    take(actor=other, subject=block, verdict=yes())
    decide_appeal(actor=other, **values)
    assert Block.objects.get().ended_at is not None
    assert client_as(ben).get("/me/").status_code == 200


def test_an_address_that_we_did_not_sign_says_nothing(ben, dov):
    block = blocked(dov, ben)

    assert client_as().get(f"/moderation/blocked/{signing.dumps(block.pk, salt='other')}/").status_code == 404


def test_a_block_ends_by_itself_on_its_day(ben, dov):
    blocked(dov, ben, until=today() + timedelta(days=7))

    with clock.at(now() + timedelta(days=6)):
        assert end_due_blocks() == 0
    with clock.at(now() + timedelta(days=7)):
        assert (end_due_blocks(), end_due_blocks()) == (1, 0)


@pytest.mark.parametrize(
    ("who", "whom", "reason"),
    [
        ("facilitator", "ben", "moderator of the council"),
        ("dov", "dov", "yourself"),
        ("dov", "clerk", "office"),
        (None, "ben", "Sign in"),
    ],
)
def test_who_blocks_whom(request, who, whom, reason):
    by, other = (request.getfixturevalue(name) if name else None for name in (who, whom))

    with pytest.raises(Refused, match=reason):
        blocked(by, other)


def test_somebody_is_blocked_once(ben, dov):
    blocked(dov, ben)

    with pytest.raises(Refused, match="blocked already"):
        blocked(dov, ben)


def test_several_at_once_and_one_that_cannot_be_keeps_nobody(post, ada, ben, dov, clerk):
    other = person("Cy Seller", level=1).user
    for subject in (post, reply(actor=other, thread=post.thread, body="Buy!")):
        flag_person(
            actor=ada, subject=Post.objects.select_related("thread__forum", "author").get(pk=subject.pk), reason=why()
        )
    form = {
        "people": [p.pk for p in Profile.objects.all()],
        "reason": "advertising",
        "statement": "Forty times the same.",
    }

    answer = client_as(dov).post("/moderation/blocks/", form)

    assert answer.status_code == 302
    assert {b.person for b in Block.objects.in_force()} == {ben.person, other.person}


def test_from_what_somebody_wrote_to_the_block_is_one_link(post, ben, dov):
    page = client_as(dov).get(f"/moderation/content/forums.post/{post.pk}/").content.decode()
    url = f"/moderation/block/forums.post/{post.pk}/"

    assert url in page
    answer = client_as(dov).post(url, {"reason": "advertising", "statement": "Forty times the same.", "hides": "on"})

    assert answer.status_code == 302
    assert shown() == set()
    assert appeal is not None
