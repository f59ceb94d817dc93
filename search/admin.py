"""What can be found can be read here; records put themselves in and take themselves out."""

from django.contrib import admin

from core.admin import ReadOnly
from search.models import Document


@admin.register(Document)
class DocumentAdmin(ReadOnly):
    list_display = ("id", "subject_kind", "subject_id", "title", "language", "at")
    list_filter = ("subject_kind", "language")
    exclude = ("vector", "title_vector")
