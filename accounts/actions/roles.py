"""Council-wide roles are granted and ended, each with a date and by somebody."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.events import RoleEnded, RoleGranted
from accounts.models import Grant, Role, User
from accounts.policies import may_grant_roles
from accounts.queries import forget_roles
from core import today
from core.text import one_line
from core.verdicts import no, require
from ledger.actions import record


@transaction.atomic
def grant_role(
    *, actor: Any, user: User, role: str, since: date | None = None, until: date | None = None, reason: str = ""
) -> Grant:
    """The sign-in holds the role from `since` (today) to the day before `until` (no end). Granting it twice changes nothing."""
    require(may_grant_roles(actor))
    held = Grant.objects.in_force(since or today()).filter(user=user, role=role).first()
    if held is not None:
        return held
    # The database allows one grant without an end; one that has not begun yet gives way.
    Grant.objects.filter(user=user, role=role, until=None).update(until=since or today())
    grant = Grant.objects.create(
        user=user,
        role=Role(role),
        since=since or today(),
        until=until,
        granted_by=actor,
        reason=one_line(reason)[:200],
    )
    forget_roles(user)
    record(RoleGranted(grant_id=grant.pk, role=role), actor=actor, subject=grant, role="administrator", public=False)
    return grant


@transaction.atomic
def end_role(*, actor: Any, grant: Grant) -> Grant:
    """The role ends today. The last administrator cannot end their own: nobody could grant it again."""
    require(may_grant_roles(actor))
    if grant.role == Role.ADMINISTRATOR:
        others = Grant.objects.select_for_update().in_force(today()).filter(role=Role.ADMINISTRATOR)
        if not others.exclude(pk=grant.pk).exists():
            require(no(_("This is the only administrator. Grant the role to somebody else first.")))
    grant.until = max(today(), grant.since)
    grant.save(update_fields=("until",))
    forget_roles(grant.user)
    record(
        RoleEnded(grant_id=grant.pk, role=grant.role), actor=actor, subject=grant, role="administrator", public=False
    )
    return grant
