from django.urls import path

from portal import views

app_name = "portal"

urlpatterns = [
    path("", views.home, name="home"),
    path("me/", views.me, name="me"),
    path("desk/", views.desk, name="desk"),
    path("desk/<str:role>/", views.role_desk, name="role_desk"),
    path("owed/", views.owed, name="owed"),
    path("figures/", views.figures, name="figures"),
    path("numbers/", views.numbers, name="numbers"),
    path("numbers/<str:name>/<str:key>/", views.number, name="number"),
    path("numbers/<str:name>/<str:key>/new/", views.set_number, name="set_number"),
    path("forums/<slug:slug>/", views.forum, name="forum"),
    path("areas/<slug:slug>/", views.area, name="area"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("open-data/", views.open_data, name="open_data"),
]
