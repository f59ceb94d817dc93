"""Gatherings can be read here; they are run from their pages."""

from django.contrib import admin

from core.admin import ReadOnly
from meetings.models import Gathering


@admin.register(Gathering)
class GatheringAdmin(ReadOnly):
    list_display = ("id", "title", "host_kind", "host_id", "starts_at", "state", "sequence")
    list_filter = ("state",)
