"""Moderation over the API."""

from django.urls import path

from moderation.api import flags, reading

urlpatterns = [
    path("moderation/reasons/", reading.reasons, name="moderation-reasons"),
    path("moderation/figures/", reading.figures, name="moderation-figures"),
    path("moderation/flags/", flags.flags, name="moderation-flags"),
    path("moderation/flags/people/", flags.people, name="moderation-flags-people"),
]
