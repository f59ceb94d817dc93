"""What every test shares. The servers themselves come from the plugin `ground.pytest_servers`."""

import os

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.utils import translation

from core import noticeboard, subjects

pytest_plugins = ("tests.cast",)


@pytest.fixture(autouse=True)
def _empty_redis():
    """No test sees what another left in Redis: kept pages, limits, queued jobs."""
    cache.clear()
    noticeboard.forget()


@pytest.fixture(autouse=True)
def _the_language_is_english():
    """A page in another language, asked for in the test before, leaves that language on in this thread."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _what_a_test_registers_goes_with_it():
    """Some tests name records of a lower floor in their own way; the next one finds the house's names again."""
    tables = (subjects._describers, subjects._viewers, subjects._models)
    kept = [dict(table) for table in tables]
    yield
    for table, before in zip(tables, kept, strict=True):
        table.clear()
        table.update(before)


@pytest.fixture(autouse=True)
def _rows_of_migrations_come_back(django_db_serialized_rollback):
    """A test with real commits empties every table after itself; the next one finds what the migrations had put there.

    For all such tests or for none: one that lets Django make its rows anew gives them other ids than were kept.
    """


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """The rows that were kept are known to every connection: with a browser's loop in the thread, Django makes another."""
    ours = connections["default"]
    if hasattr(ours, "_test_serialized_contents"):
        type(ours)._test_serialized_contents = ours._test_serialized_contents


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A browser that is missing on somebody's machine skips a test; in CI that is a failure."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and item.get_closest_marker("browser"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report
