"""Shared issues have a home of their own, for they belong to no one forum."""

from django.urls import path

from proposals.views import issues

app_name = "issues"
urlpatterns = [
    path("", issues.issues, name="list"),
    path("new/", issues.new, name="new"),
    path("<int:pk>/", issues.issue, name="issue"),
    path("<int:pk>/parts/", issues.ask, name="ask"),
    path("<int:pk>/close/", issues.close, name="close"),
    path("parts/<int:pk>/", issues.answer, name="answer"),
]
