"""Texts with a name stand ready for blocks: picked on the page or over the API, written by the council's moderators."""

import re

import pytest

from core.verdicts import Refused
from moderation.actions import write_template
from moderation.models import Block, Template
from moderation.queries import chosen_template, templates
from moderation.queries.decisions import decision_of
from tests.cast import client_as
from tests.scenes.moderation import attack

JSON = {"content_type": "application/json"}


@pytest.fixture
def text(db):
    return Template.objects.get(use="block", reason__code="personal_attack")


def where(post):
    return f"/moderation/block/forums.post/{post.pk}/"


def api(post):
    return f"/api/v1/moderation/content/forums.post/{post.pk}/block/"


def test_one_click_fills_in_the_reason_and_the_words_of_a_block(post, dov, text):
    page = client_as(dov).get(where(post)).content.decode()
    filled = client_as(dov).get(f"{where(post)}?template={text.pk}").content.decode()

    assert f'href="?template={text.pk}">{text.title}<' in page
    assert text.text not in page
    assert text.text in filled
    assert re.search(r'<input[^>]*value="personal_attack"[^>]*checked', filled)


def test_on_the_page_of_several_people_too(post, ada, ben, dov, text):
    client_as(ada).post(f"/moderation/flag/forums.post/{post.pk}/person/", {"reason": "personal_attack"})

    assert f"?template={text.pk}" in client_as(dov).get("/moderation/blocks/").content.decode()
    assert text.text in client_as(dov).get(f"/moderation/blocks/?template={text.pk}").content.decode()


def test_the_words_can_be_changed_before_they_are_sent(post, dov, text):
    said = {"reason": "personal_attack", "statement": f"{text.text} The last one was on Monday."}

    client_as(dov).post(f"{where(post)}?template={text.pk}", said)

    assert decision_of(Block.objects.get()).statement == said["statement"]
    assert Template.objects.get(pk=text.pk).text == text.text


def test_texts_for_blocks_and_for_decisions_are_not_mixed(post, facilitator, dov, text):
    other = Template.objects.get(title="An insult")
    at, desk = f"/moderation/content/forums.post/{post.pk}/", client_as(facilitator)
    desk.post(f"{at}lock/")

    assert text not in templates(Template.Use.DECISION)
    assert other not in templates(Template.Use.BLOCK)
    assert text.text not in desk.get(f"{at}?outcome=hide&template={text.pk}").content.decode()
    assert other.text not in client_as(dov).get(f"{where(post)}?template={other.pk}").content.decode()


def test_a_text_used_no_more_cannot_be_picked(post, dov, text):
    write_template(
        actor=dov, template=text, reason=attack(), use="block", title=text.title, text=text.text, active=False
    )

    assert chosen_template(Template.Use.BLOCK, text.pk) is None
    assert text.title not in client_as(dov).get(where(post)).content.decode()
    assert client_as(dov).post(api(post), {"template": text.pk}, **JSON).status_code == 400
    assert not Block.objects.exists()


def test_the_council_writes_a_text_on_a_page_and_over_the_api(dov, facilitator):
    new = f"/moderation/reasons/{attack().pk}/texts/new/"
    said = {"use": "block", "title": "Threats", "text": "You threatened a neighbour.", "active": "on"}

    assert client_as(dov).post(new, said).status_code == 302
    made = client_as(dov).post(
        "/api/v1/moderation/texts/",
        said | {"title": "Threats again", "reason": "personal_attack", "active": True},
        **JSON,
    )
    again = client_as(dov).post(
        f"/api/v1/moderation/texts/{made.json()['id']}/", {**made.json(), "text": "Twice."}, **JSON
    )

    assert [made.status_code, again.status_code, again.json()["text"]] == [201, 200, "Twice."]
    listed = client_as(dov).get("/api/v1/moderation/texts/?use=block").json()
    assert {"Threats", "Threats again"} <= {one["title"] for one in listed}
    assert {one["use"] for one in listed} == {"block"}
    assert "for a block" in client_as(dov).get("/moderation/reasons/").content.decode()
    with pytest.raises(Refused):
        write_template(
            actor=facilitator, template=Template(), reason=attack(), use="block", title="x", text="y", active=True
        )
    assert client_as(facilitator).get("/api/v1/moderation/texts/").status_code == 403


def test_over_the_api_a_text_says_reason_and_words_and_what_is_sent_goes_before_it(post, dov, text):
    made = client_as(dov).post(api(post), {"template": text.pk, "reason": "advertising"}, **JSON)

    assert made.status_code == 201
    assert (made.json()["reason"], made.json()["statement"]) == ("advertising", text.text)
    assert decision_of(Block.objects.get()).statement == text.text


def test_over_the_api_a_block_needs_a_reason_and_a_moderator_of_the_council(post, dov, facilitator):
    empty = client_as(dov).post(api(post), {}, **JSON)

    assert (empty.status_code, sorted(empty.json()["errors"])) == (400, ["reason", "statement"])
    assert client_as(facilitator).post(api(post), {}, **JSON).status_code == 403
    assert not Block.objects.exists()


def test_the_api_ends_a_block(post, dov, text):
    made = client_as(dov).post(api(post), {"template": text.pk}, **JSON).json()

    assert client_as(dov).post(f"/api/v1/moderation/blocks/{made['id']}/end/", **JSON).status_code == 204
    assert Block.objects.get().ended_at is not None
