"""Forums and conversations can be looked at here; they change through their own pages."""

from django.contrib import admin

from core.admin import ReadOnly
from forums.models import Activity, Forum, Thread


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
