"""People come in: with an account, or without one."""

from typing import Any

from django.db import transaction

from accounts.actions.levels import locked, set_level
from accounts.actions.terms import accept_newest
from accounts.events import PersonRegistered
from accounts.models import Level, Person, User
from accounts.policies import may_be_called, may_create_person, may_edit_profile
from core.text import one_line
from core.verdicts import require
from ledger.actions import record
from places.models import Area

# What stands there instead; the same words as for somebody who gave no name.
NAMELESS = "A resident"


@transaction.atomic
def create_person(
    *,
    actor: Any,
    name: str,
    user: User | None = None,
    level: Level = Level.NONE,
    ward: Area | None = None,
    postcode: str = "",
    age_band: str = "",
    invented: bool = False,
) -> Person:
    """A human being stands in the record, with or without a sign-in; such as one who supports on paper at the counter."""
    require(may_create_person(actor))
    person = Person.objects.create(
        name=one_line(name)[:80],
        user=user,
        ward=ward,
        postcode=postcode,
        age_band=age_band,
        invented=invented,
    )
    record(PersonRegistered(person_id=person.pk), actor=actor, subject=person, public=False)
    set_level(actor=actor, person=person, level=level, how="clerk" if actor else "system")
    return person


@transaction.atomic
def register_user(*, actor: Any = None, email: str, name: str = "", invented: bool = False, **facts: Any) -> User:
    """A sign-in and its person stand in the record, and the newest terms are accepted. `facts` go to `create_person`."""
    require(may_create_person(actor))
    user = User.objects.create_user(email)
    create_person(actor=actor, name=name, user=user, invented=invented, **facts)
    accept_newest(user)
    return user


@transaction.atomic
def welcome(*, user: User) -> Person:
    """A sign-in that came by the public form has its person, and has accepted the terms that stood beside the form."""
    known = Person.objects.filter(user=user).first()
    if known is not None:
        return known
    person = Person.objects.create(user=user, name="")
    record(PersonRegistered(person_id=person.pk), actor=user, subject=person, public=False)
    accept_newest(user)
    return person


@transaction.atomic
def confirm_email(*, user: User) -> None:
    """Whoever has proved an e-mail address stands at least at that level."""
    person = locked(welcome(user=user))
    if person.level < Level.EMAIL:
        set_level(actor=user, person=person, level=Level.EMAIL)
    user.person = person


@transaction.atomic
def edit_profile(*, actor: User, name: str, age_band: str = "") -> Person:
    """What stands beside their words from now on is this name; the age is kept as a band or not at all."""
    require(may_edit_profile(actor))
    person = actor.person
    require(may_be_called(actor, one_line(name)[:80]))
    person.name, person.age_band = one_line(name)[:80], age_band
    person.save(update_fields=("name", "age_band"))
    return person


@transaction.atomic
def withhold_name(*, person: Person) -> str:
    """No name of their own stands beside what they wrote until they choose another; the one that stood there comes back.

    Called by the moderation of a public name, whose policies have been asked.
    """
    held = locked(person)
    Person.objects.filter(pk=held.pk).update(name=NAMELESS)
    return held.name


@transaction.atomic
def give_back_name(*, person: Person, name: str) -> None:
    """The withheld name stands there again, unless they have chosen another meanwhile."""
    Person.objects.filter(pk=person.pk, name=NAMELESS).update(name=name)
