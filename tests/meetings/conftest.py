"""Wards hold gatherings in some of these tests, as an assembly whose meetings Dov runs and to which Esi belongs."""

import pytest

from core.verdicts import no, yes
from meetings import hosts

REASON = "Only Dov runs these."


@pytest.fixture
def assembly(dov, esi):
    """From here on wards are assemblies."""
    before = dict(hosts._hosts)
    hosts.register(
        "places.area",
        lambda user, pk: yes() if user.pk == dov.pk else no(REASON),
        belongs=lambda user, pk: user.pk == esi.pk,
        runners=lambda pk: [dov.pk],
        people=lambda pk: [(esi.person.pk, "Esi Boateng")],
        assembly=True,
    )
    yield
    hosts._hosts.clear()
    hosts._hosts.update(before)
