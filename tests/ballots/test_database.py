"""Acts: what the database refuses, whoever asks it."""

import pytest
from django.db import IntegrityError, connection, transaction

from ballots.actions import cast_vote
from ballots.states import State
from tests.scenes import ballots as scene

pytestmark = pytest.mark.django_db

REFUSED_BY_THE_DATABASE = {
    "a figure before the close": "UPDATE ballots_ballot SET yes = 1 WHERE state = 'open'",
    "another question": "UPDATE ballots_ballot SET question = 'Another?'",
    "a later close": "UPDATE ballots_ballot SET closes_at = closes_at + interval '1 day'",
    "a larger roll": "UPDATE ballots_ballot SET roll_size = roll_size + 1",
    "deleting a ballot": "DELETE FROM ballots_ballot",
    "one more on the roll": "INSERT INTO ballots_rollentry (ballot_id, person_id) SELECT b.id, p.id FROM ballots_ballot b, accounts_person p WHERE p.name = 'Cleo Marsh'",
    "one fewer on the roll": "DELETE FROM ballots_rollentry",
    "another on the roll": "UPDATE ballots_rollentry SET person_id = (SELECT id FROM accounts_person WHERE name = 'Cleo Marsh')",
    "deleting a vote before the end": "DELETE FROM ballots_vote",
    "a vote after the close": "INSERT INTO ballots_vote (ballot_id, voter, sealed) SELECT id, 'x', '' FROM ballots_ballot WHERE state = 'counted'",
    "a changed figure": "UPDATE ballots_ballot SET yes = yes + 1 WHERE state = 'counted'",
    "back to open": "UPDATE ballots_ballot SET state = 'open', yes = NULL, no = NULL, abstain = NULL WHERE state = 'counted'",
    "one more published vote": "INSERT INTO ballots_publishedvote (ballot_id, tracker, choice) SELECT id, 'X', 'yes' FROM ballots_ballot WHERE state = 'counted'",
    "a published vote early": "INSERT INTO ballots_publishedvote (ballot_id, tracker, choice) SELECT id, 'X', 'yes' FROM ballots_ballot WHERE state = 'open'",
    "another choice in the list": "UPDATE ballots_publishedvote SET choice = 'no'",
    "a shorter list": "DELETE FROM ballots_publishedvote",
    "an annulment without a reason": "UPDATE ballots_ballot SET state = 'annulled'",
}


@pytest.mark.parametrize("statement", REFUSED_BY_THE_DATABASE.values(), ids=REFUSED_BY_THE_DATABASE.keys())
def test_the_database_refuses(ada, ben, cleo, statement):
    counted = scene.counted_ballot([(ada, "yes"), (ben, "no")], subject=ada.person)
    cast_vote(actor=ada, ballot=scene.open_ballot(ada, ben), choice="yes")
    assert counted.state == State.COUNTED

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
