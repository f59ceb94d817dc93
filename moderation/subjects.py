"""Decisions have a page that anybody may read; reports have none."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core import subjects
from core.subjects import Subject
from moderation.models import Decision


def describe(ids: list[int]) -> dict[int, Subject]:
    rows = list(Decision.objects.filter(pk__in=ids).only("subject_kind", "subject_id"))
    about = subjects.describe((row.subject_kind, row.subject_id) for row in rows)
    return {row.pk: _described(row, about.get((row.subject_kind, row.subject_id))) for row in rows}


def _described(row: Decision, about: Subject | None) -> Subject:
    label = about.label if about is not None and about.public else _("something that was written here")
    return Subject("moderation.decision", row.pk, label, reverse("moderation:decision", args=[row.pk]))


subjects.register(Decision, describe)
