"""Reasons and decisions can be looked at here; reasons are written on a page of their own, with their versions."""

from django.contrib import admin

from core.admin import ReadOnly
from moderation.models import Decision, Reason


@admin.register(Reason)
class ReasonAdmin(ReadOnly):
    list_display = ("title", "code", "active")


@admin.register(Decision)
class DecisionAdmin(ReadOnly):
    list_display = ("subject_kind", "subject_id", "outcome", "reason", "at")
    list_filter = ("outcome", "reason")
    exclude = ("statement",)
