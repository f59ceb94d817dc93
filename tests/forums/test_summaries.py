"""What a conversation came to: points that rest on posts, and members who stand behind them."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.actions import erase_person, merge_persons
from clocks.models import Rule
from core import clock, now
from core.states import StateConflict
from core.verdicts import Refused
from forums import extracts
from forums.actions import (
    answer_point,
    begin_summary,
    change_point,
    close_summary,
    join,
    label_posts,
    open_summary,
    remove_point,
    reply,
    unlabel_posts,
    write_point,
)
from forums.models import Citation, Point, PointAnswer, Post, PostLabel, Summary
from forums.policies import may_answer_point, may_group_posts, may_open_summary, may_summarise
from forums.queries import agreed_summaries, summaries_to_answer, summaries_waiting
from forums.queries.summaries import help_for, shown
from forums.tasks import close_summaries
from ledger.models import Entry
from moderation.models import Moderated
from notifications.models import Notice
from tests.cast import client_as, person
from tests.scenes import forums as scene, summaries


@pytest.fixture
def posts(thread, ada):
    return summaries.said(thread, ada)


@pytest.fixture
def members(forum, ada):
    found = [person(f"Member {n}", level=3).user for n in range(3)]
    for one in found:
        join(actor=one, forum=forum)
    return [ada, *found]


@pytest.fixture
def opened(thread, facilitator, posts):
    return summaries.opened(thread, by=facilitator, posts=posts)


def first(summary):
    return Point.objects.select_related("summary__thread__forum").filter(summary=summary).first()


# --- Writing --------------------------------------------------------------------------------------------------------


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


# --- Answers --------------------------------------------------------------------------------------------------------


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


# --- The end --------------------------------------------------------------------------------------------------------


def test_the_clock_closes_it_and_the_figures_are_final(opened, members):
    summaries.answered(opened, agree=members[:2], object_=[members[2]])
    with clock.at(now() + timedelta(days=7)):
        close_summaries()
    assert Summary.objects.get(pk=opened.pk).is_open

    with clock.at(now() + timedelta(days=8)):
        close_summaries()
        close_summaries()

    done = Summary.objects.get(pk=opened.pk)
    assert (done.state, done.members, done.answered) == ("agreed", 4, 3)
    assert list(done.points.values_list("agreed", "objected")) == [(3, 0), (2, 1)]
    assert Entry.objects.filter(event="forums.SummaryClosed").count() == 1


def test_the_days_are_a_row(thread, facilitator, posts):
    Rule.objects.create(
        key="forums.summary",
        version=2,
        title="Members agree",
        counting="days",
        amount=14,
        profile="working",
        valid_from=now().date(),
    )

    assert summaries.opened(thread, by=facilitator, posts=posts).closes_on == now().date() + timedelta(days=14)


def test_what_does_not_hold_is_sent_back_and_a_new_version_begins_as_a_copy(opened, members, facilitator):
    summaries.answered(opened, agree=members[:1], object_=members[1:])
    done = summaries.closed(opened)

    again = begin_summary(actor=facilitator, thread=done.thread)

    assert (done.state, again.version) == ("returned", 2)
    assert list(again.points.values_list("text", flat=True)) == ["Finding 1.", "Finding 2."]
    assert Citation.objects.filter(point__summary=again).count() == 2


def test_silence_is_not_agreement(opened):
    assert summaries.closed(opened).state == "returned"


def test_who_agreed_is_known_to_nobody_afterwards_and_objections_stay_as_their_authors_wished(opened, members):
    summaries.answered(opened, agree=members[:1])
    for member, how in zip(members[1:], ("figure", "reason", "name"), strict=True):
        summaries.answered(opened, object_=[member], shown=how, reason=f"Because of {how}.")
    summaries.closed(opened)

    kept = PointAnswer.objects.order_by("reason").values_list("agrees", "reason", "person__name")
    assert list(kept) == [(False, "Because of name.", "Member 2"), (False, "Because of reason.", None)]


@pytest.mark.parametrize("what", ["text", "citation", "state", "figures"])
def test_what_was_agreed_is_never_edited(opened, members, posts, what):
    summaries.answered(opened, agree=members)
    summaries.closed(opened)
    point = first(opened)

    with pytest.raises(IntegrityError, match="final"), transaction.atomic():
        if what == "text":
            Point.objects.filter(pk=point.pk).update(text="Otherwise.")
        elif what == "citation":
            Citation.objects.create(point=point, post=posts[5], number=9)
        elif what == "state":
            Summary.objects.filter(pk=opened.pk).update(state="open")
        else:
            Point.objects.filter(pk=point.pk).update(agreed=99)


def test_nobody_writes_at_what_the_members_read(opened, facilitator):
    with pytest.raises(Refused, match="before the members"):
        change_point(actor=facilitator, point=first(opened), text="Otherwise.", posts=[])
    with pytest.raises(Refused, match="before the members"):
        begin_summary(actor=facilitator, thread=opened.thread)


def test_a_closed_summary_is_not_closed_again(opened):
    summaries.closed(opened)

    with pytest.raises(StateConflict):
        summaries.closed(opened)


# --- People ---------------------------------------------------------------------------------------------------------


def test_whoever_goes_takes_open_answers_along_and_leaves_published_objections_without_a_name(opened, members, ada):
    summaries.answered(opened, agree=members[1:], object_=[ada], shown="name")
    summaries.closed(opened)
    erase_person(actor=ada, person=ada.person)

    assert list(PointAnswer.objects.values_list("person", "reason")) == [(None, "It was said otherwise.")]


def test_a_merged_person_has_one_answer(opened, members, clerk):
    summaries.answered(opened, agree=members[1:3])

    merge_persons(actor=clerk, one=members[1].person, other=members[2].person)

    assert PointAnswer.objects.count() == 2


# --- Who is waiting -------------------------------------------------------------------------------------------------


def test_desks_know_what_waits(opened, facilitator, members, ben):
    assert [summaries_waiting(who) for who in (facilitator, ben)] == [[opened], []]
    assert [summaries_to_answer(who) for who in (members[0], facilitator)] == [[opened], []]

    summaries.answered(opened, agree=members)
    assert summaries_to_answer(members[0]) == []
    summaries.closed(opened)
    assert summaries_waiting(facilitator) == []


def test_an_output_finds_the_agreed_summary_of_what_it_carries(forum, facilitator, members, thread, posts):
    thread.about_kind, thread.about_id = "proposals.proposal", 4711
    thread.save()
    opened = summaries.opened(thread, by=facilitator, posts=posts)
    key = ("proposals.proposal", 4711)
    assert agreed_summaries([key]) == {}
    summaries.answered(opened, agree=members)

    done = summaries.closed(opened)

    assert agreed_summaries([key]) == {key: done}


# --- Tags and groups ------------------------------------------------------------------------------------------------


def test_a_facilitator_groups_and_tags_posts_and_takes_them_out(thread, facilitator, posts):
    group = label_posts(actor=facilitator, thread=thread, sort="group", name="Money", posts=posts[3:6])
    label_posts(actor=facilitator, thread=thread, sort="tag", name="parks", posts=[posts[3]])
    label_posts(actor=facilitator, thread=thread, sort="group", name="Money", posts=[posts[3]])
    assert Post.objects.get(pk=posts[3].pk).labels == ["Money", "parks"]

    unlabel_posts(actor=facilitator, label=group, posts=posts[3:6])

    assert Post.objects.get(pk=posts[3].pk).labels == ["parks"]
    assert list(PostLabel.objects.values_list("name", flat=True)) == ["parks"]


def test_the_public_sees_groups_and_tags(thread, facilitator, posts):
    label_posts(actor=facilitator, thread=thread, sort="group", name="Money <b>", posts=[posts[3]])
    visitor = client_as()

    groups = visitor.get(f"/forums/threads/{thread.pk}/groups/").content.decode()
    talk = visitor.get(f"/forums/threads/{thread.pk}/").content.decode()

    assert "Money &lt;b&gt;" in groups
    assert "libraries and parks" in groups
    assert "#Money &lt;b&gt;" in talk


# --- Help -----------------------------------------------------------------------------------------------------------


def test_most_quoted_counts_authors_who_repeat_eight_words_in_a_row():
    said = "Longer visits cost money that the council takes from libraries and parks."
    texts = [
        extracts.Text(1, said, "against", "a"),
        extracts.Text(2, f"> {said}\n\nNo.", "for", "b"),
        extracts.Text(3, f"> {said}\n\nNo again.", "for", "b"),
        extracts.Text(4, f"> {said}", "for", "c"),
        extracts.Text(5, f"> {said}", "against", "a"),
        extracts.Text(6, "> Longer visits cost money.", "for", "d"),
    ]

    assert extracts.most_quoted(texts) == [extracts.Picked(1, 2)]


def test_typical_is_what_most_authors_of_a_side_say_and_the_same_every_time(thread, posts):
    texts = [extracts.Text(p.pk, p.body, p.stance, str(number), 0) for number, p in enumerate(posts)]

    typical = extracts.typical(texts, "against")

    assert typical == extracts.typical(list(reversed(texts)), "against")
    assert {one.pk for one in typical} == {posts[n].pk for n in (3, 4, 5)}
    assert all(0 < one.figure <= 1 for one in typical)
    assert extracts.typical(texts[:2], "for") == []


def test_one_loud_author_does_not_make_a_middle():
    loud = [extracts.Text(n, "Parking parking everywhere parking", "for", "loud") for n in range(1, 20)]
    others = [
        extracts.Text(30 + n, f"Longer visits help people wash, eat and rest, says {name}", "for", name)
        for n, name in enumerate(("Anna", "Bert", "Carla", "Dora"))
    ]

    assert extracts.typical([*loud, *others], "for", 1)[0].pk >= 30


def test_the_help_costs_the_same_for_few_and_many(thread, ada, ben, django_assert_num_queries):
    summaries.said(thread, ada, quoting=ben)
    with django_assert_num_queries(2):
        few = help_for(thread)
    scene.posts(thread, 40, by=ada)
    with django_assert_num_queries(2):
        help_for(thread)

    assert ["libraries and parks" in post.body_html for post in few.quoted] == [True]


# --- Pages ----------------------------------------------------------------------------------------------------------


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


# --- Two at once ----------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_an_answer_and_the_closing_at_once_the_figures_tell_the_truth(thread, facilitator, posts, members):
    opened = summaries.opened(thread, by=facilitator, posts=posts, points=1)
    faults, ready, later = [], threading.Barrier(2), now() + timedelta(days=8)

    def run(act):
        try:
            with clock.at(later):
                ready.wait()
                act()
        except Refused:
            pass
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    acts = (
        lambda: answer_point(actor=members[1], point=first(opened), agrees=True),
        lambda: close_summary(summary=Summary.objects.get(pk=opened.pk)),
    )
    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    done = Summary.objects.get(pk=opened.pk)
    assert faults == []
    assert done.is_closed
    assert done.answered == first(done).agreed
    assert not PointAnswer.objects.exists()


def test_a_protected_voice_can_be_cited(thread, forum, facilitator):
    from tests.scenes import voices

    voices.colleagues(forum)
    wanda = voices.worker("Wanda Frost")
    post = reply(actor=wanda, thread=thread, body="Ten minutes.", protected=True)
    summaries.opened(thread, by=facilitator, posts=[post], points=1)

    page = client_as().get(f"/forums/threads/{thread.pk}/summary/").content.decode()

    assert post.author_label in page
    assert "Wanda" not in page
