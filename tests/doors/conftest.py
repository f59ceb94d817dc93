import pytest
from django.db import transaction

from tests.doors import world as worlds


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker):
    """One of everything, built once; what a test adds goes with that test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield worlds.build()
        transaction.set_rollback(True)
