"""Clocks can be read here. A holiday is added on the page of clocks, where open deadlines move with it."""

from django.contrib import admin

from clocks.models import Deadline, Holiday, Override, Rule
from core.admin import ReadOnly


@admin.register(Rule)
class RuleAdmin(ReadOnly):
    list_display = ("key", "version", "title", "counting", "amount", "profile", "valid_from", "to_check")


@admin.register(Holiday)
class HolidayAdmin(ReadOnly):
    list_display = ("date", "name", "proclaimed")


@admin.register(Deadline)
class DeadlineAdmin(ReadOnly):
    list_display = ("id", "subject_kind", "subject_id", "rule", "start", "due", "met_at")
    list_select_related = ("rule",)


@admin.register(Override)
class OverrideAdmin(ReadOnly):
    list_display = ("id", "deadline_id", "was", "becomes", "at")
