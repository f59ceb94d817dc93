"""Where people live: said by themselves, and proved by a letter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from accounts.actions.levels import hold_own, set_level
from accounts.digests import code_digest, is_code, new_code
from accounts.events import LetterAsked, LettersPrinted
from accounts.models import LetterCode, Level, Person, User
from accounts.policies import LETTER_TRIES, may_ask_letter, may_enter_code, may_give_postcode, may_print_letters
from core import now
from core.text import one_line
from core.verdicts import require
from ledger.actions import record
from places.models import Area
from places.postcodes import compact, spaced
from places.queries import ward_of_postcode

LETTER_DAYS = 28


@transaction.atomic
def give_postcode(*, actor: User, postcode: str, address: str = "") -> Area | None:
    """The person lives in the ward of this postcode, by their own word; None where it lies in no ward of ours.

    Another postcode than before must be proved anew: a verified residence falls back, and a letter on its way is worth nothing.
    """
    require(may_give_postcode(actor))
    person = hold_own(actor)
    code, ward = compact(postcode), ward_of_postcode(postcode)
    moved = code != person.postcode
    person.postcode, person.ward, person.declared_at = code, ward, now()
    person.address = one_line(address)[:200]
    person.save(update_fields=("postcode", "ward", "declared_at", "address"))
    if moved:
        LetterCode.objects.filter(person=person, used_at=None).delete()
        set_level(actor=actor, person=person, level=Level.DECLARED if ward else Level.EMAIL)
    return ward


@transaction.atomic
def ask_letter(*, actor: User, address: str) -> LetterCode:
    """A letter to this address, in the ward that was declared, waits for the clerk to print it."""
    require(may_ask_letter(actor))
    person = hold_own(actor)
    person.address = one_line(address)[:200]
    person.save(update_fields=("address",))
    LetterCode.objects.filter(person=person, used_at=None).delete()
    moment = now()
    letter = LetterCode.objects.create(
        person=person, asked_at=moment, expires_at=moment + timedelta(days=2 * LETTER_DAYS)
    )
    record(LetterAsked(person_id=person.pk), actor=actor, subject=person, public=False)
    return letter


@dataclass(frozen=True, slots=True)
class Printed:
    """One letter as it leaves the printer. The code exists nowhere else."""

    letter: LetterCode
    person: Person
    code: str
    neighbours: int  # others who are verified at the same address

    @property
    def postcode(self) -> str:
        return spaced(self.person.postcode)


@transaction.atomic
def print_letters(*, actor: User, again: Iterable[int] = ()) -> list[Printed]:
    """Every letter that waits has a code and 28 days from now; so have those of `again`, whose first print was lost.

    Only digests are kept: this answer is the one time that the codes can be read.
    """
    require(may_print_letters(actor))
    moment = now()
    waiting = LetterCode.objects.select_for_update(of=("self",)).to_print(moment)
    lost = LetterCode.objects.select_for_update(of=("self",)).open(moment).filter(pk__in=list(again))
    letters = {letter.pk: letter for rows in (waiting, lost) for letter in rows.select_related("person__ward")}
    printed = []
    for letter in sorted(letters.values(), key=lambda each: (each.asked_at, each.pk)):
        code = new_code()
        letter.digest = code_digest(letter.person_id, code)
        letter.printed_at, letter.printed_by, letter.tries = moment, actor, 0
        letter.expires_at = moment + timedelta(days=LETTER_DAYS)
        letter.save(update_fields=("digest", "printed_at", "printed_by", "tries", "expires_at"))
        printed.append(Printed(letter, letter.person, code, _neighbours(letter.person)))
    if printed:
        record(LettersPrinted(count=len(printed)), actor=actor, subject=printed[0].letter, role="clerk", public=False)
    return printed


@transaction.atomic
def enter_code(*, actor: User, code: str) -> bool:
    """The right code proves the residence; a wrong one costs one of five tries, and counts even when typed twice at once."""
    require(may_enter_code(actor))
    person = hold_own(actor)
    letter = LetterCode.objects.select_for_update().open(now()).filter(person=person).first()
    if letter is None or letter.tries >= LETTER_TRIES:
        return False
    if not is_code(letter.digest, person.pk, code):
        LetterCode.objects.filter(pk=letter.pk).update(tries=F("tries") + 1)
        return False
    letter.used_at = now()
    letter.save(update_fields=("used_at",))
    set_level(actor=actor, person=person, level=Level.VERIFIED, how="letter")
    return True


def _neighbours(person: Person) -> int:
    same = Person.objects.here().filter(postcode=person.postcode, address__iexact=person.address, level=Level.VERIFIED)
    return same.exclude(pk=person.pk).count()
