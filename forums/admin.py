"""Forums and conversations can be looked at here; they change through their own pages."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from forums.models import Activity, Forum, Thread


class ReadOnly(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Forum)
class ForumAdmin(ReadOnly):
    list_display = ("title", "kind", "code", "state", "member_count")
    list_filter = ("kind", "state")
    search_fields = ("title", "code")


@admin.register(Activity)
class ActivityAdmin(ReadOnly):
    list_display = ("title", "forum", "kind", "opens_at", "closes_at", "frozen_at")
    list_select_related = ("forum",)


@admin.register(Thread)
class ThreadAdmin(ReadOnly):
    list_display = ("title", "forum", "state", "post_count", "last_post_at")
    list_select_related = ("forum",)
