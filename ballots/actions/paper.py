"""Slips are printed, handed to people on the roll, and typed in by two people; what both typed alike is a vote like any other.

A slip's code is its tracker. A vote and who was handed a slip are never in the record; how many were printed is.
"""

from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from accounts.queries import person_of
from ballots.actions.channels import one_channel_at_a_time
from ballots.events import SlipsPrinted
from ballots.models import Ballot, PaperVoter, RollEntry, Slip, SlipReading, Vote
from ballots.policies import may_hand_out_slip, may_print_slips, may_read_slip
from ballots.queries import place_of
from ballots.sealing import new_tracker, seal, slip_tag, unseal, voter_tag
from ballots.states import Choice
from core import now
from core.verdicts import Refused, no, require
from ledger.actions import record

# As on the web: the share lock makes the close wait for a slip under way, and after the close there is no ballot to go into.
PUT = """
INSERT INTO ballots_vote (ballot_id, voter, sealed)
SELECT id, %s, %s FROM ballots_ballot WHERE id = %s AND state = 'open' AND opens_at <= %s AND closes_at > %s FOR SHARE
"""


@transaction.atomic
def print_slips(*, actor: Any, ballot: Ballot, number: int) -> list[Slip]:
    """So many more slips lie on the pile, each with a code of its own; never more than there are people on the roll."""
    held = Ballot.objects.select_for_update().get(pk=ballot.pk)
    require(may_print_slips(actor, held))
    left = held.roll_size - held.slips.count()
    if number > left:
        raise Refused(no(_("At most %(n)d more slips can be printed: one for each person on the roll.") % {"n": left}))
    # Sorted, so that the keys of the rows say nothing of the order in which the printer laid them.
    codes = sorted(new_tracker() for _number in range(number))
    slips = Slip.objects.bulk_create([Slip(ballot=held, code=code) for code in codes])
    record(SlipsPrinted(held.pk, number), actor=actor, subject=held)
    return slips


@transaction.atomic
def hand_out_slip(*, actor: Any, ballot: Ballot, person: Person) -> None:
    """`person` takes a slip from the pile and votes on paper: their vote on the web is refused from now on.

    Refused, with the reason, for whoever is not on the roll, has a slip, or has voted on the web. Of both at once one succeeds.
    """
    require(may_hand_out_slip(actor, ballot))
    place = place_of(person, ballot)
    if place is None:
        raise Refused(no(_("%(name)s is not on the roll of this ballot.") % {"name": person.display_name}))
    voter = voter_tag(ballot.pk, place)
    one_channel_at_a_time(voter)
    if PaperVoter.objects.filter(ballot=ballot, voter=voter).exists():
        raise Refused(no(_("%(name)s has a slip already.") % {"name": person.display_name}))
    if Vote.objects.filter(ballot=ballot, voter=voter).exists():
        raise Refused(no(_("%(name)s has voted on the web already.") % {"name": person.display_name}))
    if PaperVoter.objects.filter(ballot=ballot).count() >= Slip.objects.filter(ballot=ballot).count():
        raise Refused(no(_("No slip is left on the pile. Print some more.")))
    entry = RollEntry.objects.get(ballot=ballot, person=place)
    PaperVoter.objects.create(ballot=ballot, entry=entry, voter=voter)


@transaction.atomic
def read_slip(*, actor: Any, ballot: Ballot, code: str, choice: str) -> SlipReading:
    """The actor typed this slip in. Once a second person typed the same, it counts; where they differ, both look at it and type it again.

    Two who type at once come one after the other. Only while voting is open.
    """
    require(may_read_slip(actor, ballot))
    reader = person_of(actor)
    assert reader is not None
    slip = Slip.objects.select_for_update().filter(ballot=ballot, code=code).first()
    if slip is None:
        raise Refused(no(_("No slip of this ballot has that code.")))
    if slip.counted:
        raise Refused(no(_("This slip is counted already.")))
    number, earlier = _standing(slip, reader)
    place = len(earlier) + 1
    sealed = seal(ballot_id=ballot.pk, voter=_mark(slip, number, place), choice=Choice(choice).value, tracker=code)
    reading = SlipReading.objects.create(slip=slip, round=number, place=place, reader=reader, sealed=sealed)
    if earlier and choice_of(slip, earlier[0]) == Choice(choice).value:
        _count(slip, choice)
    return reading


def choice_of(slip: Slip, reading: SlipReading) -> str:
    """What was typed in. Only for the comparison: no page shows it before the close."""
    voter = _mark(slip, reading.round, reading.place)
    return unseal(ballot_id=slip.ballot_id, voter=voter, sealed=bytes(reading.sealed))[0]


def _standing(slip: Slip, reader: Person) -> tuple[int, list[SlipReading]]:
    """The round in which this reader reads, and what was read in it before. Refused for whoever has had their turn."""
    rows = list(slip.readings.all())
    number = max((row.round for row in rows), default=1)
    current = [row for row in rows if row.round == number]
    if len(current) == 2:
        if reader.pk not in {row.reader_id for row in current}:
            raise Refused(
                no(_("Two people read this slip differently. They look at it together, and both type it again."))
            )
        return number + 1, []
    if any(row.reader_id == reader.pk for row in current):
        raise Refused(no(_("You have typed this slip in. Now somebody else types it in again.")))
    if current and number > 1 and reader.pk not in {row.reader_id for row in rows if row.round == number - 1}:
        raise Refused(no(_("Two people read this slip differently. They look at it together, and both type it again.")))
    return number, current


def _count(slip: Slip, choice: str) -> None:
    ballot = slip.ballot
    handed_out = PaperVoter.objects.filter(ballot=ballot).count()
    if Slip.objects.filter(ballot=ballot, counted=True).count() >= handed_out:
        raise Refused(
            no(_("As many slips are counted as were handed out. One more cannot be right: look for the one too many."))
        )
    slip.counted = True
    slip.save(update_fields=("counted",))
    voter, moment = slip_tag(ballot.pk, slip.code), now()
    sealed = seal(ballot_id=ballot.pk, voter=voter, choice=Choice(choice).value, tracker=slip.code)
    with connection.cursor() as cursor:
        cursor.execute(PUT, (voter, sealed, ballot.pk, moment, moment))
        if not cursor.rowcount:
            raise Refused(no(_("Voting has closed: what is typed in now counts no more.")))


def _mark(slip: Slip, number: int, place: int) -> str:
    """What a sealed reading is bound to, so that it opens in no other row."""
    return f"slip:{slip.pk}:{number}:{place}"
