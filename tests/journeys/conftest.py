"""A browser for each file of tests, and people who come and go with each test."""

import pytest

from tests.journeys import browser


@pytest.fixture(scope="module")
def chromium():
    with browser.chromium() as found:
        yield found


@pytest.fixture
def visit(chromium, live_server, settings):
    """`visit("Ada")` is one more person at a browser of their own."""
    # As in the demonstration: mail is kept, to be read at /demo/mail/.
    settings.EMAIL_BACKEND = "notifications.mailbox.Kept"
    people = []

    def visitor(name="", **options):
        people.append(browser.Visitor(chromium, live_server.url, name=name, **options))
        return people[-1]

    yield visitor
    for one in people:
        one.context.close()
