"""Who may take a thing on the desk, and who may act on it: whoever has it, and nobody else meanwhile."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.clock import LONDON
from core.verdicts import Verdict, no, yes
from moderation.models import Lock
from moderation.policies.decisions import may_decide


def may_take(user: Any, subject: models.Model, verdict: Verdict) -> Verdict:
    """Whoever may decide on it may take it."""
    return may_decide(user, subject, verdict)


def may_take_over(user: Any, subject: models.Model, verdict: Verdict, lock: Lock | None) -> Verdict:
    """Take what another has, who is told; there must be another."""
    if lock is None or not lock.is_live:
        return no(_("Nobody has this now. Take it."))
    if lock.by_id == getattr(user, "pk", None):
        return no(_("You have this already."))
    return may_decide(user, subject, verdict)


def has_it(user: Any, lock: Lock | None) -> Verdict:
    """Whether this moderator has the thing on the desk; the refusal names who has."""
    if lock is None or not lock.is_live:
        return no(_("Take this first, so that nobody else acts on it at the same time."))
    if lock.by_id != getattr(user, "pk", None):
        return no(
            _("%(name)s has this since %(time)s, so your act was not carried out. Take it over, or leave it to them.")
            % {"name": name_of(lock), "time": lock.taken_at.astimezone(LONDON).strftime("%H:%M")}
        )
    return yes()


def name_of(lock: Lock) -> str:
    """Whoever moderates is known to the others who do by name."""
    person = getattr(lock.by, "person", None)
    return person.name if person is not None else str(_("Another moderator"))
