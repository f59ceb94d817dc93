"""The same acts and reasons over the API."""

import pytest

from proposals.actions import edit_proposal, fold_tallies
from proposals.models import Proposal, RemitReason, Support
from proposals.states import State
from tests.cast import client_as
from tests.scenes import proposals as scenes

pytestmark = pytest.mark.django_db
HOME = "/api/v1/proposals/"


def send(client, url, data=None, method="post"):
    return getattr(client, method)(url, data or {}, content_type="application/json")


def test_anybody_reads_the_list_with_its_filters_and_cursors():
    for number in range(3):
        scenes.supported(scenes.proposal(), number)

    page = client_as().get(f"{HOME}?order=most_supported&state=open").json()

    assert [row["supports"] for row in page["results"]] == [2, 1, 0]
    assert page["next"] is None


def test_a_proposal_says_whether_one_may_support_it_or_why_not(ada):
    proposal = scenes.proposal()

    visitor = client_as().get(f"{HOME}{proposal.reference}/").json()
    mine = client_as(ada).get(f"{HOME}{proposal.reference}/").json()

    assert (visitor["may_support"], visitor["why_not"]) == (
        False,
        "Sign in to support this proposal. Each person counts once.",
    )
    assert (mine["may_support"], mine["supported_by_me"]) == (True, False)


def test_supporting_twice_counts_once_and_taking_back_is_told(ada):
    proposal = scenes.proposal()
    client, url = client_as(ada), f"{HOME}{proposal.reference}/support/"

    outcomes = [send(client, url).json()["outcome"] for _ in range(2)]
    taken = [send(client, url, method="delete").json()["outcome"] for _ in range(2)]
    fold_tallies()

    assert (outcomes, taken) == (["given", "already"], ["taken back", "none"])
    assert scenes.fresh(proposal).supports == 0


def test_a_refused_support_is_403_with_the_policys_sentence(ada):
    proposal = scenes.proposal()
    Proposal.objects.filter(pk=proposal.pk).update(hidden_at=proposal.published_at, hidden_because="spam")

    response = send(client_as(ada), f"{HOME}{proposal.reference}/support/")

    assert (response.status_code, response.json()["detail"]) == (
        403,
        "This proposal is hidden, so it takes no supports.",
    )
    assert not Support.objects.exists()


def test_nobody_signed_out_supports_over_the_api():
    proposal = scenes.proposal()

    assert send(client_as(), f"{HOME}{proposal.reference}/support/").status_code in {401, 403}


def test_one_call_publishes_and_a_bad_one_names_each_field(ada):
    host = scenes.activity(code="ASC")
    words = {"activity": host.pk, "title": scenes.TITLE, "body": scenes.BODY, "type": "service"}

    bad = send(client_as(ada), HOME, words | {"title": "Short", "type": "coup"})
    made = send(client_as(ada), HOME, words)

    assert (bad.status_code, sorted(bad.json()["errors"])) == (400, ["title", "type"])
    assert (made.status_code, made.json()["being_checked"]) == (201, True)
    assert made.json()["reference"].startswith("ASC-")


def test_versions_can_be_read_and_the_author_adds_one(ada, ben):
    proposal = scenes.proposal(ada)

    stranger = send(client_as(ben), f"{HOME}{proposal.reference}/", {"title": "Something else entirely"}, "patch")
    send(client_as(ada), f"{HOME}{proposal.reference}/", {"title": "Something else entirely"}, "patch")
    versions = client_as().get(f"{HOME}{proposal.reference}/versions/").json()["results"]

    assert stranger.status_code == 403
    assert [row["title"] for row in versions] == ["Something else entirely", scenes.TITLE]


def test_a_hidden_proposal_gives_its_reason_and_none_of_its_words(ada):
    proposal = scenes.proposal(ada)
    edit_proposal(actor=ada, proposal=proposal, title="Something else entirely", body=scenes.BODY)
    Proposal.objects.filter(pk=proposal.pk).update(hidden_at=proposal.published_at, hidden_because="spam")

    shown = client_as().get(f"{HOME}{proposal.reference}/").json()
    versions = client_as().get(f"{HOME}{proposal.reference}/versions/").json()["results"]
    listed = client_as().get(HOME).json()["results"]

    assert (shown["title"], shown["body"], shown["hidden_because"]) == ("", "", "spam")
    assert versions == listed == []


def test_a_facilitator_checks_and_the_author_withdraws(ada):
    refused, withdrawn = scenes.proposal(ada), scenes.proposal(ada)
    reason = RemitReason.objects.get(code="copy")

    bare = send(client_as(scenes.facilitator_of(refused)), f"{HOME}{refused.reference}/check/", {"outcome": "refused"})
    send(
        client_as(scenes.facilitator_of(refused)),
        f"{HOME}{refused.reference}/check/",
        {"outcome": "refused", "reason": reason.code, "statement": "See the other one."},
    )
    send(client_as(ada), f"{HOME}{withdrawn.reference}/withdraw/", {"reason": "It is done already."})

    assert (bare.status_code, sorted(bare.json()["errors"])) == (400, ["reason", "statement"])
    assert [scenes.fresh(one).state for one in (refused, withdrawn)] == [State.REFUSED, State.WITHDRAWN]


def test_a_draft_is_found_by_nobody(ada):
    draft = scenes.draft(ada)

    assert client_as(ada).get(HOME).json()["results"] == []
    assert draft.reference is None
