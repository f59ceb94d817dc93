"""The pages: what anybody reads, what each may do, and what it costs."""

from datetime import timedelta

import pytest
from django.test import Client

from core import now
from core.clock import at
from ledger.delivery import deliver_all
from moderation.models import Reason
from proposals.actions import edit_proposal, fold_tallies, give_support
from proposals.models import Proposal, Support
from proposals.states import State
from tests.cast import client_as, people, person
from tests.scenes import forums, proposals as scenes

pytestmark = pytest.mark.django_db


def queries_of(client, url, most):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200
    assert len(captured) <= most, "\n".join(query["sql"][:160] for query in captured)
    return len(captured)


@pytest.fixture
def talk():
    """Three proposals, the first with a debate."""
    found = [scenes.supported(scenes.proposal(title=f"Keep the number {n} bus running late"), 1) for n in (1, 2, 3)]
    from forums.queries import thread_for

    thread, speaker = thread_for(found[0]), person("Pat", level=3).user
    for stance in ("for", "against", "neutral"):
        forums.posts(thread, 4, by=speaker, stance=stance)
    return found


def test_the_list_costs_the_same_with_one_row_and_with_three_and_at_most_six():
    scenes.supported(scenes.proposal(), 1)
    first = queries_of(Client(), "/proposals/", 6)
    for _ in range(2):
        scenes.supported(scenes.proposal(), 1)

    assert queries_of(Client(), "/proposals/", 6) == first == 5


def test_the_filters_are_in_the_address_and_cost_nothing_while_they_are_kept(settings):
    settings.TEST = False
    scenes.proposal()
    Client().get("/proposals/")

    assert queries_of(Client(), "/proposals/?state=open&order=most_supported", 6) == 2


def test_a_proposal_with_its_first_posts_costs_at_most_eight_queries(talk):
    with_talk = queries_of(Client(), f"/proposals/{talk[0].reference}/", 8)
    without = queries_of(Client(), f"/proposals/{talk[1].reference}/", 8)

    assert (with_talk, without) == (5, 4)


@pytest.mark.parametrize("htmx", [{}, {"HTTP_HX_REQUEST": "true"}])
def test_a_support_costs_at_most_six_queries_and_a_double_click_does_no_harm(ada, htmx):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    proposal = scenes.proposal()
    client = client_as(ada)
    client.get(f"/proposals/{proposal.reference}/")

    with CaptureQueriesContext(connection) as captured:
        first = client.post(f"/proposals/{proposal.reference}/support/", **htmx)
    second = client.post(f"/proposals/{proposal.reference}/support/", **htmx)

    assert len(captured) <= 6, [query["sql"][:120] for query in captured]
    assert first.status_code == second.status_code == (200 if htmx else 303)
    assert Support.objects.count() == 1


def test_the_giver_sees_their_act_at_once_and_counted_once(ada):
    proposal = scenes.supported(scenes.proposal(), 1)
    client = client_as(ada)

    client.post(f"/proposals/{proposal.reference}/support/")
    before = client.get(f"/proposals/{proposal.reference}/")
    fold_tallies()
    after = client.get(f"/proposals/{proposal.reference}/")

    assert before.context["count"] == after.context["count"] == 2
    for page in (before, after):
        assert b"You support this." in page.content
        assert b"yours included" in page.content


def test_below_the_level_the_page_says_that_it_does_not_count_and_how_it_would(ben):
    proposal = scenes.supported(scenes.proposal(), 1)
    client = client_as(ben)

    client.post(f"/proposals/{proposal.reference}/support/")
    page = client.get(f"/proposals/{proposal.reference}/")

    assert (page.context["count"], page.context["below"]) == (1, 1)
    assert b"/me/address/?next=" in page.content
    assert b"not in the count" in page.content


def test_a_support_can_be_taken_back_from_the_same_panel(ada):
    proposal = scenes.proposal()
    client = client_as(ada)
    client.post(f"/proposals/{proposal.reference}/support/")

    part = client.post(f"/proposals/{proposal.reference}/support/withdraw/", HTTP_HX_REQUEST="true")

    assert b'id="act"' in part.content
    assert b"Support this proposal" in part.content
    assert b"<html" not in part.content
    assert not Support.objects.exists()


def test_a_closed_proposal_answers_a_late_support_with_403_and_the_reason(ada):
    proposal = scenes.proposal()
    Proposal.objects.filter(pk=proposal.pk).update(state=State.EXPIRED, supports_closed_at=now())

    response = client_as(ada).post(f"/proposals/{proposal.reference}/support/")

    assert response.status_code == 403
    assert b"Its time to gather supports ended on" in response.content


def test_a_signed_out_page_has_no_token_and_no_session_and_links_to_sign_in():
    proposal = scenes.proposal()

    response = Client().get(f"/proposals/{proposal.reference}/")

    assert b"csrfmiddlewaretoken" not in response.content
    assert "Cookie" not in response.headers.get("Vary", "")
    assert not response.cookies
    assert b"Sign in to support this" in response.content


def test_three_like_it_are_offered_while_typing_and_at_the_preview(ada):
    for number in range(4):
        scenes.proposal(title=f"Keep home care visits at {30 + number} minutes or longer")
    deliver_all()
    draft = scenes.draft(ada, title="Longer home care visits of 30 minutes")

    part = Client().get("/proposals/similar/", {"title": "Longer home care visits please"}, HTTP_HX_REQUEST="true")
    preview = client_as(ada).get(f"/proposals/draft/{draft.pk}/preview/")

    assert part.content.count(b"<li>") == 3
    assert b"Support one of them instead?" in preview.content


def test_the_list_is_narrowed_by_words_state_forum_and_paged_without_gaps():
    host = scenes.activity(code="ASC", opens_at=now() - timedelta(days=1))
    for number in range(23):
        with at(now() - timedelta(minutes=number)):
            scenes.proposal(host=host, title=f"Later buses for hospital shifts, {number}")
    scenes.proposal(title="Benches along the river, please")
    deliver_all()
    client = Client()

    seen, url = [], f"/proposals/?forum={host.forum.slug}"
    while url:
        response = client.get(url)
        page = response.context["page"]
        seen += [row.reference for row in page.rows]
        url = f"/proposals/?forum={host.forum.slug}&after={page.next_cursor}" if page.next_cursor else ""
    by_words = client.get("/proposals/", {"q": "benches"}).context["page"].rows
    nothing = client.get("/proposals/", {"q": "zebra", "state": "adopted"})

    assert len(seen) == len(set(seen)) == 23
    assert [row.title for row in by_words] == ["Benches along the river, please"]
    assert b"No proposal fits." in nothing.content


@pytest.mark.parametrize("order", ["newest", "most_supported", "most_discussed", "needs_few_more"])
def test_every_order_shows_each_row_once(order):
    for number in range(3):
        scenes.supported(scenes.proposal(), number % 2)

    first = Client().get("/proposals/", {"order": order}).context["page"]

    assert sorted(row.id for row in first.rows) == sorted(Proposal.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("bad", ["state=eaten", "after=garbage", "forum=%27%3Bdrop", "q=%22%28%26"])
def test_an_address_that_makes_no_sense_answers_as_if_it_had_not_asked(bad):
    scenes.proposal()

    assert Client().get(f"/proposals/?{bad}").status_code == 200


def test_htmx_gets_the_list_alone():
    scenes.proposal()

    part = Client().get("/proposals/", HTTP_HX_REQUEST="true")

    assert part.content.startswith(b'<div id="list">')
    assert b"<html" not in part.content


def test_a_reference_in_small_letters_leads_to_the_page():
    proposal = scenes.proposal()

    response = Client().get(f"/proposals/{proposal.reference.lower()}/")

    assert (response.status_code, response.headers["Location"]) == (301, f"/proposals/{proposal.reference}/")


def test_versions_show_word_by_word_what_changed(ada):
    proposal = scenes.proposal(ada)
    edit_proposal(
        actor=ada, proposal=proposal, title=proposal.title, body=proposal.body.replace("15 minutes", "20 minutes")
    )

    page = Client().get(f"/proposals/{proposal.reference}/versions/")

    assert b"<del>15</del><ins>20</ins>" in page.content


def test_a_hidden_proposal_shows_the_reason_in_place_of_its_words_everywhere(dov):
    from core.verdicts import yes
    from tests.scenes.moderation import decide

    proposal = scenes.proposal(title="My neighbour Kevin must move away")
    deliver_all()
    reason = Reason.objects.create(code="names", title="It names a private person")
    decide(
        actor=dov,
        subject=proposal,
        outcome="hide",
        reason=reason,
        statement="It names somebody.",
        host_key=f"forum:{proposal.forum_id}",
        verdict=yes(),
    )
    deliver_all()
    client = Client()

    pages = [
        client.get(url)
        for url in ("/proposals/", f"/proposals/{proposal.reference}/", f"/proposals/{proposal.reference}/versions/")
    ]

    assert all(page.status_code == 200 and b"Kevin" not in page.content for page in pages)
    assert b"It names a private person" in pages[1].content


def test_hostile_text_is_shown_inert(ada):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> [click](javascript:alert(1)) " + scenes.BODY
    proposal = scenes.proposal(ada, title='"><script>alert(1)</script> and more', body=hostile)
    edit_proposal(actor=ada, proposal=proposal, title=proposal.title, body=hostile + " <svg onload=alert(2)>")
    deliver_all()

    for url in ("/proposals/", f"/proposals/{proposal.reference}/", f"/proposals/{proposal.reference}/versions/"):
        content = Client().get(url).content
        assert b"<script>alert" not in content
        assert b"<img" not in content
        assert b"<svg onload" not in content
        assert b'href="javascript' not in content


def test_supporters_appear_on_no_page():
    proposal = scenes.proposal()
    supporter = people(1)[0]
    supporter.name = "Quentin Supporter"
    supporter.save()
    give_support(actor=supporter.user, proposal=proposal)
    fold_tallies()
    deliver_all()

    pages = [
        Client().get(url).content
        for url in ("/proposals/", f"/proposals/{proposal.reference}/", f"/api/v1/proposals/{proposal.reference}/")
    ]

    assert not any(b"Quentin" in page for page in pages)
