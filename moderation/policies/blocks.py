"""Who blocks whom."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from accounts.queries import roles_of
from core.verdicts import Verdict, no, yes
from moderation.models import Block
from moderation.policies.council import may_moderate_council


def may_block(user: Any, person: Person) -> Verdict:
    """A moderator of the council; never themselves, and nobody who holds an office of the council."""
    verdict = may_moderate_council(user)
    if not verdict:
        return verdict
    if person.user_id is None or person.user is None or not person.is_here:
        return no(_("This person has no account here, so there is nothing to block."))
    if person.user_id == user.pk:
        return no(_("You cannot block yourself."))
    if roles_of(person.user):
        return no(_("They hold an office of the council. An administrator ends that first."))
    if Block.objects.in_force().filter(person=person).exists():
        return no(_("They are blocked already."))
    return yes()


def may_end_block(user: Any, block: Block) -> Verdict:
    """Any moderator of the council; the system, when its day has come."""
    if block.ended_at is not None:
        return no(_("This block has ended."))
    return yes() if user is None else may_moderate_council(user)
