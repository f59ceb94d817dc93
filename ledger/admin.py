"""The record can be read here and nothing else."""

from typing import Any

from django.contrib import admin

from ledger.models import Delivery, Entry, Seal


class ReadOnly(admin.ModelAdmin):
    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return False


@admin.register(Entry)
class EntryAdmin(ReadOnly):
    list_display = ("id", "event", "subject_kind", "subject_id", "role", "at")
    list_filter = ("event",)


@admin.register(Delivery)
class DeliveryAdmin(ReadOnly):
    list_display = ("id", "listener", "attempts", "not_before", "failure")


@admin.register(Seal)
class SealAdmin(ReadOnly):
    list_display = ("id", "first", "last", "count", "hash", "at")
