"""What every test shares. The servers themselves come from the plugin `ground.pytest_servers`."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _empty_cache(request):
    """No test sees what another left in Redis. Only tests that use the database are likely to have written there."""
    yield
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        cache.clear()
