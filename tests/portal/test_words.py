"""Pages of words say what they say of this house, and are kept for visitors."""

import pytest

pytestmark = pytest.mark.django_db


def test_who_is_kept_out_is_given_an_address_to_write_to(client, settings):
    settings.DEFAULT_FROM_EMAIL = "The council <democracy@council.example>"
    settings.FOLKMOOT_PAGE_CACHE_OFF = False

    answer = client.get("/accessibility/?of=another+council")

    assert '<a href="mailto:democracy@council.example">democracy@council.example</a>' in answer.content.decode()
    assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
