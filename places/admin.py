from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from places.models import Area


@admin.register(Area)
class AreaAdmin(admin.ModelAdmin):
    """To look at; areas change by import."""

    list_display = ("name", "kind", "code", "vintage", "population")
    list_filter = ("kind", "vintage")
    search_fields = ("name", "code")
    exclude = ("boundary",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
