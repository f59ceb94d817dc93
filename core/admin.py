"""What the administration may look at and change nowhere: every change is an act with a page of its own."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest


class ReadOnly(ModelAdmin):
    """Nothing can be added, changed or deleted here."""

    show_full_result_count = False  # a long table is not counted whole for each search in it

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
