"""Ballots can be looked at here and changed nowhere. Rolls and sealed votes are not shown at all."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from ballots.models import Ballot


@admin.register(Ballot)
class BallotAdmin(admin.ModelAdmin):
    list_display = ("question", "state", "opens_at", "closes_at", "roll_size")
    list_filter = ("state",)
    search_fields = ("question",)
    ordering = ("-id",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
