from django.urls import path

from moderation import views

app_name = "moderation"
urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("flag/<str:kind>/<int:pk>/", views.flag, name="flag"),
    path("content/<str:kind>/<int:pk>/", views.content, name="content"),
    path("decision/<int:pk>/", views.decision, name="decision"),
    path("decision/<int:pk>/appeal/", views.appeal, name="appeal"),
    path("appeal/<int:pk>/", views.answer, name="answer"),
]
