"""The pages of writing and deciding: what each may do, and what they are told when they may not."""

from datetime import timedelta

import pytest
from django.test import Client

from core import now
from core.clock import at
from ledger.delivery import deliver_all
from proposals.actions import withdraw_proposal
from proposals.models import Proposal, RemitReason
from proposals.states import State
from tests.cast import client_as
from tests.scenes import proposals as scenes

pytestmark = pytest.mark.django_db
WORDS = {
    "title": scenes.TITLE,
    "body": scenes.BODY,
    "assets": "The carers know the rounds.",
    "type": "service",
    "area": "",
}


def test_a_proposal_is_written_previewed_and_published_without_javascript(ada):
    host = scenes.activity()
    client = client_as(ada)

    preview = client.post(f"/proposals/new/?activity={host.pk}", {**WORDS, "then": "preview"}, follow=True)
    draft = Proposal.objects.get(state=State.DRAFT)
    published = client.post(f"/proposals/draft/{draft.pk}/publish/", follow=True)

    assert b"So others will see it" in preview.content
    assert published.redirect_chain[-1][0] == f"/proposals/{Proposal.objects.get().reference}/"
    assert b"being checked" in published.content
    assert b"Its reference is" in published.content


def test_a_draft_is_kept_taken_up_again_and_discarded(ada, ben):
    host = scenes.activity()
    client = client_as(ada)
    client.post(
        f"/proposals/new/?activity={host.pk}", {"title": "Buses", "body": "", "type": "service", "then": "keep"}
    )
    draft = Proposal.objects.get()

    resumed = client.get(f"/proposals/new/?activity={host.pk}", follow=True)
    stranger = client_as(ben).get(f"/proposals/draft/{draft.pk}/")
    incomplete = client.post(f"/proposals/draft/{draft.pk}/publish/")
    client.post(f"/proposals/draft/{draft.pk}/discard/")

    assert b'value="Buses"' in resumed.content
    assert stranger.status_code == 404
    assert incomplete.status_code == 422
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "Short"), ("title", "x" * 151), ("body", "Too short"), ("body", "x" * 10_001), ("type", "coup")],
)
def test_what_is_too_short_too_long_or_unknown_comes_back_with_its_words_and_422(ada, field, value):
    host = scenes.activity()

    response = client_as(ada).post(f"/proposals/new/?activity={host.pk}", {**WORDS, field: value, "then": "preview"})

    assert response.status_code == 422
    assert b"There is a problem" in response.content
    assert b"The carers know the rounds." in response.content
    assert not Proposal.objects.exists()


def test_the_author_edits_and_withdraws_and_nobody_else_does(ada, ben):
    proposal = scenes.proposal(ada)
    edit, withdraw = (f"/proposals/{proposal.reference}/{act}/" for act in ("edit", "withdraw"))

    stranger = [client_as(ben).get(url).status_code for url in (edit, withdraw)]
    client_as(ada).post(edit, {"title": scenes.TITLE + ", always", "body": scenes.BODY})
    too_short = client_as(ada).post(withdraw, {"reason": "No."})
    client_as(ada).post(withdraw, {"reason": "The council has done it already."})
    page = Client().get(f"/proposals/{proposal.reference}/")

    assert stranger == [403, 403]
    assert too_short.status_code == 422
    assert b"The council has done it already." in page.content
    assert scenes.BODY.encode() not in page.content


def test_a_facilitator_checks_opens_the_ballot_and_certifies_on_the_pages(ada):
    from ballots.actions import cast_vote, close_ballot

    proposal = scenes.supported(scenes.proposal(host=scenes.activity(members=[ada])))
    client = client_as(scenes.facilitator_of(proposal))
    home = f"/proposals/{proposal.reference}/"

    first = client.get(home)
    client.post(f"{home}check/", {"outcome": "in_remit"})
    second = client.get(home)
    client.post(f"{home}adoption/", {"closes_on": (now() + timedelta(days=3)).date().isoformat()})
    adoption = proposal.adoptions.get()
    cast_vote(actor=ada, ballot=adoption.ballot, choice="yes")
    with at(adoption.ballot.closes_at):
        close_ballot(ballot=adoption.ballot)
        deliver_all()
    with at(adoption.ballot.closes_at + timedelta(days=12)):
        third = client_as(scenes.facilitator_of(proposal)).get(home)
        confirm = client_as(scenes.facilitator_of(proposal)).get(f"{home}adoption/certify/")
        done = client_as(scenes.facilitator_of(proposal)).post(f"{home}adoption/certify/", follow=True)

    assert b"Check it" in first.content
    assert b"Put it to the members" in second.content
    assert b"Certify the result" in third.content
    assert confirm.status_code == 200
    assert b"adopted by the forum" in done.content
    assert scenes.fresh(proposal).state == State.ADOPTED


def test_a_refusal_on_the_page_needs_reason_and_words(ada):
    proposal = scenes.proposal()
    client = client_as(scenes.facilitator_of(proposal))
    url = f"/proposals/{proposal.reference}/check/"

    bare = client.post(url, {"outcome": "refused"})
    client.post(
        url, {"outcome": "refused", "reason": RemitReason.objects.first().code, "statement": "Ask the bus forum."}
    )
    page = Client().get(f"/proposals/{proposal.reference}/")

    assert bare.status_code == 422
    assert b"Ask the bus forum." in page.content


def test_a_withdrawn_proposal_keeps_its_address(ada):
    proposal = scenes.proposal(ada)
    withdraw_proposal(actor=ada, proposal=proposal, reason="Done already, thank you.")

    assert Client().get(f"/proposals/{proposal.reference}/").status_code == 200
