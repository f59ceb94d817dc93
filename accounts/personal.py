"""What this app keeps about one person: all of it to take away, and none of it after they have gone."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from rest_framework.authtoken.models import Token

from accounts.actions.exports import throw_away
from accounts.models import Acceptance, DataExport, Grant, LetterCode, Person, Standing, User
from core import personal

NOBODY = "A resident"


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    person = Person.objects.select_related("ward").get(pk=person_id)
    return {
        "name": person.name,
        "age": person.age_band,
        "level": person.get_level_display(),
        "ward": person.ward.name if person.ward else "",
        "postcode": person.postcode,
        "address": person.address,
        "since": person.created_at,
        "standing": list(Standing.objects.filter(person=person).values("kind", "of", "checked_at")),
        "letters": list(LetterCode.objects.filter(person=person).values("asked_at", "printed_at", "used_at")),
    } | (_sign_in(user_id) if user_id else {})


def erase(person_id: int, user_id: int | None) -> None:
    """The person's row says nothing but the ward and level that counts rest on; the sign-in's row says nothing at all."""
    LetterCode.objects.filter(person_id=person_id).delete()
    Standing.objects.filter(person_id=person_id).delete()
    Person.objects.filter(pk=person_id).update(
        name=NOBODY, age_band="", postcode="", address="", declared_at=None, register_digest=None, user=None
    )
    _forget_admin_log(Person, person_id)
    if user_id:
        _erase_sign_in(user_id)


def _sign_in(user_id: int) -> dict[str, Any]:
    user = User.objects.get(pk=user_id)
    return {
        "e-mail": user.email,
        "e-mail addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "account since": user.date_joined,
        "last sign-in": user.last_login,
        "roles": list(Grant.objects.filter(user=user).values("role", "since", "until", "reason")),
        "terms accepted": list(Acceptance.objects.filter(user=user).values("terms__version", "at")),
        "second factors": list(Authenticator.objects.filter(user=user).values("type", "created_at")),
        "API keys": Token.objects.filter(user=user).count(),
    }


def _erase_sign_in(user_id: int) -> None:
    for model in (EmailAddress, Authenticator, Token, Acceptance):
        model.objects.filter(user_id=user_id).delete()
    throw_away(DataExport.objects.filter(user_id=user_id))
    Grant.objects.filter(user_id=user_id).update(reason="")
    LogEntry.objects.filter(user_id=user_id).delete()
    _forget_admin_log(User, user_id)
    user = User.objects.get(pk=user_id)
    user.groups.clear()
    user.user_permissions.clear()
    user.email = f"gone.{user_id}@folkmoot.invalid"
    user.set_unusable_password()
    user.is_active = user.is_staff = user.is_superuser = False
    user.last_login = None
    user.save()


def _forget_admin_log(model: type[Person] | type[User], pk: int) -> None:
    """The admin's log writes down what a row was called."""
    about = ContentType.objects.get_for_model(model)
    LogEntry.objects.filter(Q(content_type=about) & Q(object_id=str(pk))).delete()


personal.register("accounts", export=export, erase=erase)
