"""Processes stand under an address of their own, since some are no forum's."""

from django.urls import path

from forums.views import processes

app_name = "processes"
urlpatterns = [
    path("", processes.processes, name="list"),
    path("new/", processes.new, name="new"),
    path("phases/<int:pk>/edit/", processes.edit_phase, name="edit_phase"),
    path("<slug:slug>/", processes.process, name="process"),
    path("<slug:slug>/edit/", processes.edit, name="edit"),
    path("<slug:slug>/phases/new/", processes.new_phase, name="new_phase"),
]
