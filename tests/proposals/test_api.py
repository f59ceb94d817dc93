"""The same acts and reasons over the API."""

from datetime import timedelta

import pytest

from ballots.actions import close_ballot
from core import today
from core.clock import at
from ledger.delivery import deliver_all
from ledger.models import Entry
from proposals.actions import edit_proposal, fold_tallies
from proposals.models import Adoption, Proposal, RemitReason, Support
from proposals.policies import may_certify, may_open_adoption
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


def decided(voter, facilitate):
    """A proposal that its facilitator checks, puts to the vote and certifies, each by `facilitate`; and what was told of it."""
    found = scenes.supported(scenes.proposal(host=scenes.activity(members=(voter,))))
    browser, told = (
        client_as(scenes.facilitator_of(found)),
        Entry.objects.filter(event__startswith="proposals.Adoption"),
    )
    last = told.order_by("-pk").values_list("pk", flat=True).first() or 0
    facilitate(browser, found, "check/", {"outcome": "in_remit"})
    facilitate(browser, found, "adoption/", {"closes_on": str(today() + timedelta(days=14))})
    adoption = Adoption.objects.select_related("ballot").get(proposal=found)
    client_as(voter).post(f"/ballots/{adoption.ballot_id}/vote/", {"choice": "yes"})
    with at(adoption.ballot.closes_at):
        close_ballot(ballot=adoption.ballot)
        deliver_all()
    with at(adoption.ballot.closes_at + timedelta(days=14)):
        facilitate(browser, found, "adoption/certify/", {})
    adoption.refresh_from_db()
    entries = list(told.filter(pk__gt=last).order_by("pk").values_list("event", "role", "public"))
    return scenes.fresh(found), adoption, entries


def test_the_members_decide_over_the_api_as_on_the_pages(ada):
    def over_the_api(browser, found, path, data):
        assert send(browser, f"{HOME}{found.reference}/{path}", data).status_code == 200

    def over_the_pages(browser, found, path, data):
        assert browser.post(f"/proposals/{found.reference}/{path}", data).status_code in {302, 303}

    by_api, ballot_by_api, told_by_api = decided(ada, over_the_api)
    by_pages, ballot_by_pages, told_by_pages = decided(ada, over_the_pages)

    assert by_api.state == by_pages.state == State.ADOPTED
    assert told_by_api == told_by_pages
    assert len(told_by_api) == 2
    assert ballot_by_api.adopted
    assert (ballot_by_api.ballot.closes_at, ballot_by_api.supports_at_opening) == (
        ballot_by_pages.ballot.closes_at,
        ballot_by_pages.supports_at_opening,
    )


def test_putting_it_to_the_vote_and_certifying_are_refused_with_the_policys_sentence(ada):
    unchecked, running = scenes.proposal(), scenes.balloted(ada)
    one, two = scenes.facilitator_of(unchecked), scenes.facilitator_of(running.proposal)
    later = {"closes_on": str(today() + timedelta(days=14))}

    opened = send(client_as(one), f"{HOME}{unchecked.reference}/adoption/", later)
    certified = send(client_as(two), f"{HOME}{running.proposal.reference}/adoption/certify/")
    never = send(client_as(one), f"{HOME}{unchecked.reference}/adoption/certify/")

    assert (opened.status_code, opened.json()["detail"]) == (403, may_open_adoption(one, unchecked).reason)
    assert (certified.status_code, certified.json()["detail"]) == (403, may_certify(two, running).reason)
    assert never.status_code == 404


@pytest.mark.parametrize("closes_on", ["", "soon", "2020-01-01", None, "\x00", "9999-12-31"])
def test_a_day_on_which_no_vote_can_close_is_a_fault_of_its_field(ada, closes_on):
    found = scenes.checked(scenes.supported(scenes.proposal(host=scenes.activity(members=(ada,)))))

    answer = send(
        client_as(scenes.facilitator_of(found)), f"{HOME}{found.reference}/adoption/", {"closes_on": closes_on}
    )

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["closes_on"])
    assert scenes.fresh(found).state == State.OPEN
