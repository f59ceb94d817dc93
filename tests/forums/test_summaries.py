"""Points that rest on posts, and members who agree or object to each."""

import pytest
from django.db import IntegrityError, transaction

from core import now
from core.verdicts import Refused
from forums.actions import (
    answer_point,
    change_point,
    open_summary,
    remove_point,
    reply,
    write_point,
)
from forums.models import PointAnswer, Post, Summary
from forums.policies import may_answer_point, may_group_posts, may_open_summary, may_summarise
from forums.queries.summaries import shown
from ledger.models import Entry
from moderation.models import Moderated
from notifications.models import Notice
from tests.cast import client_as
from tests.scenes import forums as scene, summaries
from tests.scenes.summaries import first

# --- Writing ----------------------------------------------------------------------------------------------------------


def test_points_are_numbered_and_cite_posts_in_order(thread, facilitator, posts):
    write_point(actor=facilitator, thread=thread, text="Time is short.", posts=[posts[2], posts[0]])
    point = write_point(actor=facilitator, thread=thread, text="Money is short.", posts=[posts[3]])

    assert [(one.number, [c.post_id for c in one.citations.all()]) for one in point.summary.points.all()] == [
        (1, [posts[2].pk, posts[0].pk]),
        (2, [posts[3].pk]),
    ]


def test_a_point_is_changed_and_removed_and_the_others_move_up(thread, facilitator, posts):
    summary = summaries.draft(thread, by=facilitator, posts=posts, points=3)
    change_point(actor=facilitator, point=first(summary), text="Better.", posts=[posts[4]])
    remove_point(actor=facilitator, point=summary.points.get(number=2))

    assert [(one.number, one.text) for one in summary.points.all()] == [(1, "Better."), (2, "Finding 3.")]


def test_a_point_without_a_citation_cannot_go_before_the_members(thread, facilitator, posts):
    summary = summaries.draft(thread, by=facilitator, posts=posts)
    write_point(actor=facilitator, thread=thread, text="Out of the air.", posts=[])

    assert str(may_open_summary(facilitator, summary).reason) == "Each point cites a post. These do not yet: 3."
    with pytest.raises(IntegrityError, match="without a citation"), transaction.atomic():
        Summary.objects.filter(pk=summary.pk).update(state="open", opened_at=now(), closes_on=now().date())
    with pytest.raises(Refused):
        open_summary(actor=facilitator, summary=summary)


def test_a_point_cites_only_its_own_conversation(thread, forum, facilitator, ada):
    elsewhere = scene.posts(scene.thread(forum, by=ada, title="Something else"), 1, by=ada)

    with pytest.raises(Refused, match="its own conversation"):
        write_point(actor=facilitator, thread=thread, text="Far fetched.", posts=elsewhere)


@pytest.mark.parametrize(("who", "may"), [("facilitator", True), ("ada", False), ("clerk", False), ("finn", False)])
def test_facilitators_write_and_group(who, may, request, thread):
    user = request.getfixturevalue(who)

    assert (bool(may_summarise(user, thread)), bool(may_group_posts(user, thread))) == (may, may)


# --- Answers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("ada", ""),
        ("facilitator", "You run this forum, so you do not decide what it says."),
        ("ben", "The members of the forum agree or object to its summaries."),
        ("finn", "Sign in to agree or object."),
    ],
)
def test_members_answer_and_nobody_else(who, reason, request, opened):
    assert str(may_answer_point(request.getfixturevalue(who), first(opened)).reason) == reason


def test_answers_are_given_only_while_it_is_before_the_members(thread, facilitator, posts, members):
    summary = summaries.draft(thread, by=facilitator, posts=posts)
    assert not may_answer_point(members[0], first(summary))
    open_summary(actor=facilitator, summary=summary)
    summaries.closed(summary)

    assert str(may_answer_point(members[0], first(summary)).reason).startswith("The time for answers is over.")
    with pytest.raises(IntegrityError, match="before the members"), transaction.atomic():
        PointAnswer.objects.create(point=first(summary), person=members[0].person, agrees=True)


def test_one_member_has_one_answer_and_may_change_it(opened, ada):
    answer_point(actor=ada, point=first(opened), agrees=False, reason="Not so.", shown="name")
    answer_point(actor=ada, point=first(opened), agrees=True)

    assert list(PointAnswer.objects.values_list("agrees", "shown")) == [(True, "figure")]


def test_an_objection_needs_a_reason(opened, ada):
    with pytest.raises(Refused, match="Say why you object"):
        answer_point(actor=ada, point=first(opened), agrees=False)
    with pytest.raises(IntegrityError, match="point_objection_has_a_reason"), transaction.atomic():
        PointAnswer.objects.create(point=first(opened), person=ada.person, agrees=False)


def test_an_answer_is_no_entry_and_no_notice(opened, members):
    before = (Entry.objects.count(), Notice.objects.count())

    summaries.answered(opened, agree=members[:2], object_=members[2:])

    assert (Entry.objects.count(), Notice.objects.count()) == before


# --- Pages ------------------------------------------------------------------------------------------------------------


def test_a_facilitator_writes_a_summary_and_a_member_answers_it_in_a_browser(thread, facilitator, posts, ada, ben):
    desk, member = client_as(facilitator), client_as(ada)
    begun = desk.get(f"/forums/threads/{thread.pk}/summary/edit/").content.decode()
    bare = desk.post(f"/forums/threads/{thread.pk}/summary/edit/", {"text": "No"})
    desk.post(f"/forums/threads/{thread.pk}/summary/edit/", {"text": "Money is short.", "posts": [posts[3].pk]})
    summary = Summary.objects.get()
    opened = desk.post(f"/forums/summaries/{summary.pk}/opening/")
    address = f"/forums/summaries/{summary.pk}/points/1/"
    refused = member.post(address, {"answer": "object"})
    given = member.post(address, {"answer": "object", "reason": "There is money.", "shown": "name"})
    page = client_as().get(f"/forums/threads/{thread.pk}/summary/").content.decode()

    assert "Picked by counting words" in begun
    assert "Typical of those against" in begun
    assert (bare.status_code, opened.status_code, refused.status_code, given.status_code) == (422, 302, 422, 302)
    assert "There is money." in page
    assert "Ada Obi" in page
    assert "Where we differ" in page
    assert "0 agree, 1 object" in page
    assert client_as(ben).post(address, {"answer": "agree"}).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_a_summary_page_costs_the_same_at_one_and_three(
    number, thread, facilitator, posts, members, django_assert_num_queries
):
    opened = summaries.opened(thread, by=facilitator, posts=posts, points=number)
    summaries.answered(opened, object_=members[:number], shown="name")

    with django_assert_num_queries(6):
        client_as().get(f"/forums/threads/{thread.pk}/summary/")


def test_a_draft_is_for_facilitators_only(thread, facilitator, posts):
    summaries.draft(thread, by=facilitator, posts=posts)

    assert "Finding 1." not in client_as().get(f"/forums/threads/{thread.pk}/summary/").content.decode()


def test_a_hidden_post_is_cited_without_its_words(opened, posts):
    Post.objects.filter(pk=posts[0].pk).update(hidden_at=now(), hidden_because="personal data")

    page = client_as().get(f"/forums/threads/{opened.thread_id}/summary/").content.decode()

    assert issubclass(Post, Moderated)
    assert "wash and eat without hurry" not in page
    assert "personal data" in page


def test_what_a_page_shows_of_answers_is_what_their_authors_chose(opened, members):
    summaries.answered(opened, object_=[members[0]], shown="figure", reason="Secret reason.")
    mine = shown(opened, members[0])

    assert [one.mine is not None for one in mine.points] == [True, True]
    assert "Secret reason." not in client_as().get(f"/forums/threads/{opened.thread_id}/summary/").content.decode()
    assert [one.objections for one in shown(opened).points] == [[], []]


def test_a_protected_voice_can_be_cited(thread, forum, facilitator):
    from tests.scenes import voices

    voices.colleagues(forum)
    wanda = voices.worker("Wanda Frost")
    post = reply(actor=wanda, thread=thread, body="Ten minutes.", protected=True)
    summaries.opened(thread, by=facilitator, posts=[post], points=1)

    page = client_as().get(f"/forums/threads/{thread.pk}/summary/").content.decode()

    assert post.author_label in page
    assert "Wanda" not in page
