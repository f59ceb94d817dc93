"""Who takes a step on the ladder, and what a pause stops."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from accounts.queries import person_of
from core import today
from core.ui.dates import day_words
from core.verdicts import Verdict, no, yes
from moderation.authors import author_user_ids, is_sealed
from moderation.policies.decisions import may_decide
from moderation.queries.decisions import decision_of
from moderation.queries.ladder import PAUSED, pause_of


def may_take_step(user: Any, subject: models.Model, verdict: Verdict) -> Verdict:
    """Whoever may decide on the thing from which it is taken; for an author who is known."""
    decision = may_decide(user, subject, verdict)
    if not decision:
        return decision
    if is_sealed(subject):
        return no(
            _("This was written under protection. Nothing here leads to the person, so there is no step to take.")
        )
    if subject._meta.app_label == "moderation" or not author_user_ids(subject):
        return no(_("This has no author here, so there is no step to take."))
    return yes()


def may_write(user: Any, host_key: str) -> Verdict:
    """Everybody, unless a moderator paused them here; the sentence says until when."""
    if not getattr(user, PAUSED, True):
        return yes()  # nowhere, as the request that loaded them knew
    person: Person | None = person_of(user)
    pause = pause_of(person, host_key)
    if pause is None:
        return yes()
    until = {"day": day_words(pause.until, "full", today())}
    decision = decision_of(pause)
    return no(
        _("A moderator paused you from writing here. You can write again on %(day)s. You can appeal to another person.")
        % until,
        remedy_url=reverse("moderation:decision", args=[decision.pk]) if decision is not None else "",
        remedy_label=_("Read why, and appeal") if decision is not None else "",
    )
