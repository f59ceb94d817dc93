"""The tests of the house read files and models: they need no server, and say what is wrong also where none would start."""

import pytest


@pytest.fixture(autouse=True)
def _empty_redis():
    """Nothing here is kept in Redis."""


@pytest.fixture(autouse=True)
def _rows_of_migrations_come_back():
    """Nothing here reads a table."""
