"""The record can be read here and nothing else."""

from django.contrib import admin

from core.admin import ReadOnly
from ledger.models import Delivery, Entry, Seal


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
