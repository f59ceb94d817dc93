"""Reasons and decisions can be looked at here; reasons are written on a page of their own, with their versions."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from moderation.models import Decision, Reason


@admin.register(Reason)
class ReasonAdmin(admin.ModelAdmin):
    list_display = ("title", "code", "active")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Decision)
class DecisionAdmin(admin.ModelAdmin):
    list_display = ("subject_kind", "subject_id", "outcome", "reason", "at")
    list_filter = ("outcome", "reason")
    exclude = ("statement",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
