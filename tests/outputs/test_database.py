"""Acts: what the database refuses, whoever asks it."""

import pytest
from django.db import IntegrityError, connection, transaction

from core import now
from core.verdicts import Refused
from outputs.actions import discard_output
from outputs.models import Output, OutputProposal, OutputVersion
from outputs.states import State
from tests.scenes import outputs as scene

pytestmark = pytest.mark.django_db

FINAL = {
    "its title": "UPDATE outputs_output SET title = 'Other words'",
    "its summary": "UPDATE outputs_output SET summary = 'Other words'",
    "its findings": "UPDATE outputs_output SET findings = 'Other words'",
    "its dissent": "UPDATE outputs_output SET dissent = ''",
    "who took part": "UPDATE outputs_output SET took_part = '{}'",
    "its digest": "UPDATE outputs_output SET digest = ''",
    "its reference": "UPDATE outputs_output SET reference = 'X'",
    "its state": "UPDATE outputs_output SET state = 'drafting'",
    "itself": "DELETE FROM outputs_output",
    "a count": "UPDATE outputs_outputproposal SET supports = supports + 1",
    "what it carries": "DELETE FROM outputs_outputproposal",
    "a version": "UPDATE outputs_outputversion SET title = 'Other words'",
    "a version taken away": "DELETE FROM outputs_outputversion",
}


def test_an_approved_output_never_changes(ada):
    output = scene.approved(ada)

    for name, statement in FINAL.items():
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            pytest.fail(f"{name} of {output.reference} could be changed")


def test_the_database_asks_for_dissent_before_anybody_is_asked(ada):
    output = scene.draft(ada, dissent="")

    with pytest.raises(IntegrityError), transaction.atomic():
        Output.objects.filter(pk=output.pk).update(state=State.COMMENTING, opened_at=now())


def test_an_adoption_goes_on_in_one_output_only(ada):
    output = scene.draft(ada)
    ask = output.asks.get()
    other = scene.draft(ada)

    with pytest.raises(IntegrityError), transaction.atomic():
        OutputProposal.objects.create(
            output=other, adoption=ask.adoption, number=2, supports=0, verified=0, yes=0, no=0, abstain=0
        )


def test_what_was_public_is_never_deleted(ada):
    output = scene.commented(ada)

    with pytest.raises(Refused, match="stays on record"):
        discard_output(**scene.acting(output))
    with pytest.raises(IntegrityError), transaction.atomic():
        OutputVersion.objects.all().delete()
