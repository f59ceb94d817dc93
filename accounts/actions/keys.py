"""Keys to the programming interface: one for each sign-in, shown once."""

from django.db import transaction
from rest_framework.authtoken.models import Token

from accounts.models import User
from accounts.policies import signed_in
from core.verdicts import require


@transaction.atomic
def make_key(*, actor: User) -> str:
    """A new key opens the programming interface as this person; one made before opens nothing any more."""
    require(signed_in(actor))
    Token.objects.filter(user=actor).delete()
    key: str = Token.objects.create(user=actor).key
    return key


@transaction.atomic
def take_back_key(*, actor: User) -> None:
    """No key opens the programming interface as this person."""
    require(signed_in(actor))
    Token.objects.filter(user=actor).delete()
