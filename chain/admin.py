"""The chain can be read here and nothing else."""

from django.contrib import admin

from chain.models import Link, Step
from core.admin import ReadOnly


@admin.register(Step)
class StepAdmin(ReadOnly):
    list_display = ("id", "kind", "station", "title", "owner_label", "due", "state")
    list_filter = ("state", "station")


@admin.register(Link)
class LinkAdmin(ReadOnly):
    list_display = ("id", "parent_id", "child_id")
