from django.urls import path

from neighbourhoods.views import directory, keeping, presence, stories

app_name = "neighbourhoods"
urlpatterns = [
    path("directory/", directory.assets, name="directory"),
    path("directory/export.csv", directory.export, name="directory_csv"),
    path("directory/new/", keeping.new, name="new_asset"),
    path("directory/<int:pk>/", directory.asset, name="asset"),
    path("directory/<int:pk>/edit/", keeping.edit, name="edit_asset"),
    path("directory/<int:pk>/check/", keeping.check, name="check_asset"),
    path("directory/<int:pk>/report/", keeping.report, name="report_asset"),
    path("directory/<int:pk>/close/", keeping.close, name="close_asset"),
    path("areas/presence/", presence.wards, name="presence"),
    path("areas/presence/export.csv", presence.export, name="presence_csv"),
    path("areas/presence/<int:pk>/end/", presence.end, name="end_presence"),
    path("areas/<slug:slug>/presence/", presence.ward, name="ward_presence"),
    path("areas/<slug:slug>/presence/new/", presence.new, name="new_presence"),
    path("areas/<slug:slug>/story/", stories.story, name="story"),
    path("areas/<slug:slug>/story/versions/", stories.versions, name="story_versions"),
    path("areas/<slug:slug>/story/edit/", stories.edit, name="edit_story"),
]
