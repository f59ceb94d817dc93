"""Nobody moderates where they declared an interest, took a side, or are answered."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.subjects import key_of
from core.verdicts import Verdict, no, yes
from moderation import hosts
from moderation.authors import written
from moderation.models import Interest

Key = tuple[str, int]


def stands_aside(user: Any, subject: models.Model) -> Verdict:
    """No, with the sentence, for whoever has an interest in it, in what it hangs under or in whoever wrote it; yes for everybody else."""
    if user is None:
        return yes()
    if _declared(user, [subject]):
        return no(_("You have declared an interest here, so somebody else must decide."))
    if hosts.took_part(user, [subject]):
        return no(_("You took part in this yourself, so somebody else must decide."))
    return yes()


def left_to_others(user: Any, keys: Iterable[Key]) -> set[Key]:
    """Those among these things on which somebody else decides, because this user wrote them or stands aside.

    The same answers as `may_decide` gives one by one, in a fixed number of queries for each kind.
    """
    records = list(hosts.records_of(keys).values())
    return {*written(user, records), *_declared(user, records), *hosts.took_part(user, records)}


def _declared(user: Any, records: Iterable[models.Model]) -> set[Key]:
    """Those of which this user has declared an interest in the thing, in what it hangs under or in whoever wrote it; one query."""
    near = {key_of(record): {key_of(record), *hosts.around(record)} for record in records}
    every = {key for keys in near.values() for key in keys}
    rows = Interest.objects.filter(
        user=user, subject_kind__in={kind for kind, _pk in every}, subject_id__in={pk for _kind, pk in every}
    )
    mine = set(rows.values_list("subject_kind", "subject_id")) if every else set()
    return {key for key, keys in near.items() if keys & mine}


def may_stand_aside(user: Any, subject: models.Model, verdict: Verdict) -> Verdict:
    """Whoever moderates here, once."""
    if not verdict:
        return verdict
    kind, pk = key_of(subject)
    if Interest.objects.filter(user=user, subject_kind=kind, subject_id=pk).exists():
        return no(_("You stand aside from this already."))
    return yes()
