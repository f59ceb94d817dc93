"""Propose, support and vote with the keyboard alone: Tab, Enter, Space, arrows and typing; one always sees where one is."""

from datetime import datetime

import pytest

from proposals.models import Proposal, Support
from tests.journeys.town import built
from tests.journeys.world import beginning
from tests.scenes import ballots
from tests.scenes.proposals import BODY, TITLE

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

CALM = {"reduced_motion": "reduce"}  # a page that still scrolls shows the focus only when it has arrived
MANY = 80  # more stops than any of these pages has
NAME = "e => (e.innerText || e.getAttribute('aria-label') || '').trim().replace(/\\s+/g, ' ')"
SEEN = """e => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && box.width > 0 && box.height > 0
        && box.bottom > 0 && box.top < innerHeight;
}"""
LABELS = "e => [...(e.labels || [])].map(label => label.innerText.trim()).join(' ')"


@pytest.fixture
def town():
    with beginning(datetime(2026, 9, 7, 10)) as world:
        yield built(world)


def focused(page):
    return page.evaluate_handle("document.activeElement").as_element()


def tab_to(page, words, *, by=NAME):
    """Press Tab until what has these words has the focus; every stop on the way can be seen."""
    for _press in range(MANY):
        page.keyboard.press("Tab")
        here = focused(page)
        assert here.evaluate(SEEN), f"one does not see the focus on {here.evaluate('e => e.outerHTML')[:200]}"
        if here.evaluate(by).startswith(words):
            return here
    raise AssertionError(f"Tab never comes to: {words}")


def go(page, words):
    """To the link or button with these words, and Enter."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_load_state("load")


def type_into(page, label, words):
    tab_to(page, label, by=LABELS)
    page.keyboard.type(words)


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_one_proposes_by_keyboard_alone_and_a_wrong_form_says_what_is_wrong_first(visit, town, java_script):
    mia = visit("Mia", java_script=java_script, **CALM).be(town.people["Mia"])
    page = mia.open("/").page
    go(page, "Make a proposal")
    go(page, town.forum.title)

    with mia.meeting(422):
        type_into(page, "What do you ask for?", "Longer")
        go(page, "Preview")
    summary = focused(page).get_attribute("role")
    go_to_field = tab_to(page, "What do you ask for?")
    page.keyboard.press("Enter")
    field = focused(page).evaluate(LABELS)
    page.keyboard.press("Control+A")
    page.keyboard.type(TITLE)
    type_into(page, "Why, and what should be done?", BODY)
    go(page, "Preview")
    tab_to(page, "It is different: publish it" if page.get_by_text("like it. Support").count() else "Publish")
    with page.expect_navigation():
        page.keyboard.press("Space")

    assert summary == "alert"
    assert go_to_field is not None and field.startswith("What do you ask for?")
    assert Proposal.objects.get(title=TITLE).author == town.people["Mia"].person


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_one_supports_by_keyboard_alone_and_stays_at_the_panel(visit, town, java_script):
    wanted = Proposal.objects.order_by("pk").first()
    page = visit("Sue", java_script=java_script, **CALM).be(town.people["Sue"]).open("/").page
    go(page, "Proposals")
    go(page, wanted.title)

    tab_to(page, "Support this proposal")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.keyboard.press("Enter")
    page.get_by_text("You support this.").wait_for()
    if java_script:  # the panel that was swapped in takes the focus its button had
        page.locator("section.act:focus").wait_for()
    tab_to(page, "Take it back")

    assert Support.objects.filter(person=town.people["Sue"].person, proposal=wanted).count() == 1


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_one_votes_by_keyboard_alone(visit, town, java_script):
    ballot = ballots.open_ballot(town.people["Max"])
    page = visit("Max", java_script=java_script, **CALM).be(town.people["Max"]).open("/").page
    go(page, "My page")
    go(page, ballot.question)

    tab_to(page, "Yes", by=LABELS)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    chosen = focused(page).evaluate(LABELS)
    go(page, "Vote")

    assert chosen == "No"
    assert page.locator("h1").inner_text() == "Your vote is in"
    assert ballot.__class__.objects.get(pk=ballot.pk).state == "open"


def test_the_first_stop_skips_what_stands_on_every_page(visit, town):
    page = visit("Finn", **CALM).open("/").page

    tab_to(page, "Skip to the main content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.url.endswith("#main")
    assert focused(page).evaluate("e => e.closest('main') !== null")
