"""Somebody cannot come in for a time. Called by the floor that has asked its policies and keeps the reason."""

from django.db import transaction
from rest_framework.authtoken.models import Token

from accounts.models import User


@transaction.atomic
def bar_user(*, user: User | None) -> None:
    """No session of theirs counts from the next request on, and their key to the programming interface is gone."""
    if user is None:
        return
    User.objects.filter(pk=user.pk).update(barred=True)
    Token.objects.filter(user=user).delete()


@transaction.atomic
def admit_user(*, user: User) -> None:
    """They can sign in again."""
    User.objects.filter(pk=user.pk).update(barred=False)
