from django.urls import path

from outputs import views

app_name = "outputs"
urlpatterns = [
    path("", views.outputs, name="list"),
    path("new/", views.new, name="new"),
    path("<str:reference>.pdf", views.pdf, name="pdf"),
    path("<slug:reference>/", views.output, name="output"),
    path("<slug:reference>/edit/", views.edit, name="edit"),
    path("<slug:reference>/discard/", views.discard, name="discard"),
    path("<slug:reference>/versions/", views.versions, name="versions"),
    path("<slug:reference>/comments/", views.comments, name="comments"),
    path("<slug:reference>/reopen/", views.reopen, name="reopen"),
    path("<slug:reference>/approval/", views.approval, name="approval"),
    path("<slug:reference>/joining/", views.joining, name="joining"),
    path("<slug:reference>/opposite/", views.opposite, name="opposite"),
    path("<slug:reference>/opposite/<slug:other>/end/", views.end, name="end_opposition"),
    path("<slug:reference>/settle/", views.settle, name="settle"),
]
