"""What helps a facilitator to sum up: tags and groups of posts, and what counting words finds."""

from forums import extracts
from forums.actions import (
    label_posts,
    unlabel_posts,
)
from forums.models import Post, PostLabel
from forums.queries.summaries import help_for
from tests.cast import client_as
from tests.scenes import forums as scene, summaries

# --- Tags and groups --------------------------------------------------------------------------------------------------


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


# --- Help -------------------------------------------------------------------------------------------------------------


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
