"""Outputs can be looked at here and changed nowhere."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from outputs.models import Output


@admin.register(Output)
class OutputAdmin(admin.ModelAdmin):
    list_display = ("reference", "title", "forum", "state", "approved_at")
    list_filter = ("state",)
    list_select_related = ("forum",)
    search_fields = ("reference", "title")
    ordering = ("-id",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
