"""The rules by which writing waits are read by everybody, set and ended with a reason, and never written anew."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused
from forums.actions import submit_reply
from forums.models import Post
from ledger.delivery import deliver_all
from ledger.models import Entry
from ledger.queries import timeline
from moderation.actions import end_hold_rule, set_hold_rule
from moderation.models import Held, HoldRule
from moderation.policies import may_end_hold_rule, may_set_hold_rule
from notifications.models import Notice
from tests.cast import client_as

WHO = ("finn", "ada", "facilitator", "clerk", "scrutiny_officer", "dov", "administrator")
SAID = {"body": "What humbug about the bus.", "stance": "for"}


def humbug(dov, **more):
    return set_hold_rule(actor=dov, **{"kind": "words", "words": "humbug", "why": "Members asked for it.", **more})


def test_moderators_of_the_council_set_and_end_them_and_the_others_read_why_not(request, dov):
    who = {name: request.getfixturevalue(name) for name in WHO}
    rule = humbug(dov)

    for verdicts in (
        {name: may_set_hold_rule(user) for name, user in who.items()},
        {name: may_end_hold_rule(user, rule) for name, user in who.items()},
    ):
        assert {name for name, verdict in verdicts.items() if verdict} == {"dov", "administrator"}
        assert all(str(verdict.reason).endswith(".") for verdict in verdicts.values() if not verdict)


def test_what_it_names_waits_from_then_on_and_after_its_end_no_more(thread, ben, dov):
    before = submit_reply(actor=ben, thread=thread, said=SAID)
    rule = humbug(dov, host_key=f"forum:{thread.forum_id}")
    waits = submit_reply(actor=ben, thread=thread, said={"body": "More humbug, from another day."})
    end_hold_rule(actor=dov, rule=rule, why="Nobody says it any more.")
    after = submit_reply(actor=ben, thread=thread, said={"body": "The last humbug that I shall write."})

    assert [type(one) for one in (before, waits, after)] == [Post, Held, Post]
    waits.refresh_from_db()
    assert waits.is_waiting


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"kind": "place"}, "host_key", "it cannot be everywhere"),
        ({"kind": "first_posts"}, "number", "how many first texts"),
        ({"kind": "trust", "number": 3}, "number", "1 or 2"),
        ({"kind": "words", "words": " "}, "words", "one on each line"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_on_the_page_and_at_the_act(wrong, field, words, dov):
    answer = client_as(dov).post(reverse("moderation:new_hold_rule"), {"why": "Because.", **wrong})

    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    with pytest.raises(Refused, match=words):
        humbug(dov, **{"words": "", **wrong})


def test_none_is_set_or_ended_without_a_reason(dov):
    rule = humbug(dov)

    for act in (lambda: humbug(dov, why=" "), lambda: end_hold_rule(actor=dov, rule=rule, why="")):
        with pytest.raises(Refused, match="Say why"):
            act()


def test_everybody_reads_the_rules_and_moderators_alone_the_words(forum, dov):
    humbug(dov, host_key=f"forum:{forum.pk}")

    seen = {
        who: client_as(user).get(reverse("moderation:hold_rules")).content.decode()
        for who, user in (("all", None), ("dov", dov))
    }

    for page in seen.values():
        assert "Members asked for it." in page
        assert forum.title in page
        assert "Links of somebody new" in page
    assert ["humbug" in page for page in seen.values()] == [False, True]
    assert "humbug" not in client_as().get(reverse("api:moderation-hold-rules")).content.decode()


def test_what_ended_stays_to_be_read_with_both_reasons(dov):
    end_hold_rule(actor=dov, rule=humbug(dov), why="Nobody says it any more.")

    page = client_as().get(reverse("moderation:hold_rules")).content.decode()

    assert "Members asked for it." in page
    assert "Nobody says it any more." in page


def test_no_rule_is_written_anew_and_an_ended_one_does_not_hold(dov):
    rule = humbug(dov)
    with pytest.raises(IntegrityError, match="final"), transaction.atomic():
        HoldRule.objects.filter(pk=rule.pk).update(words="other")
    end_hold_rule(actor=dov, rule=rule, why="Over.")

    with pytest.raises(IntegrityError, match="hold_rule_ended_is_not_active"), transaction.atomic():
        HoldRule.objects.filter(pk=rule.pk).update(active=True)


def test_of_two_who_end_it_one_does(dov, administrator):
    rule = humbug(dov)
    seen = HoldRule.objects.get(pk=rule.pk)
    end_hold_rule(actor=dov, rule=rule, why="Over.")

    with pytest.raises(StateConflict):
        end_hold_rule(actor=administrator, rule=seen, why="Over and out.")
    assert HoldRule.objects.get(pk=rule.pk).ended_why == "Over."


def test_the_record_says_both_in_public_and_those_whose_desk_it_fills_are_told(forum, facilitator, dov, administrator):
    rule = humbug(dov, host_key=f"forum:{forum.pk}")
    end_hold_rule(actor=dov, rule=rule, why="Over.")
    deliver_all()

    told = set(Notice.objects.filter(event="moderation.HoldRuleSet").values_list("user_id", flat=True))
    sentences = [line.sentence for line in timeline(key_of(rule))]
    assert told == {facilitator.pk, administrator.pk}
    assert len(sentences) == 2
    assert all(f"what has 1 listed word ({forum.title})" in sentence for sentence in sentences)
    assert all("humbug" not in str(entry.data) for entry in Entry.objects.filter(event__contains="HoldRule"))


def test_pages_and_api_do_the_same(dov, ada):
    address = reverse("api:moderation-hold-rules")
    said = {"kind": "words", "words": "humbug", "why": "Members asked for it."}

    refused = client_as(ada).post(address, said, content_type="application/json")
    made = client_as(dov).post(address, said, content_type="application/json")
    client_as(dov).post(reverse("moderation:new_hold_rule"), said)
    end = reverse("api:moderation-hold-rule-end", args=[made.json()["id"]])
    ended = client_as(dov).post(end, {"why": "Over."}, content_type="application/json")

    assert (refused.status_code, made.status_code, ended.status_code) == (403, 201, 200)
    assert list(HoldRule.objects.filter(kind="words").values_list("words", "active")) == [
        ("humbug", False),
        ("humbug", True),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_one_and_for_three(number, forum, dov, django_assert_num_queries):
    for n in range(number):
        humbug(dov, words=f"humbug {n}", host_key=f"forum:{forum.pk}")

    with django_assert_num_queries(3):
        client_as().get(reverse("moderation:hold_rules"))
