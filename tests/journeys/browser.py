"""People at a browser: real links, real buttons, real forms, with or without JavaScript."""

import os
import re
import shutil
from contextlib import contextmanager

import pytest
from playwright.sync_api import Error, expect, sync_playwright

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
_NEWS = re.compile("new things? in your inbox")
PATIENCE = 10_000  # milliseconds
WIDE = {"width": 1280, "height": 900}


@contextmanager
def chromium():
    """A running Chromium for all the people of a test; the test is skipped, loudly, where there is none."""
    found = os.environ.get("FOLKMOOT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        pytest.skip("No Chromium here: install it, or name it in FOLKMOOT_CHROMIUM.")
    # Playwright's loop runs in this thread, so Django must be told that its own calls are not made from it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=found, args=FLAGS.split())
            yield browser
            browser.close()
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Visitor:
    """One person at a browser of their own. They come to a page by what they can see: links, buttons, labels.

    `arrived` is called with the page whenever a new one stands there. An answer that is an error fails the test, unless
    the test waits for it inside `meeting(403)`.
    """

    def __init__(self, browser, base, *, name="", java_script=True, arrived=None, **options):
        self.name, self.base, self.java_script, self.arrived = name, base, java_script, arrived
        self.context = browser.new_context(viewport=WIDE, java_script_enabled=java_script, **options)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.expected = {200, 204, 304}
        self.faults = []
        self.page.on("response", self._check)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))

    # Going somewhere

    def open(self, path="/"):
        """Type an address: only for where a person begins."""
        self.page.goto(self.base + path)
        return self._arrive()

    def be(self, user):
        """Sign in as one of the demonstration's people."""
        self.open("/demo/sign-in/")
        button = self.page.locator(f"button[name=person][value='{user.person.pk}']")
        return self._click(button)

    def follow(self, words, *, within="body", nth=0):
        """Follow the link with these words."""
        return self._click(self._part(within).get_by_role("link", name=_words(words)).nth(nth))

    def press(self, words, *, within="main", nth=0):
        """Press the button with these words, and wait for the page that answers."""
        return self._click(self._part(within).get_by_role("button", name=_words(words)).nth(nth))

    def press_here(self, words):
        """Press a button whose answer, with JavaScript, replaces a part of this page."""
        if not self.java_script:
            return self.press(words)
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            self.page.locator("main").get_by_role("button", name=_words(words)).first.click()
        return self

    def at_desk(self, title):
        """From wherever they are: my page, and from there the desk."""
        return self.follow("My page", within="header").follow(title)

    def told(self, *sentences):
        """Their news says so, in these words; they have read it then."""
        self.follow("My page", within="header").follow(_NEWS).reads(*sentences)
        return self.press("Mark all as read")

    # Filling in

    def fill(self, label, words):
        with self._telling(label):
            self._field(label).fill(words)
        return self

    def type(self, label, words):
        """Letter by letter, as a person does."""
        with self._telling(label):
            self._field(label).press_sequentially(words)
        return self

    def pick(self, label, choice):
        with self._telling(label):
            self._field(label).select_option(label=choice)
        return self

    def choose(self, question, choice):
        """Of the choices under one question, this one."""
        with self._telling(question):
            group = self.page.locator("main").get_by_role("group", name=_words(question))
            group.get_by_label(_words(choice)).first.check()
        return self

    def tick(self, label):
        with self._telling(label):
            self.page.locator("main").get_by_label(_words(label)).first.check()
        return self

    # Seeing

    def reads(self, *sentences):
        """Each of these stands on the page."""
        for words in sentences:
            try:
                expect(self.page.locator("main")).to_contain_text(words)
            except AssertionError:
                where = f"{self.name} at {self.path} does not read: {words}"
                raise AssertionError(f"{where}\n\n{self.text('body')}") from None
        return self

    def sees_line(self, states):
        """The seven stations of the line on this page, by their first letters: passed, here, owed, late, refused, or a dot for not yet."""
        stops = self.page.locator("main ol.track").first.locator("li")
        expect(stops).to_have_count(7)
        found = "".join((stops.nth(n).get_attribute("data-stop") or ".")[0] for n in range(7))
        assert found == states, f"{self.name} at {self.page.url} sees {found}, not {states}"
        return self

    def text(self, selector="main"):
        return self.page.locator(selector).first.inner_text()

    @property
    def path(self):
        return self.page.url.removeprefix(self.base)

    @contextmanager
    def meeting(self, status):
        """Within the block an answer with this status is what the test waits for."""
        self.expected.add(status)
        yield self
        self.expected.discard(status)

    # How

    def _part(self, within):
        return self.page.locator(within).first

    def _field(self, label):
        return self.page.locator("main").get_by_label(_words(label)).first

    def _click(self, what):
        with self._telling(what), self.page.expect_navigation():
            what.click()
        return self._arrive()

    @contextmanager
    def _telling(self, wanted):
        """Whoever finds no way on says where they are and what they see."""
        try:
            yield
        except Error as error:
            where = f"{self.name} at {self.path} does not find {wanted}"
            raise AssertionError(f"{where}: {error.message[:300]}\n\n{self.text('body')}") from None

    def _arrive(self):
        self.page.wait_for_load_state("load")
        assert self.faults == [], f"{self.name} at {self.path}: {self.faults}\n\n{self.text('body')[:2000]}"
        if self.arrived:
            self.arrived(self.page)
        return self

    def _check(self, answer):
        if answer.status >= 400 and answer.status not in self.expected and not answer.url.endswith("/favicon.ico"):
            self.faults.append(f"{answer.status} {answer.request.method} {answer.url}")


def _words(words):
    """Words at the beginning of a name, whatever hint for those who hear the page follows them."""
    return words if isinstance(words, re.Pattern) else re.compile(r"^\s*" + re.escape(words))
