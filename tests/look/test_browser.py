"""The look in a real browser: axe is silent, nothing overflows, the way around works without a script."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.look.urls"), pytest.mark.django_db(transaction=True)]

FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
PAGES = ["/styleguide/", "/accounts/login/", "/accounts/signup/", "/nowhere/"]


@pytest.fixture(scope="module")
def chromium():
    found = os.environ.get("FOLKMOOT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        pytest.fail("No Chromium here: install it, or name it in FOLKMOOT_CHROMIUM.")
    # Playwright's loop runs in this thread, so Django must be told that its own calls are not made from it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=FLAGS.split())
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def look_at(chromium, live_server):
    opened = []

    def open_page(path, width=1280, **how):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **how)
        opened.append(context)
        page = context.new_page()
        page.goto(live_server.url + path)
        return page

    yield open_page
    for context in opened:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(look_at, path, scheme):
    page = look_at(path, color_scheme=scheme)

    found = Axe().run(page, options=RULES).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("path", ["/styleguide/", "/ar-xb/styleguide/", "/en-xa/styleguide/"])
@pytest.mark.parametrize("width", [320, 640, 1280])
def test_no_page_is_wider_than_its_window(look_at, path, width):
    page = look_at(path, width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_menu_opens_without_a_script(look_at):
    page = look_at("/styleguide/", 360, java_script_enabled=False)

    page.click(".menu summary")

    assert page.locator(".menu").get_attribute("open") is not None


def test_a_failed_form_takes_the_focus_and_says_so_in_the_title(look_at):
    page = look_at("/styleguide/")

    page.click("text=See it fail")

    assert page.title().startswith("Error:")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    page.click("text=What do you ask for? Fill this in.")
    assert page.evaluate("document.activeElement.id") == "id_title"


def test_paper_shows_no_way_around_and_no_buttons(look_at):
    page = look_at("/styleguide/")

    page.emulate_media(media="print")

    assert [page.locator(what).first.is_visible() for what in (".menu", ".button", ".demo", ".track")] == [
        False,
        False,
        False,
        True,
    ]


def test_an_answer_that_never_comes_is_told(look_at):
    page = look_at("/styleguide/")
    page.route("**/lost/", lambda route: route.abort())

    page.evaluate("htmx.ajax('GET', '/lost/', {target: '#act-can'}).catch(() => {})")

    page.wait_for_selector("fm-trouble:has-text('That did not reach the council.')")


def test_a_panel_that_was_swapped_takes_the_focus_its_button_had(look_at):
    page = look_at("/styleguide/")
    page.route(
        "**/part/",
        lambda route: route.fulfill(
            body='<fm-act id="act-can"><section class="act" tabindex="-1" aria-label="Done">You support this.</section></fm-act>'
        ),
    )
    page.focus("#act-can button")

    page.evaluate("htmx.ajax('GET', '/part/', {target: '#act-can', swap: 'outerHTML'})")

    page.wait_for_selector("section[aria-label='Done']:focus")


def test_a_refusal_is_swapped_in(look_at):
    page = look_at("/styleguide/")
    page.route("**/refused/", lambda route: route.fulfill(status=403, body="<p>Voting has closed.</p>"))

    page.evaluate("htmx.ajax('GET', '/refused/', {target: '#act-can'})")

    page.wait_for_selector("#act-can:has-text('Voting has closed.')")
