from django.urls import path

from meetings.views import agendas, calendars, door, own, registrations, running, writing

app_name = "meetings"

urlpatterns = [
    path("", calendars.upcoming, name="list"),
    path("calendar.ics", calendars.calendar_feed, name="calendar_feed"),
    path("new/<str:kind>/<int:host_id>/", running.schedule, name="new"),
    path("mine/", own.mine, name="mine"),
    path("mine/key/", own.renew_key, name="renew_key"),
    path("mine/<str:token>.ics", own.own_feed, name="own_feed"),
    path("<int:pk>/", calendars.gathering, name="gathering"),
    path("<int:pk>.ics", calendars.gathering_feed, name="gathering_feed"),
    path("<int:pk>/registration/", registrations.registration, name="registration"),
    path("<int:pk>/registration/cancel/", registrations.cancel_registration, name="cancel_registration"),
    path("<int:pk>/places/", registrations.places, name="places"),
    path("<int:pk>/people/", registrations.people, name="people"),
    path("<int:pk>/move/", running.move, name="move"),
    path("<int:pk>/cancel/", running.cancel, name="cancel"),
    path("<int:pk>/items/new/", running.new_item, name="new_item"),
    path("<int:pk>/items/pick/", agendas.pick, name="pick"),
    path("<int:pk>/agenda/", agendas.arrange, name="arrange"),
    path("<int:pk>/outcomes/", agendas.outcomes, name="outcomes"),
    path("<int:pk>/kit/", door.kit, name="kit"),
    path("<int:pk>/door/", door.door, name="door"),
    path("<int:pk>/door/code/", door.by_code, name="door_code"),
    path("<int:pk>/door/person/", door.by_name, name="door_person"),
    path("<int:pk>/door/walk-in/", door.walk_in, name="door_walk_in"),
    path("<int:pk>/agenda/publish/", running.publish, name="publish"),
    path("<int:pk>/start/", running.start, name="start"),
    path("<int:pk>/attendance/", running.attendance, name="attendance"),
    path("<int:pk>/end/", running.end, name="end"),
    path("<int:pk>/notes/", running.notes, name="notes"),
    path("<int:pk>/notes/<int:version>/agreement/", running.agree, name="agree"),
    path("<int:pk>/notes/<int:version>/objection/", writing.objection, name="objection"),
    path("<int:pk>/recordings/new/", writing.recording, name="recording"),
    path("<int:pk>/report/", writing.report, name="report"),
    path("<int:pk>/report/<int:version>/", writing.report, name="report_version"),
    path("<str:kind>/<int:host_id>.ics", calendars.host_feed, name="host_feed"),
]
