from django.urls import path

from moderation.views import content, decisions, escalations, figures, flags, held, interests, locks, rewording, texts

app_name = "moderation"
urlpatterns = [
    path("held/", held.waiting, name="waiting"),
    path("held/<int:pk>/", held.held, name="held"),
    path("held/<int:pk>/take-back/", held.take_back, name="take_back"),
    path("figures/", figures.figures, name="figures"),
    path("flag/<str:kind>/<int:pk>/", flags.flag, name="flag"),
    path("flag/<str:kind>/<int:pk>/person/", flags.flag_person, name="flag_person"),
    path("reasons/", texts.reasons, name="reasons"),
    path("reasons/new/", texts.reason, name="new_reason"),
    path("reasons/<int:pk>/", texts.reason, name="reason"),
    path("reasons/<int:reason>/texts/new/", texts.template, name="new_template"),
    path("reasons/<int:reason>/texts/<int:pk>/", texts.template, name="template"),
    path("decision/<int:pk>/words/", rewording.rephrase, name="rephrase"),
    path("content/<str:kind>/<int:pk>/", content.content, name="content"),
    path("content/<str:kind>/<int:pk>/escalation/", escalations.escalate, name="escalate"),
    path("content/<str:kind>/<int:pk>/interest/", interests.interest, name="interest"),
    path("content/<str:kind>/<int:pk>/lock/", locks.take, name="take"),
    path("content/<str:kind>/<int:pk>/lock/over/", locks.take_over, name="take_over"),
    path("content/<str:kind>/<int:pk>/lock/back/", locks.give_back, name="give_back"),
    path("decision/<int:pk>/", decisions.decision, name="decision"),
    path("decision/<int:pk>/appeal/", decisions.appeal, name="appeal"),
    path("appeal/<int:pk>/", decisions.answer, name="answer"),
]
