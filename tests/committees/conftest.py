"""Every test here happens at one moment: ten on a Thursday in June."""

from datetime import datetime

import pytest

from core.clock import LONDON, at

MOMENT = datetime(2026, 6, 18, 10, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def _on_a_thursday():
    with at(MOMENT):
        yield
