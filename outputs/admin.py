"""Outputs can be looked at here and changed nowhere."""

from django.contrib import admin

from core.admin import ReadOnly
from outputs.models import Output


@admin.register(Output)
class OutputAdmin(ReadOnly):
    list_display = ("reference", "title", "forum", "state", "approved_at")
    list_filter = ("state",)
    list_select_related = ("forum",)
    search_fields = ("reference", "title")
    ordering = ("-id",)
