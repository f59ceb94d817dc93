"""Doors: pages and API of ballots, for everybody who may come by."""

import hashlib

import pytest
from django.contrib import admin

from ballots.actions import cast_vote, close_ballot
from ballots.models import Ballot, PublishedVote, Vote
from core.clock import at
from core.redis import client as redis
from tests.cast import client_as
from tests.scenes import ballots as scene

pytestmark = pytest.mark.django_db


def address(ballot, rest=""):
    return f"/ballots/{ballot.pk}/{rest}"


def test_a_member_votes_without_javascript_and_sees_the_tracker_once(ada):
    ballot = scene.open_ballot(ada)
    browser = client_as(ada)
    page = browser.get(address(ballot)).content.decode()

    answer = browser.post(address(ballot, "vote/"), {"choice": "yes"})
    first = browser.get(answer.url)
    tracker = first.context["tracker"]
    second = browser.get(answer.url)

    assert 'name="choice"' in page
    assert (answer.status_code, answer.url) == (302, address(ballot, "receipt/"))
    assert len(tracker) == 12
    assert tracker in first.content.decode()
    assert "no-store" in first.headers["Cache-Control"]
    assert "we cannot show it again" in first.content.decode()
    assert second.context["tracker"] == ""
    assert tracker not in second.content.decode()
    assert "You have voted." in browser.get(address(ballot)).content.decode()


def test_the_tracker_lies_in_no_session_and_no_table(ada):
    from django.db import connection

    ballot = scene.open_ballot(ada)
    browser = client_as(ada)
    answer = browser.post(address(ballot, "vote/"), {"choice": "yes"})
    tracker = browser.cookies["ballot-receipt"].value.split(":")[0].strip('"')

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}" AS t WHERE t::text LIKE %s', [f"%{tracker}%"])
            assert cursor.fetchone()[0] == 0, table
    assert not any(
        tracker.encode() in (redis().get(key) or b"") for key in redis().keys("*") if redis().type(key) == b"string"
    )
    assert answer.status_code == 302


def test_a_vote_without_a_choice_comes_back_as_422(ada):
    ballot = scene.open_ballot(ada)

    answer = client_as(ada).post(address(ballot, "vote/"), {})

    assert answer.status_code == 422
    assert "Choose yes, no or abstain." in answer.content.decode()
    assert not Vote.objects.exists()


def test_who_may_not_vote_reads_the_reason_and_gets_no_form(ben, finn, ada):
    ballot = scene.open_ballot(ada)

    outside, signed_out = (client_as(user).get(address(ballot)).content.decode() for user in (ben, finn))

    assert "You are not on the roll of this ballot." in outside
    assert "Sign in to vote" in signed_out
    for page in (outside, signed_out):
        assert 'name="choice"' not in page
    assert "csrfmiddlewaretoken" not in signed_out
    refused = client_as(ben).post(address(ballot, "vote/"), {"choice": "yes"})
    assert refused.status_code == 403
    assert "You are not on the roll of this ballot." in refused.content.decode()


def test_a_voter_who_votes_too_often_is_asked_to_wait(ada):
    ballot = scene.open_ballot(ada)
    browser = client_as(ada)

    answers = [browser.post(address(ballot, "vote/"), {"choice": "yes"}).status_code for _ in range(31)]

    assert answers == [302] * 30 + [429]


def test_nobody_sees_a_figure_before_the_close(ada, ben, clerk, administrator, finn):
    ballot = scene.open_ballot(ada, ben)
    administrator.is_staff = administrator.is_superuser = True
    administrator.save()
    assert not admin.site.is_registered(Vote)
    before = seen_by_everybody(ballot, (ada, ben, clerk, administrator, finn))

    cast_vote(actor=ben, ballot=ballot, choice="yes")
    after = seen_by_everybody(ballot, (ada, clerk, administrator, finn))

    assert after == {key: body for key, body in before.items() if key[0] != ben.pk}
    row = Ballot.objects.values().get()
    assert [row[name] for name in ("yes", "no", "abstain", "counted_at", "receipts_digest")] == [
        None,
        None,
        None,
        None,
        "",
    ]
    assert not PublishedVote.objects.exists()


def seen_by_everybody(ballot, users):
    """Every page, list and answer about the ballot, by who asks; one-time tokens aside."""
    import re

    paths = (
        *(
            "/ballots/",
            address(ballot),
            address(ballot, "votes/"),
            address(ballot, "votes.csv"),
            address(ballot, "votes.txt"),
        ),
        *("/api/v1/ballots/", f"/api/v1/ballots/{ballot.pk}/", f"/api/v1/ballots/{ballot.pk}/votes/"),
        *("/admin/ballots/ballot/", f"/admin/ballots/ballot/{ballot.pk}/change/"),
    )
    pages = {(user.pk, path): client_as(user).get(path) for user in users for path in paths}
    noise = re.compile(rb'csrfmiddlewaretoken" value="[^"]*"|nonce="?[^" ]*')
    return {key: (page.status_code, noise.sub(b"", page.getvalue())) for key, page in pages.items()}


def test_after_the_close_everybody_reads_the_result_and_can_recount(ada, ben, finn):
    ballot = scene.counted_ballot([(ada, "yes"), (ben, "no")])
    browser = client_as(finn)

    page = browser.get(address(ballot)).content.decode()
    text = browser.get(address(ballot, "votes.txt")).getvalue()
    csv = browser.get(address(ballot, "votes.csv")).getvalue().decode()

    assert "2 of the 2 on the roll voted." in page
    assert hashlib.sha256(text).hexdigest() == ballot.receipts_digest
    assert csv.splitlines()[0] == "tracker,choice"
    assert sorted(line.split(",")[1] for line in csv.splitlines()[1:]) == ["no", "yes"]


def test_a_voter_finds_their_vote_by_its_tracker_however_it_is_typed(ada, ben):
    ballot = scene.open_ballot(ada, ben)
    mine = cast_vote(actor=ada, ballot=ballot, choice="abstain")
    cast_vote(actor=ben, ballot=ballot, choice="no")
    with at(ballot.closes_at):
        close_ballot(ballot=ballot)
    typed = f"{mine[:4].lower()} {mine[4:8]}-{mine[8:]}"

    found = client_as().post(address(ballot, "votes/find/"), {"tracker": typed})
    lost = (
        client_as(enforce_csrf_checks=True).post(address(ballot, "votes/find/"), {"tracker": "WRONG"}).content.decode()
    )

    assert [row.choice for row in found.context["page"]["rows"]] == ["abstain"]
    assert "No published vote has the tracker WRONG" in lost


def test_the_list_is_paged(ada):
    from tests.cast import people

    voters = [each.user for each in people(103)]
    ballot = scene.counted_ballot([(voter, "yes") for voter in voters])

    first = client_as().get(address(ballot, "votes/"))
    second = client_as().get(address(ballot, "votes/"), {"after": first.context["page"].next_cursor})

    assert [len(page.context["page"].rows) for page in (first, second)] == [100, 3]


def test_pages_cost_the_same_queries_with_one_row_and_with_three(ada, ben, cleo):
    scene.certified_ballot([(ada, "yes")])
    one = [
        queries_of(path)
        for path in ("/ballots/", address(Ballot.objects.get()), address(Ballot.objects.get(), "votes/"))
    ]
    scene.certified_ballot([(ada, "yes")])
    ballot = scene.certified_ballot([(ada, "yes"), (ben, "no"), (cleo, "abstain")])

    three = [queries_of(path) for path in ("/ballots/", address(ballot), address(ballot, "votes/"))]

    assert one == three == [2, 5, 2]


def queries_of(path):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = client_as()
    browser.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(path).status_code == 200
    return len(queries)


def test_a_clerk_annuls_on_a_page_with_a_reason_that_everybody_reads(ada, clerk, finn):
    ballot = scene.open_ballot(ada)
    browser = client_as(clerk)

    short = browser.post(address(ballot, "annul/"), {"reason": "No."})
    answer = browser.post(address(ballot, "annul/"), {"reason": "The roll left out everyone who joined in May."})

    assert (short.status_code, answer.status_code) == (422, 302)
    page = client_as(finn).get(address(ballot)).content.decode()
    assert "The roll left out everyone who joined in May." in page
    assert client_as(ada).get(address(ballot, "annul/")).status_code == 403


def test_the_api_votes_once_reads_and_refuses_with_the_same_words(ada, ben):
    ballot = scene.open_ballot(ada)
    api = f"/api/v1/ballots/{ballot.pk}/"

    voted = client_as(ada).post(f"{api}vote/", {"choice": "yes"}, content_type="application/json")
    wrong = client_as(ada).post(f"{api}vote/", {"choice": "perhaps"}, content_type="application/json")
    refused = client_as(ben).post(f"{api}vote/", {"choice": "yes"}, content_type="application/json")
    read = client_as(ben).get(api).json()

    assert (voted.status_code, wrong.status_code, refused.status_code) == (201, 400, 403)
    assert len(voted.json()["tracker"]) == 12
    assert list(wrong.json()["errors"]) == ["choice"]
    assert refused.json()["detail"].startswith("You are not on the roll of this ballot.")
    assert (read["may_vote"], read["yes"], read["votes"]) == (False, None, None)
    assert read["why_not"] == refused.json()["detail"]


def test_personal_data_name_the_rolls_and_never_a_choice(ada):
    from ballots.personal import export

    ballot = scene.open_ballot(ada)
    cast_vote(actor=ada, ballot=ballot, choice="yes")

    exported = export(ada.person.pk, ada.pk)

    assert [(roll["ballot"], roll["a_sealed_vote_is_kept"]) for roll in exported["rolls"]] == [(ballot.pk, True)]
    assert "yes" not in str(exported).lower().replace(scene.QUESTION.lower(), "")
