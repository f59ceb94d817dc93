"""Decisions as moderators take them: the thing comes on their desk first."""

from django.db import transaction

from moderation import actions
from moderation.models import Held, Reason
from moderation.subjects import _moderate_held


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


def fresh(held):
    return Held.objects.select_related("by__person").get(pk=held.pk)


def settle(held, by, outcome, **more):
    """Decide on what waits as a moderator of its place does."""
    held = fresh(held)
    verdict = _moderate_held(by, held)
    values = {"statement": "Read the rules.", "host_key": held.host_key, **more}
    return decide(actor=by, subject=held, outcome=outcome, verdict=verdict, **values)
