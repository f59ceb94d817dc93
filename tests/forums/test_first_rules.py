"""What a kind of forum begins with is read by everybody, set by stewards with a reason, and kept version by version."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from core.states import StateConflict
from core.subjects import key_of
from core.verdicts import Refused
from forums.actions import set_first_rules
from forums.models import RulesTemplate
from forums.policies import may_set_first_rules
from forums.queries import rules_in_force
from forums.queries.first_rules import first_rules, first_rules_of
from forums.states import ForumKind
from ledger.delivery import deliver_all
from ledger.models import Entry
from ledger.queries import timeline
from notifications.models import Notice
from tests.cast import client_as
from tests.scenes import forums as scene

WHO = ("finn", "ada", "facilitator", "dov", "clerk", "administrator")
STANDS = 2  # the version with which the migrations leave off
WHY = "Boards that met with five of thirty decided little."


def quorum(clerk, number=7, **more):
    return set_first_rules(actor=clerk, kind="quality", charter={"quorum": number}, **{"why": WHY, **more})


def test_stewards_set_them_and_the_others_read_why_not(request):
    verdicts = {name: may_set_first_rules(request.getfixturevalue(name)) for name in WHO}

    assert {name for name, verdict in verdicts.items() if verdict} == {"clerk", "administrator"}
    assert all(str(verdict.reason).endswith(".") for verdict in verdicts.values() if not verdict)


def test_new_forums_begin_with_them_and_those_that_stand_keep_theirs(clerk, facilitator):
    before = scene.forum(facilitator=facilitator, kind=ForumKind.QUALITY)
    quorum(clerk)
    after = scene.forum(facilitator=facilitator, kind=ForumKind.QUALITY)
    other = scene.forum(facilitator=facilitator, kind=ForumKind.YOUTH)

    assert [rules_in_force(one).quorum for one in (before, after, other)] == [0, 7, 0]
    assert rules_in_force(after).chair == rules_in_force(before).chair


def test_every_version_stays_to_be_read_with_what_it_changed_and_why(clerk, client):
    quorum(clerk)

    page = client.get(reverse("forums:first_rules_of", args=["quality"])).content.decode()

    assert WHY in page
    assert f"Version {STANDS + 1}" in page
    assert "from the start" in page
    assert [one.title for one in first_rules_of("quality").versions[0].changed] == ["How many must be there"]


def test_no_version_is_written_anew_and_none_goes(clerk):
    made = quorum(clerk)

    for change in (lambda rows: rows.update(quorum=1), lambda rows: rows.delete()):
        with pytest.raises(IntegrityError, match="final|cannot be deleted"), transaction.atomic():
            change(RulesTemplate.objects.filter(pk=made.pk))


def test_nothing_is_set_without_a_reason_or_a_change(clerk):
    with pytest.raises(Refused, match="Say why"):
        quorum(clerk, why=" ")
    with pytest.raises(Refused, match="as they are"):
        quorum(clerk, number=0)


def test_whoever_has_not_seen_the_newest_version_looks_again(clerk):
    quorum(clerk, seen=STANDS)

    with pytest.raises(StateConflict):
        quorum(clerk, number=9, seen=STANDS)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_who_set_them_at_once_one_looks_again(clerk):
    def try_it(number):
        try:
            quorum(clerk, number=number, seen=STANDS)
            return "set"
        except StateConflict:
            return "look again"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(try_it, (7, 9)))

    assert answers == ["look again", "set"]
    assert RulesTemplate.objects.filter(kind="quality").count() == STANDS + 1


def test_the_page_and_the_api_do_the_same(clerk, ada):
    page = reverse("forums:set_first_rules", args=["quality"])
    shown = client_as(clerk).get(page)
    sent = {name: shown.context["form"][name].value() for name in shown.context["form"].fields}
    sent = {name: value for name, value in sent.items() if value is not None and value is not False}

    faulty = client_as(clerk).post(page, sent | {"quorum": "7"})
    by_hand = client_as(clerk).post(page, sent | {"quorum": "7", "reason": WHY})
    address, said = reverse("api:first-rules-of", args=["quality"]), {"quorum": 8, "reason": WHY}
    refused = client_as(ada).post(address, said, content_type="application/json")
    made = client_as(clerk).post(address, said, content_type="application/json")

    assert (faulty.status_code, by_hand.status_code, refused.status_code, made.status_code) == (422, 302, 403, 201)
    assert [row["quorum"] for row in client_as().get(address).json()] == [8, 7, 0, 0]
    assert made.json() in client_as().get(reverse("api:first-rules")).json()


def test_it_is_on_record_in_public_and_the_other_stewards_are_told(clerk, administrator):
    made = quorum(clerk)
    deliver_all()

    (line,) = timeline(key_of(made))
    assert "citizen-led quality board" in line.sentence
    assert Entry.objects.get(event="forums.FirstRulesSet").public
    assert list(Notice.objects.filter(event="forums.FirstRulesSet").values_list("user", flat=True)) == [
        administrator.pk
    ]


@pytest.mark.parametrize("versions", [1, 3])
def test_the_pages_cost_one_query_whatever_was_set(versions, clerk, django_assert_num_queries):
    for number in range(1, versions):
        quorum(clerk, number=number)

    for address in (reverse("forums:first_rules"), reverse("forums:first_rules_of", args=["quality"])):
        with django_assert_num_queries(1):
            client_as().get(address)
    assert len(first_rules()) == len(ForumKind)


def test_a_kind_that_nobody_knows_is_not_found(clerk):
    assert client_as(clerk).get(reverse("forums:first_rules_of", args=["nowhere"])).status_code == 404
    assert client_as(clerk).post(reverse("api:first-rules-of", args=["nowhere"]), {}).status_code == 404
