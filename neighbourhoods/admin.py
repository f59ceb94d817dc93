"""To look at; nothing is changed here."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from neighbourhoods.models import Asset, AssetKind, Presence, Story


class ReadOnly(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


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
