from django.urls import path

from meetings import running, views

app_name = "meetings"

urlpatterns = [
    path("", views.upcoming, name="list"),
    path("calendar.ics", views.calendar_feed, name="calendar_feed"),
    path("new/<str:kind>/<int:host_id>/", running.schedule, name="new"),
    path("<int:pk>/", views.gathering, name="gathering"),
    path("<int:pk>.ics", views.gathering_feed, name="gathering_feed"),
    path("<int:pk>/move/", running.move, name="move"),
    path("<int:pk>/cancel/", running.cancel, name="cancel"),
    path("<int:pk>/items/new/", running.new_item, name="new_item"),
    path("<int:pk>/agenda/publish/", running.publish, name="publish"),
    path("<int:pk>/start/", running.start, name="start"),
    path("<int:pk>/attendance/", running.attendance, name="attendance"),
    path("<int:pk>/end/", running.end, name="end"),
    path("<int:pk>/notes/", running.notes, name="notes"),
    path("<int:pk>/notes/<int:version>/agreement/", running.agree, name="agree"),
    path("<str:kind>/<int:host_id>.ics", views.host_feed, name="host_feed"),
]
