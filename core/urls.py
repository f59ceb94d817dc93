"""The style guide: every component in its states, for those who build pages."""

from django.urls import path

from core import views

app_name = "core"
urlpatterns = [
    path("", views.styleguide, name="styleguide"),
    path("form/", views.styleguide_form, name="styleguide_form"),
]
