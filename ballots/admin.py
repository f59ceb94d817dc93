"""Ballots can be looked at here and changed nowhere. Rolls and sealed votes are not shown at all."""

from django.contrib import admin

from ballots.models import Ballot
from core.admin import ReadOnly


@admin.register(Ballot)
class BallotAdmin(ReadOnly):
    list_display = ("question", "state", "opens_at", "closes_at", "roll_size")
    list_filter = ("state",)
    search_fields = ("question",)
    ordering = ("-id",)
