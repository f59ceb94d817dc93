from django.urls import path

from moderation.views import content, decisions, figures, flags, locks

app_name = "moderation"
urlpatterns = [
    path("figures/", figures.figures, name="figures"),
    path("flag/<str:kind>/<int:pk>/", flags.flag, name="flag"),
    path("flag/<str:kind>/<int:pk>/person/", flags.flag_person, name="flag_person"),
    path("content/<str:kind>/<int:pk>/", content.content, name="content"),
    path("content/<str:kind>/<int:pk>/lock/", locks.take, name="take"),
    path("content/<str:kind>/<int:pk>/lock/over/", locks.take_over, name="take_over"),
    path("content/<str:kind>/<int:pk>/lock/back/", locks.give_back, name="give_back"),
    path("decision/<int:pk>/", decisions.decision, name="decision"),
    path("decision/<int:pk>/appeal/", decisions.appeal, name="appeal"),
    path("appeal/<int:pk>/", decisions.answer, name="answer"),
]
