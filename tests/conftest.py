"""What every test shares. The servers themselves come from the plugin `ground.pytest_servers`."""

import pytest
from django.core.cache import cache

pytest_plugins = ("tests.cast",)


@pytest.fixture(autouse=True)
def _empty_redis():
    """No test sees what another left in Redis: kept pages, limits, queued jobs."""
    cache.clear()
