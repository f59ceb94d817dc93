"""The same acts over the API: the same states, the same events in the record, the same reasons."""

import pytest

from ballots.actions import close_ballot
from core.clock import at
from ledger.models import Entry
from outputs.models import Output
from outputs.policies import may_open_approval
from outputs.states import State
from tests.cast import client_as
from tests.scenes import outputs as scene, proposals

pytestmark = pytest.mark.django_db
HOME = "/api/v1/outputs/"
PAGES = "/outputs/"


def send(client, path, data=None):
    return client.post(f"{HOME}{path}", data or {}, content_type="application/json")


def told():
    """What stands in the record about outputs, oldest first."""
    rows = Entry.objects.filter(event__startswith="outputs.").order_by("pk")
    return list(rows.values_list("event", "role", "public"))


def written(adoption):
    return {**scene.TEXTS, "forum": adoption.forum.slug, "adoptions": [adoption.proposal.reference]}


def over_the_api(browser, member, adoption):
    reference = send(browser, "compile/", written(adoption)).json()["reference"]
    send(browser, f"{reference}/edit/", {"title": "Visits that are long enough", "seen": 1})
    send(browser, f"{reference}/comments/")
    send(browser, f"{reference}/reopen/", {"reason": "Two members found a mistake in it."})
    send(browser, f"{reference}/comments/")
    with at(scene.commenting_over()):
        ballot = send(browser, f"{reference}/approval/", {"days": 7}).json()["ballot"]
        member.post(f"/api/v1/ballots/{ballot}/vote/", {"choice": "yes"}, content_type="application/json")
    return reference, lambda: send(browser, f"{reference}/settle/")


def over_the_pages(browser, member, adoption):
    words = {**scene.TEXTS, "adoptions": [adoption.pk]}
    browser.post(f"{PAGES}new/?forum={adoption.forum.slug}", words)
    reference = Output.objects.latest("pk").reference
    browser.post(f"{PAGES}{reference}/edit/", words | {"title": "Visits that are long enough", "seen": 1})
    browser.post(f"{PAGES}{reference}/comments/")
    browser.post(f"{PAGES}{reference}/reopen/", {"reason": "Two members found a mistake in it."})
    browser.post(f"{PAGES}{reference}/comments/")
    with at(scene.commenting_over()):
        browser.post(f"{PAGES}{reference}/approval/", {"days": "7"})
        ballot = Output.objects.get(reference=reference).ballot_id
        member.post(f"/ballots/{ballot}/vote/", {"choice": "yes"})
    return reference, lambda: browser.post(f"{PAGES}{reference}/settle/")


def whole_way(way, voter):
    """The output at its end, and what was told on the way."""
    adoption, before = proposals.adopted(voter), len(told())
    reference, settle = way(client_as(scene.facilitator_of(adoption.forum)), client_as(voter), adoption)
    ballot = Output.objects.get(reference=reference).ballot
    with at(ballot.closes_at):
        close_ballot(ballot=ballot)
        settle()
    return Output.objects.get(reference=reference), told()[before:]


def test_the_whole_way_over_the_api_leaves_what_the_pages_leave(ada):
    by_api, told_by_api = whole_way(over_the_api, ada)
    by_pages, told_by_pages = whole_way(over_the_pages, ada)

    same = ("state", "title", "summary", "findings", "findings_html", "dissent", "version", "took_part")
    first, second = ({name: getattr(one, name) for name in same} for one in (by_api, by_pages))
    assert by_api.state == State.APPROVED
    for one in (first, second):
        one["took_part"].pop("counted_at")
    assert first == second
    assert told_by_api == told_by_pages
    assert len(told_by_api) == 7


def test_what_is_left_out_of_an_edit_stays_as_it_is(ada):
    output = scene.draft(ada)

    answer = send(client_as(scene.facilitator_of(output.forum)), f"{output.reference}/edit/", {"findings": "Anew."})

    shown = answer.json()
    assert (answer.status_code, shown["version"], shown["findings"]) == (200, 2, "Anew.")
    assert (shown["title"], len(shown["asks"])) == (output.title, 1)


def test_of_two_who_edit_at_once_the_second_is_told(ada):
    output = scene.draft(ada)
    browser, path = client_as(scene.facilitator_of(output.forum)), f"{output.reference}/edit/"

    send(browser, path, {"findings": "The first to save.", "seen": 1})
    second = send(browser, path, {"findings": "The second to save.", "seen": 1})

    assert (second.status_code, scene.fresh(output).findings) == (409, "The first to save.")
    assert "changed since" in second.json()["detail"]


@pytest.mark.parametrize("named", [["nothing"], ["a\x00b"], [{}], [[]], [1], [None], []])
def test_what_no_members_adopted_is_a_fault_of_its_field(ada, named):
    adoption = proposals.adopted(ada)

    answer = send(client_as(scene.facilitator_of(adoption.forum)), "compile/", written(adoption) | {"adoptions": named})

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["adoptions"])
    assert not Output.objects.exists()


def test_too_many_words_are_refused_as_on_the_page(ada):
    adoption = proposals.adopted(ada)
    words = {"summary": "word " * 64, "title": "x" * 201}

    answer = send(client_as(scene.facilitator_of(adoption.forum)), "compile/", written(adoption) | words)

    assert answer.status_code == 400
    assert "Take out 4 words" in answer.json()["errors"]["summary"][0]
    assert "200" in answer.json()["errors"]["title"][0]


def test_a_vote_before_the_comments_are_over_is_refused_with_the_day(ada):
    output = scene.commented(ada)
    facilitator = scene.facilitator_of(output.forum)

    answer = send(client_as(facilitator), f"{output.reference}/approval/", {"days": 7})

    assert (answer.status_code, answer.json()["detail"]) == (403, may_open_approval(facilitator, output).reason)
    assert scene.fresh(output).state == State.COMMENTING


def test_a_draft_is_thrown_away_and_to_others_it_was_never_there(ada, esi):
    output = scene.draft(ada)
    path = f"{output.reference}/discard/"

    stranger, facilitator = (send(client_as(who), path) for who in (esi, scene.facilitator_of(output.forum)))

    assert (stranger.status_code, facilitator.status_code) == (404, 204)
    assert not Output.objects.exists()
