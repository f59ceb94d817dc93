import pytest
from django.db import transaction

from tests.doors import world as worlds


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One of everything, built once for a file; what a test adds goes with that test. Gone before another file's tests begin."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield worlds.build()
        transaction.set_rollback(True)


def pytest_collection_modifyitems(items):
    """The tests of a file that share a world run one after another in one process."""
    for item in items:
        if item.path.parent.name == "doors":
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
