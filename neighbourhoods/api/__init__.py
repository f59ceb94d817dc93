"""What is known of a place over the API."""

from django.urls import path

from neighbourhoods.api import directory, presence, stories

urlpatterns = [
    path("directory/", directory.assets, name="directory"),
    path("directory/new/", directory.new, name="directory-new"),
    path("directory/<int:pk>/", directory.asset, name="directory-entry"),
    path("directory/<int:pk>/edit/", directory.edit, name="directory-edit"),
    path("directory/<int:pk>/check/", directory.check, name="directory-check"),
    path("directory/<int:pk>/close/", directory.close, name="directory-close"),
    path("directory/<int:pk>/report/", directory.report, name="directory-report"),
    path("presence/", presence.posts, name="presence"),
    path("presence/<slug:slug>/new/", presence.new, name="presence-new"),
    path("presence/<int:pk>/end/", presence.end, name="presence-end"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("stories/<slug:slug>/edit/", stories.edit, name="story-edit"),
]
