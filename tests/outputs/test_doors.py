"""Doors: pages, paper and API of outputs, for everybody who may come by."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ballots.actions import close_ballot
from core import now
from core.clock import at
from forums.actions import reply, thread_about
from forums.queries import thread_for
from outputs.models import Output
from outputs.states import State
from tests.cast import client_as
from tests.scenes import outputs as scene, proposals, summaries

pytestmark = pytest.mark.django_db


def address(output, rest=""):
    return f"/outputs/{output.reference}/{rest}"


def text_of(answer):
    return answer.content.decode()


def test_a_facilitator_writes_an_output_in_a_browser_without_javascript(ada):
    adoption = proposals.adopted(ada)
    browser = client_as(scene.facilitator_of(adoption.forum))
    form = f"/outputs/new/?forum={adoption.forum.slug}"

    empty = browser.get(form)
    wrong = browser.post(form, {**scene.TEXTS, "adoptions": [adoption.pk], "dissent": "", "summary": "word " * 64})
    right = browser.post(form, {**scene.TEXTS, "adoptions": [adoption.pk]})

    output = Output.objects.get()
    assert empty.status_code == 200
    assert wrong.status_code == 422
    assert "Take out 4 words" in text_of(wrong)
    assert "Write what those who disagree say" in text_of(wrong)
    assert scene.TEXTS["findings"].splitlines()[0] in text_of(wrong)  # nothing is lost
    assert (right.status_code, right.url) == (302, address(output))


def test_of_two_who_edit_at_once_the_second_keeps_their_words(ada):
    output = scene.draft(ada)
    browser = client_as(scene.facilitator_of(output.forum))
    sent = {**scene.TEXTS, "adoptions": [output.asks.get().adoption_id], "seen": 1}

    first = browser.post(address(output, "edit/"), {**sent, "findings": "The first to save."})
    second = browser.post(address(output, "edit/"), {**sent, "findings": "The second to save."})

    assert (first.status_code, second.status_code) == (302, 422)
    assert "Somebody else changed this text" in text_of(second)
    assert "The second to save." in text_of(second)


def test_the_whole_way_from_a_draft_to_an_approved_text(ada, esi):
    output = scene.draft(ada, esi)
    facilitator = client_as(scene.facilitator_of(output.forum))
    member = client_as(ada)

    assert facilitator.post(address(output, "comments/")).status_code == 302
    thread = thread_for(output)
    assert (
        member.post(f"/forums/threads/{thread.pk}/reply/", {"body": "Well said.", "stance": "neutral"}).status_code
        == 302
    )
    with at(scene.commenting_over()):
        assert facilitator.post(address(output, "approval/"), {"days": "7"}).status_code == 302
        ballot = scene.fresh(output).ballot
        assert member.post(f"/ballots/{ballot.pk}/vote/", {"choice": "yes"}).status_code == 302
    with at(ballot.closes_at):
        close_ballot(ballot=ballot)
        assert facilitator.post(address(output, "settle/")).status_code == 302

    page = text_of(client_as().get(address(output)))
    assert scene.fresh(output).state == State.APPROVED
    assert "The text is final." in page
    assert scene.fresh(output).digest in page
    assert "Well said." in page


def test_a_draft_is_for_the_forum_alone(ada, esi, finn):
    output = scene.draft(ada)
    expected = {ada: 200, scene.facilitator_of(output.forum): 200, esi: 404, finn: 404}

    for user, status in expected.items():
        for rest in ("", "versions/"):
            assert client_as(user).get(address(output, rest)).status_code == status
        assert client_as(user).get(f"/outputs/{output.reference}.pdf").status_code == status
        assert client_as(user).get(f"/api/v1/outputs/{output.reference}/").status_code == status
        assert len(client_as(user).get("/api/v1/outputs/").json()["results"]) == (status == 200)


@pytest.mark.parametrize("rest", ["edit/", "comments/", "reopen/", "approval/", "settle/", "discard/"])
def test_members_cannot_do_the_facilitators_work(ada, finn, rest):
    output = scene.commented(ada)

    for user in (ada, finn):
        answer = client_as(user).post(address(output, rest), {"days": "7", "reason": "Because I can."})
        assert answer.status_code == 403
    assert scene.fresh(output).state == State.COMMENTING


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("draft", "Members comment on it as soon as it is put to them."),
        ("commented", "Until the end of"),
        ("balloted", "Shall the forum send this on?"),
        ("approved", "Nobody can change the text any more."),
    ],
)
def test_each_state_says_to_a_member_what_can_be_done_now(ada, state, sentence):
    output = getattr(scene, state)(ada)

    with at(scene.commenting_over() if state == "balloted" else now()):
        assert sentence in text_of(client_as(ada).get(address(output)))


def test_signed_out_pages_carry_no_token_and_no_form_to_write(ada, finn):
    page = text_of(client_as(finn).get(address(scene.commented(ada))))

    assert "csrfmiddlewaretoken" not in page
    assert "Sign in" in page


def test_the_reference_is_found_in_small_letters_too(ada):
    output = scene.commented(ada)

    assert client_as().get(f"/outputs/{output.reference.lower()}/").status_code == 200


def test_the_dissent_stands_beside_the_findings_and_each_ask_links_back(ada):
    output = scene.approved(ada)
    page = text_of(client_as().get(address(output)))
    proposal = output.asks.get().adoption.proposal

    assert "<strong>fifteen minutes</strong>" in page
    assert page.index('id="findings"') < page.index('id="dissent"')
    assert f'href="/proposals/{proposal.reference}/"' in page
    assert "adopted by 1 to 0, 0 abstained" in page
    assert 'id="took-part"' in page


def test_versions_show_what_changed(ada):
    from outputs.actions import edit_output

    output = scene.draft(ada)
    edit_output(**scene.acting(output), **{**scene.TEXTS, "title": "Visits that help"})

    page = text_of(client_as(ada).get(address(output, "versions/")))

    assert "<del>long enough to help</del>" in page.replace("\n", "") or "<del>" in page
    assert "<ins>" in page


def test_what_people_write_is_inert_on_the_page(ada):
    output = scene.commented(
        ada,
        title="<script>alert(1)</script> and more",
        findings="<img src=x onerror=alert(1)> [x](javascript:alert(1))",
    )
    page = text_of(client_as().get(address(output)))

    assert "<script>alert(1)" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page


def test_an_output_leads_to_what_the_members_agreed_on_in_the_conversation_about_what_it_carries(ada):
    output = scene.commented(ada)
    carried = output.asks.get().adoption.proposal
    thread = thread_about(record=carried, forum=output.forum, title=carried.title)
    before = text_of(client_as().get(address(output)))
    opened = summaries.opened(thread, by=scene.facilitator_of(output.forum), posts=summaries.said(thread, ada))
    summaries.answered(opened, agree=[ada])
    summaries.closed(opened)

    page = text_of(client_as().get(address(output)))
    over_the_api = client_as().get(f"/api/v1/outputs/{output.reference}/").json()["summaries"]

    assert "What the members agreed on" not in before
    assert f"/forums/threads/{thread.pk}/summary/?version=1" in page
    assert over_the_api == [{"proposal": carried.reference, "thread": thread.pk, "version": 1}]


def test_pages_cost_the_same_queries_with_one_row_and_with_three(ada):
    first = scene.commented(ada)
    reply(actor=ada, thread=thread_for(first), body="One.")
    one = [queries_of("/outputs/"), queries_of(address(first)), queries_of("/api/v1/outputs/")]
    for number in range(2):
        other = scene.commented(ada)
        reply(actor=ada, thread=thread_for(other), body=f"One more {number}.")
    more = proposals.adopted(ada, host=activity_of(first.forum), title="Publish missed visits each month")
    again = scene.draft(
        adoptions=[
            more,
            proposals.adopted(ada, host=activity_of(first.forum), title="Pay for the travel between visits"),
        ]
    )
    from outputs.actions import open_comments

    open_comments(**scene.acting(again))
    for number in range(3):
        reply(actor=ada, thread=thread_for(again), body=f"Post {number}.")

    three = [queries_of("/outputs/"), queries_of(address(again)), queries_of("/api/v1/outputs/")]

    assert one == three == [3, 11, 1]


def activity_of(forum):
    from tests.scenes import forums

    return forums.proposals_activity(forum)


def queries_of(path):
    browser = client_as()
    browser.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(path).status_code == 200
    return len(queries)


def test_the_list_is_filtered_by_forum_and_state(ada):
    one, two = scene.commented(ada), scene.approved(ada)

    by_forum = text_of(client_as().get("/outputs/", {"forum": one.forum.slug}))
    by_state = text_of(client_as().get("/outputs/", {"state": "approved"}))

    assert (one.reference in by_forum, two.reference in by_forum) == (True, False)
    assert (one.reference in by_state, two.reference in by_state) == (False, True)


def test_the_api_gives_what_the_digest_stands_for(ada):
    from outputs.digests import digest_of

    output = scene.approved(ada)

    read = client_as().get(f"/api/v1/outputs/{output.reference}/").json()

    content = {name: read[name] for name in ("reference", "title", "summary", "findings", "dissent", "took_part")}
    asks = [
        {name: ask[name] for name in ("number", "proposal", "supports", "verified", "yes", "no", "abstain")}
        for ask in read["asks"]
    ]
    assert digest_of({**content, "asks": asks}) == read["digest"] == scene.fresh(output).digest


def test_a_facilitator_who_waits_for_the_days_of_comment_reads_until_when(ada):
    output = scene.commented(ada)
    page = text_of(client_as(scene.facilitator_of(output.forum)).get(address(output)))

    assert "After that they can be asked to vote." in page
    assert output.comments_close_on == (now() + timedelta(days=7)).date()


def test_whoever_is_signed_in_follows_an_output_from_its_page(ada):
    output = scene.approved(ada)

    visitor = client_as().get(address(output))
    signed_in = text_of(client_as(ada).get(address(output)))

    assert f"?next={address(output)}" in text_of(visitor)
    assert b"csrfmiddlewaretoken" not in visitor.content
    assert 'value="outputs.output"' in signed_in
