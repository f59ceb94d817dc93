"""Nobody moderates where they declared an interest, took a side, or are answered."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.subjects import key_of
from core.verdicts import Verdict, no, yes
from moderation import hosts
from moderation.models import Interest


def stands_aside(user: Any, subject: models.Model) -> Verdict:
    """No, with the sentence, for whoever has an interest in it, in what it hangs under or in whoever wrote it; yes for everybody else."""
    if user is None:
        return yes()
    wanted = models.Q()
    for kind, pk in {key_of(subject), *hosts.around(subject)}:
        wanted |= models.Q(subject_kind=kind, subject_id=pk)
    if Interest.objects.filter(wanted, user=user).exists():
        return no(_("You have declared an interest here, so somebody else must decide."))
    if hosts.took_part(user, subject):
        return no(_("You took part in this yourself, so somebody else must decide."))
    return yes()


def may_stand_aside(user: Any, subject: models.Model, verdict: Verdict) -> Verdict:
    """Whoever moderates here, once."""
    if not verdict:
        return verdict
    kind, pk = key_of(subject)
    if Interest.objects.filter(user=user, subject_kind=kind, subject_id=pk).exists():
        return no(_("You stand aside from this already."))
    return yes()
