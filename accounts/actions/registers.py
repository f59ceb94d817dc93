"""Residence proved by the council's list of residents, of which nothing but digests is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _, gettext_lazy

from accounts.actions.levels import locked, set_level
from accounts.digests import line_digest
from accounts.events import RegisterUploaded
from accounts.models import Level, Person, Register, RegisterLine, User
from accounts.policies import may_upload_register, may_verify
from core import now
from core.text import one_line
from core.verdicts import require
from ledger.actions import record
from places.models import Area, Postcode
from places.postcodes import compact

BATCH = 2_000
_SHOWN = 200  # faults that a page names one by one

Row = tuple[int, dict[str, Any]]


class Outcome(models.TextChoices):
    """What a look into the register gave."""

    VERIFIED = "verified", gettext_lazy("Your residence is verified.")
    NOT_FOUND = "not_found", gettext_lazy("The register has no such line. Write your name as it stands there.")
    TAKEN = "taken", gettext_lazy("Somebody has proved their residence with this line of the register already.")


@dataclass
class Upload:
    """What went in, and (line, reason) of what did not."""

    register: Register
    lines: int = 0
    refused: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)

    def refuse(self, line: int, reason: str) -> None:
        self.refused += 1
        if len(self.faults) < _SHOWN:
            self.faults.append((line, reason))


@transaction.atomic
def upload_register(*, actor: User, label: str, rows: Iterable[Row]) -> Upload:
    """The list counts from now on and the one before it no more; of each line only a keyed digest and the ward are kept.

    A row has `name` (or `first_name` and `last_name`) and `postcode`; it may have `ward` (a code) and `reference`, which then must be
    known to whoever claims the line. Raises ValidationError where no line can be used; the old list then still counts.
    """
    require(may_upload_register(actor))
    register = Register.objects.create(label=one_line(label)[:120], uploaded_by=actor)
    upload = Upload(register)
    wards = {area.code: area for area in Area.objects.wards().for_list()}
    with_reference = False
    seen: set[str] = set()
    for batch in _batches(rows):
        homes = dict(
            Postcode.objects.filter(code__in=[_code(raw) for _line, raw in batch]).values_list("code", "ward_id")
        )
        lines = []
        for line, raw in batch:
            name, code = _name(raw), _code(raw)
            ward = wards.get(str(raw.get("ward", "")))
            ward_id = ward.pk if ward else homes.get(code)
            reference = str(raw.get("reference", ""))
            if not name:
                upload.refuse(line, _("it has no name"))
            elif not code:
                upload.refuse(line, _("it has no postcode that can be read"))
            elif ward_id is None:
                upload.refuse(line, _("its postcode lies in no ward"))
            elif (digest := line_digest(name, code, reference)) in seen:
                upload.refuse(line, _("it says the same as a line above; only a letter can prove this residence"))
            else:
                seen.add(digest)
                with_reference = with_reference or bool(reference)
                lines.append(RegisterLine(register=register, digest=digest, ward_id=ward_id))
        RegisterLine.objects.bulk_create(lines)
        upload.lines += len(lines)
    if not upload.lines:
        raise ValidationError(_("No line of this file can be used. It needs the columns name and postcode."))
    Register.objects.filter(active=True).exclude(pk=register.pk).update(active=False)
    RegisterLine.objects.exclude(register=register).delete()
    register.lines, register.with_reference = upload.lines, with_reference
    register.save(update_fields=("lines", "with_reference"))
    record(
        RegisterUploaded(register_id=register.pk, lines=upload.lines, refused=upload.refused),
        actor=actor,
        subject=register,
        role="clerk",
        public=False,
    )
    return upload


@transaction.atomic
def verify_against_register(*, actor: User, person: Person, name: str, reference: str = "") -> Outcome:
    """The person's residence is proved if name, their declared postcode and reference make a line that nobody else holds."""
    require(may_verify(actor, person))
    held = locked(person)
    digest = line_digest(name, held.postcode, reference)
    line = RegisterLine.objects.filter(register__active=True, digest=digest).first()
    if line is None or not held.postcode:
        return Outcome.NOT_FOUND
    try:
        with transaction.atomic():
            Person.objects.filter(pk=held.pk).update(register_digest=digest, ward=line.ward_id, declared_at=now())
    except IntegrityError:  # the unique key: one line, one human being
        return Outcome.TAKEN
    held.refresh_from_db()
    set_level(actor=actor, person=held, level=Level.VERIFIED, how="register")
    person.level, person.ward_id, person.verified_at = held.level, held.ward_id, held.verified_at
    return Outcome.VERIFIED


def _name(raw: dict[str, Any]) -> str:
    parts = (str(raw.get(key, "")) for key in ("first_name", "last_name"))
    return one_line(str(raw.get("name") or " ".join(parts)))


def _code(raw: dict[str, Any]) -> str:
    return compact(str(raw.get("postcode", "")))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    source = iter(rows)
    while batch := list(islice(source, BATCH)):
        yield batch
