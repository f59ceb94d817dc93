"""What a post can carry: what it offers, a correction, a language, a quote, a name; and what is left when it is deleted."""

import pytest
from django.db import IntegrityError, transaction

from core.verdicts import Refused
from forums.actions import delete_post, edit_post, reply
from forums.models import Measure, Post, PostMention, PostVersion, Thread
from forums.quoting import quote_of
from ledger.models import Entry
from ledger.tasks import deliver
from moderation.actions import flag
from moderation.models import Reason
from notifications.actions import set_channel
from notifications.models import Channel, Notice
from search.models import Document
from tests.cast import client_as, person
from tests.scenes import forums as scene


@pytest.fixture
def facilitator(db):
    return person("Fay Lund", level=3).user


@pytest.fixture
def thread(ada, facilitator):
    return scene.thread(scene.forum(facilitator=facilitator, members=[ada]), by=ada)


def page_of(thread, query=""):
    return client_as().get(f"/forums/threads/{thread.pk}/{query}").text


# --- What a post offers -----------------------------------------------------------------------------------------------


def test_a_source_needs_the_address_where_it_can_be_read(thread, ada):
    browser, url = client_as(ada), f"/forums/threads/{thread.pk}/reply/"

    without = browser.post(url, {"body": "It says so.", "evidence": "source"})
    browser.post(url, {"body": "It says so.", "evidence": "source", "link": "https://example.org/study"})

    assert without.status_code == 422
    assert "Give the address where your source can be read." in without.text
    assert '<a href="https://example.org/study" rel="nofollow ugc noopener">source</a>' in page_of(thread)
    with pytest.raises(Refused, match="source needs"):
        reply(actor=ada, thread=thread, body="It says so.", evidence="source")
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.update(link="")


def test_what_posts_offer_narrows_a_conversation(thread, ada):
    lived = reply(actor=ada, thread=thread, body="I waited an hour.", evidence="experience")
    said = reply(actor=ada, thread=thread, body="I think so.", evidence="opinion", parent=lived)

    page = page_of(thread, "?evidence=opinion")

    assert "I think so." in page
    assert "I waited an hour." not in page
    assert 'in answer to <a href="/forums/posts/' in page
    assert "No post in this conversation is like that." in page_of(thread, "?evidence=source")
    assert said.root_id == lived.pk


def test_a_correction_stands_beside_what_it_puts_right(thread, ada, ben):
    wrong = reply(actor=ada, thread=thread, body="It costs three million.")
    right = reply(actor=ben, thread=thread, body="It costs **two** million.", parent=wrong, evidence="correction")

    page = page_of(thread)

    beside = page[page.index('<aside class="correction">') : page.index("</aside>", page.index('class="correction"'))]
    assert "Corrected by Ben Price (citizen):" in beside
    assert "It costs two million." in beside
    assert f'href="/forums/posts/{right.pk}/"' in beside
    with pytest.raises(Refused, match="answers the post"):
        reply(actor=ben, thread=thread, body="No.", evidence="correction")
    delete_post(actor=ben, post=right)
    assert 'class="correction"' not in page_of(thread)


def test_every_post_says_in_which_role_it_speaks(thread, ada, facilitator, clerk):
    posts = [reply(actor=user, thread=thread, body="Hello") for user in (ada, facilitator, clerk)]

    addresses = [f"/forums/threads/{thread.pk}/", f"/forums/threads/{thread.pk}/?language=en"]
    addresses += [f"/forums/threads/{thread.pk}/new/?after=0", *(f"/forums/posts/{post.pk}/" for post in posts)]

    for address in addresses:
        drawn = client_as().get(address).text
        assert drawn.count('<article class="post"') == drawn.count('<span class="role">'), address
        assert {role for role in ("citizen", "facilitator", "officer") if f'class="role">{role}' in drawn}


def test_a_post_in_urdu_runs_from_the_right_and_is_found_by_its_language(thread, ada):
    browser = client_as(ada)
    browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "Longer visits."})
    browser.post(f"/forums/threads/{thread.pk}/reply/", {"body": "لمبی ملاقاتیں", "language": "ur"})

    page, urdu = page_of(thread), page_of(thread, "?language=ur")

    assert '<div class="prose" lang="ur" dir="rtl">' in page
    assert '<div class="prose" dir="auto"><p>Longer visits.' in page
    assert Thread.objects.get(pk=thread.pk).languages == ["en", "ur"]
    assert '<span lang="ur">اردو</span>' in page
    assert "Longer visits." not in urdu


# --- Quotes and names -------------------------------------------------------------------------------------------------


def test_a_quote_begins_the_answer_and_says_where_it_is_from(thread, ada, ben):
    post = reply(actor=ada, thread=thread, body="Longer visits.\nAnd the same face.")

    form = client_as(ben).get(f"/forums/threads/{thread.pk}/reply/?parent={post.pk}&quote=1").text

    assert f"&gt; Longer visits.\n&gt; And the same face.\n&gt;\n&gt; — [Ada Obi](/forums/posts/{post.pk}/)" in form
    quoted = reply(actor=ben, thread=thread, body=f"{quote_of(post)}Yes.", parent=post)
    assert (
        f'<a href="/forums/posts/{post.pk}/" rel="nofollow ugc noopener">Ada Obi</a></p>\n</blockquote>'
        in quoted.body_html
    )
    delete_post(actor=ada, post=Post.objects.select_related("thread__forum").get(pk=post.pk))
    assert quote_of(Post.objects.get(pk=post.pk)) == ""


def told(user):
    deliver()
    return list(Notice.objects.filter(user=user, event__startswith="forums.Post").values_list("audience", flat=True))


def test_whom_a_post_names_is_told_once(thread, ada, ben):
    reply(actor=ben, thread=thread, body="First.")
    post = reply(actor=ada, thread=thread, body="I ask @Ben Price, and again @Ben Price: who pays?")

    edit_post(actor=ada, post=post, body="I ask @Ben Price who pays.")

    assert list(PostMention.objects.values_list("post", "person")) == [(post.pk, ben.person.pk)]
    assert "<strong>@Ben Price</strong> who pays" in Post.objects.get(pk=post.pk).body_html
    assert told(ben) == ["mentioned"]


def test_who_does_not_want_to_hear_of_their_name_is_not_told(thread, ada, ben):
    reply(actor=ben, thread=thread, body="First.")
    set_channel(actor=ben, channel=Channel.DAILY, mentions=False)

    reply(actor=ada, thread=thread, body="@Ben Price?")

    assert told(ben) == []
    assert 'name="mentions" value="no"' in client_as(ben).get("/inbox/settings/").text


def test_only_who_takes_part_can_be_named_and_an_address_is_no_name(thread, ada, cleo):
    post = reply(actor=ada, thread=thread, body="@Cleo Stone and mail@Ada Obi and `@Fay Lund` and @Fay Lund.")

    assert list(PostMention.objects.values_list("person__name", flat=True)) == ["Fay Lund"]
    assert post.body_html.count("<strong>") == 1


def test_between_two_of_one_name_nobody_guesses(thread, ada):
    one, two = person("Sam Lee").user, person("Sam Lee").user
    first, second = (reply(actor=user, thread=thread, body="Here.") for user in (one, two))
    browser, url = client_as(ada), f"/forums/threads/{thread.pk}/reply/"

    unclear = browser.post(url, {"body": "@Sam Lee, why?"})
    browser.post(url, {"body": f"@Sam Lee/{second.pk}, why?"})

    assert unclear.status_code == 422
    assert f"@Sam Lee/{first.pk}, @Sam Lee/{second.pk}" in unclear.text
    assert list(PostMention.objects.values_list("person", flat=True)) == [two.person.pk]


def test_a_hostile_name_stays_text(thread, ada):
    mallory = person("<img/src=x>").user
    reply(actor=mallory, thread=thread, body="Here.")

    post = reply(actor=ada, thread=thread, body="@<img/src=x> and [x](javascript:alert(1)) @Fay Lund<script>")

    assert "<img" not in post.body_html
    assert "<script" not in post.body_html
    assert "<strong>@Fay Lund</strong>" in post.body_html


# --- Editing and deleting ---------------------------------------------------------------------------------------------


def test_the_time_to_put_a_post_right_is_a_number_of_the_council(thread, ada):
    Measure.objects.create(key="edit_minutes", version=2, title="Minutes", amount=0, valid_from="2020-01-01")
    post = reply(actor=ada, thread=thread, body="Tirty")

    with pytest.raises(Refused, match="0 minutes"):
        edit_post(actor=ada, post=post, body="Thirty")


def test_deleting_takes_the_words_everywhere_and_keeps_the_digest(thread, ada, ben):
    post = reply(actor=ada, thread=thread, body="Secret one", stance="for")
    edit_post(actor=ada, post=post, body="Secret two, @Fay Lund")
    deliver()

    client_as(ada).post(f"/forums/posts/{post.pk}/delete/")

    gone, counted = Post.objects.get(pk=post.pk), Thread.objects.get(pk=thread.pk)
    assert (gone.body, gone.body_html, gone.author_id) == ("", "", None)
    assert set(PostVersion.objects.values_list("body", flat=True)) == {""}
    assert not PostMention.objects.exists()
    assert not Document.objects.filter(subject_kind="forums.post").exists()
    assert (counted.post_count, counted.for_count) == (0, 0)
    assert len(Entry.objects.get(event="forums.PostDeleted").data["digest"]) == 64
    for address in (f"/forums/posts/{post.pk}/", f"/forums/posts/{post.pk}/versions/", f"/api/v1/posts/{post.pk}/"):
        assert "Secret" not in client_as(ben).get(address).text


def test_nobody_deletes_what_others_wrote_or_what_is_reported(thread, ada, ben, facilitator):
    post = reply(actor=ada, thread=thread, body="You liar")

    refused = client_as(facilitator).post(f"/forums/posts/{post.pk}/delete/")
    flag(actor=ben, subject=post, reason=Reason.objects.first(), note="", host_key=f"forum:{thread.forum_id}")
    waiting = client_as(ada).post(f"/forums/posts/{post.pk}/delete/")

    assert (refused.status_code, waiting.status_code) == (403, 403)
    assert "Only its author can delete a post." in refused.text
    assert "It can be deleted once that is decided." in waiting.text
