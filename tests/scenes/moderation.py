"""Decisions as moderators take them: the thing comes on their desk first."""

from django.db import transaction

from moderation import actions
from moderation.models import Reason


def attack():
    return Reason.objects.get(code="personal_attack")


@transaction.atomic
def decide(*, actor, subject, verdict, **more):
    """Take it and decide on it."""
    actions.take(actor=actor, subject=subject, verdict=verdict)
    return actions.decide(actor=actor, subject=subject, verdict=verdict, **more)


@transaction.atomic
def decide_appeal(*, actor, subject, verdict, **more):
    """Take it and decide on the appeal."""
    actions.take(actor=actor, subject=subject, verdict=verdict)
    return actions.decide_appeal(actor=actor, subject=subject, verdict=verdict, **more)
