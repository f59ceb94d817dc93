from django.urls import path

from notifications import views

app_name = "notifications"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.read_all, name="read_all"),
    path("<int:pk>/", views.open_notice, name="open"),
    path("settings/", views.preferences, name="settings"),
    path("stop/<str:token>/", views.stop, name="stop"),
    path("following/", views.following, name="following"),
    path("follow/", views.follow, name="follow"),
    path("unfollow/", views.unfollow, name="unfollow"),
]
