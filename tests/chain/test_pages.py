"""Anybody walks the chain by links, in both directions."""

import re
from datetime import date

import pytest

from chain import actions
from chain.states import Station
from clocks import actions as clocks
from core import subjects
from core.subjects import Subject
from meetings.models import Gathering
from meetings.subjects import gatherings
from tests.scenes.chain import record, step, whole_line

pytestmark = pytest.mark.django_db


def section(client, found, name):
    """The step links in one section of a step's page, by their ids."""
    text = client.get(f"/steps/{found}/").content.decode()
    part = text.split(f'id="{name}"')[1].split("</section>")[0]
    return [int(pk) for pk in re.findall(r'<h3><a href="/steps/(\d+)/"', part)]


def test_the_chain_is_walked_up_and_down_by_links(client):
    steps = [found.pk for found in whole_line()]

    up, down = [steps[-1]], [steps[0]]
    while above := section(client, up[-1], "parents"):
        up += above
    while below := section(client, down[-1], "children"):
        down += below

    assert (up, down) == (steps[::-1], steps)


def test_a_step_says_who_owes_it_by_when_and_why_then(client):
    gathering = record("Later buses")
    deadline = clocks.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 5, 20))
    found = step(gathering, deadline=deadline, title="Later buses", owner_label="the scrutiny officer")

    text = client.get(f"/steps/{found.pk}/").content.decode()

    assert "the scrutiny officer" in text
    assert "10 working days after Wednesday 20 May 2026 end on Thursday 4 June 2026." in text
    assert "Monday 25 May 2026 (Spring bank holiday)" in text


def test_a_date_moved_by_hand_shows_its_reason(client, clerk):
    gathering = record()
    deadline = clocks.set_deadline(subject=gathering, rule="committees.triage", start=date(2026, 5, 20))
    found = step(gathering, deadline=deadline)
    clocks.override(actor=clerk, deadline=deadline, becomes=date(2026, 6, 30), reason="The chair is ill.")

    assert "The chair is ill." in client.get(f"/steps/{found.pk}/").content.decode()


def test_a_refused_step_gives_the_reason_as_text(client):
    found = step()
    actions.refuse_step(step=found, reason="Not the council's <b>to decide</b>.")

    text = client.get(f"/steps/{found.pk}/").content.decode()

    assert "Not the council&#x27;s &lt;b&gt;to decide&lt;/b&gt;." in text


def test_the_whole_line_shows_every_step_from_any_record_on_it(client):
    steps = whole_line()

    for found in (steps[0], steps[3], steps[6]):
        text = client.get(f"/steps/line/meetings.gathering/{found.subject_id}/").content.decode()
        assert [int(pk) for pk in re.findall(r'<li id="step-(\d+)"', text)] == [each.pk for each in steps]


def test_what_is_hidden_has_no_words_on_the_line(client):
    proposal, output = step(record("Cruel words"), title="Cruel words"), step(record("Report"), title="Report")
    actions.link(parent=proposal, child=output)
    actions.refuse_step(step=proposal, reason="Cruel reasons.")
    hidden = proposal.subject_id

    def describe(ids):
        return {
            pk: Subject(found.kind, pk, found.label, found.url, public=pk != hidden)
            for pk, found in gatherings(ids).items()
        }

    subjects.register(Gathering, describe)
    try:
        texts = [
            client.get(path).content.decode()
            for path in (
                f"/steps/{output.pk}/",
                f"/steps/{proposal.pk}/",
                f"/steps/line/meetings.gathering/{output.subject_id}/",
            )
        ]
        own_line = client.get(f"/steps/line/meetings.gathering/{hidden}/").status_code
        told = client.get(f"/api/v1/steps/{proposal.pk}/").json()
    finally:
        subjects.register(Gathering, gatherings)

    assert [("Cruel" in text, "Not public" in text) for text in texts] == [(False, True)] * 3
    assert (own_line, told["title"], told["refusal"], told["url"]) == (404, "Not public", "", "")


@pytest.mark.parametrize("path", ["/steps/999/", "/steps/line/meetings.gathering/999/", "/steps/line/no.such/1/"])
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_step_page_costs_the_same_for_any_number_of_children(client, django_assert_num_queries, rows):
    parent = step()
    for _ in range(rows):
        step(parents=[parent], station=Station.ANSWER)

    with django_assert_num_queries(5):
        client.get(f"/steps/{parent.pk}/")


def test_the_api_gives_the_line(client):
    steps = whole_line()

    found = client.get(f"/api/v1/steps/line/meetings.gathering/{steps[2].subject_id}/").json()

    assert [stop["state"] for stop in found["stops"]] == ["passed"] * 6 + ["here"]
    assert [row["id"] for row in found["steps"]] == [each.pk for each in steps]


def test_the_api_lists_what_is_overdue_page_by_page(client):
    for day in range(1, 29):
        step(due=date(2026, 1, day))
        step(due=date(2026, 1, day))

    first = client.get("/api/v1/steps/overdue/").json()
    second = client.get("/api/v1/steps/overdue/", {"after": first["next_cursor"]}).json()

    assert (len(first["results"]), len(second["results"]), second["next_cursor"]) == (50, 6, "")
