"""Proposals can be looked at here and changed nowhere; only the list of reasons is the council's to write."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from core.admin import ReadOnly
from proposals.models import Adoption, ImportRun, Proposal, RemitCheck, RemitReason


@admin.register(RemitReason)
class RemitReasonAdmin(admin.ModelAdmin):
    """A reason in use stays: it is made inactive instead."""

    list_display = ("title", "code", "active")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Proposal)
class ProposalAdmin(ReadOnly):
    """Drafts are their authors' alone, here too."""

    list_display = ("reference", "title", "forum", "state", "supports", "threshold", "published_at")
    list_filter = ("state", "type", "origin")
    list_select_related = ("forum",)
    search_fields = ("reference", "title")
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).public()  # type: ignore[attr-defined]


@admin.register(RemitCheck)
class RemitCheckAdmin(ReadOnly):
    list_display = ("proposal", "outcome", "reason", "at")


@admin.register(Adoption)
class AdoptionAdmin(ReadOnly):
    list_display = ("proposal", "forum", "adopted", "certified_at")


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnly):
    list_display = ("source", "forum", "proposals", "posts", "failed", "ended_at")
