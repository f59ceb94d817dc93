"""Nobody moderates where they have an interest, object by object; that somebody stood aside is public, why is not."""

import pytest

from core.verdicts import Refused, yes
from forums.actions import move_posts, reply
from forums.models import Post
from forums.policies import may_move
from ledger.models import Entry
from ledger.queries import timeline
from moderation import hosts
from moderation.actions import appeal, decide_appeal, stand_aside, take
from moderation.models import Interest, Lock
from moderation.policies import may_decide
from tests.cast import client_as
from tests.scenes import forums as scene, proposals
from tests.scenes.moderation import attack, decide


def fresh(post):
    return Post.objects.select_related("thread__forum", "author").get(pk=post.pk)


def said(thread, by, words="More", **more):
    return fresh(reply(actor=by, thread=thread, body=words, **more))


@pytest.mark.parametrize(
    ("scope", "this", "same_thread", "same_author", "elsewhere"),
    [
        ("this", False, True, True, True),
        ("around", False, False, True, True),
        ("author", False, True, False, True),
    ],
)
def test_whoever_stands_aside_decides_nothing_there_and_everything_elsewhere(
    post, forum, ada, ben, facilitator, scope, this, same_thread, same_author, elsewhere
):
    beside = said(post.thread, ada)
    other = scene.thread(forum, by=ada, title="Another")
    of_author, of_another = said(other, ben), said(other, ada)

    stand_aside(actor=facilitator, subject=post, scope=scope, verdict=yes())

    may = [bool(may_decide(facilitator, one, yes())) for one in (post, beside, of_author, of_another)]
    assert may == [this, same_thread, same_author, elsewhere]


def test_standing_aside_frees_the_desk_and_is_public_without_name_and_reason(post, facilitator, dov):
    take(actor=facilitator, subject=post, verdict=yes())

    stand_aside(actor=facilitator, subject=post, scope="this", verdict=yes())

    assert not Lock.objects.exists()
    entry = Entry.objects.get(event="moderation.ModeratorStoodAside")
    assert (entry.public, entry.actor_key) == (True, "")
    assert "A moderator stood aside" in timeline(("forums.post", post.pk))[0].sentence
    with pytest.raises(Refused, match="declared an interest"):
        decide(
            actor=facilitator,
            subject=post,
            outcome="hide",
            reason=attack(),
            statement="Why.",
            host_key="",
            verdict=yes(),
        )
    decide(actor=dov, subject=post, outcome="hide", reason=attack(), statement="Why.", host_key="", verdict=yes())


def test_nobody_decides_where_they_took_a_side_or_are_answered(post, forum, ada, ben, facilitator):
    mine = said(post.thread, facilitator, "Please be kind.")
    answer = said(post.thread, ben, "Mind your own business.", parent=mine)
    assert may_decide(facilitator, post, yes())
    assert not may_decide(facilitator, answer, yes())
    assert not may_move(facilitator, answer)

    said(post.thread, facilitator, "I am for it.", stance="for")

    assert "took part" in str(may_decide(facilitator, fresh(post), yes()).reason)
    with pytest.raises(Refused, match="took part"):
        move_posts(actor=facilitator, post=fresh(post), to=scene.thread(forum, by=ada), reason="No.")


def test_nobody_decides_on_what_they_proposed_nor_on_an_appeal_there(post, ben, facilitator, dov):
    proposal = proposals.proposal(ben)
    record = hosts.record_of("proposals.proposal", proposal.pk)
    assert not may_decide(ben, record, yes())

    first = decide(
        actor=dov, subject=post, outcome="hide", reason=attack(), statement="Why.", host_key="", verdict=yes()
    )
    made = appeal(actor=ben, decision=first, subject=post, text="I was quoting.")
    stand_aside(actor=facilitator, subject=post, scope="this", verdict=yes())

    with pytest.raises(Refused, match="declared an interest"):
        decide_appeal(actor=facilitator, appeal=made, subject=post, outcome="restore", statement="So", verdict=yes())


def test_one_stands_aside_in_a_browser_and_over_the_api_and_then_the_page_says_so(post, ada, facilitator, dov):
    at = f"/moderation/content/forums.post/{post.pk}/"
    assert client_as(ada).post(f"{at}interest/", {"scope": "this"}).status_code == 403
    assert client_as(facilitator).get(f"{at}interest/").status_code == 200
    assert client_as(facilitator).post(f"{at}interest/", {}).status_code == 422

    assert client_as(facilitator).post(f"{at}interest/", {"scope": "around"}).url == "/desk/"
    answer = client_as(dov).post(f"/api/v1{at}interest/", {"scope": "author"}, content_type="application/json")

    assert answer.status_code == 204
    refused = client_as(facilitator).get(at)
    assert (refused.status_code, "declared an interest" in refused.content.decode()) == (403, True)
    assert Interest.objects.filter(user=dov).count() == 2
