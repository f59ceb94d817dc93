"""To look at; nothing is changed here."""

from django.contrib import admin

from core.admin import ReadOnly
from neighbourhoods.models import Asset, AssetKind, Presence, Story


@admin.register(Asset)
class AssetAdmin(ReadOnly):
    list_display = ("name", "kind", "ward", "checked_on", "check_by")
    list_filter = ("kind",)
    list_select_related = ("kind", "ward")
    search_fields = ("name",)


@admin.register(Presence)
class PresenceAdmin(ReadOnly):
    list_display = ("role", "organisation", "area", "since", "until")
    list_select_related = ("area",)


@admin.register(Story)
class StoryAdmin(ReadOnly):
    list_display = ("area", "version", "written_at")
    list_select_related = ("area",)


@admin.register(AssetKind)
class AssetKindAdmin(ReadOnly):
    list_display = ("title", "code", "active")
