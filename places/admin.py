from django.contrib import admin

from core.admin import ReadOnly
from places.models import Area


@admin.register(Area)
class AreaAdmin(ReadOnly):
    """To look at; areas change by import."""

    list_display = ("name", "kind", "code", "vintage", "population")
    list_filter = ("kind", "vintage")
    search_fields = ("name", "code")
    exclude = ("boundary",)
