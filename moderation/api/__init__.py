"""Moderation over the API."""

from django.urls import path

from moderation.api import blocks, deciding, escalations, flags, held, hold_rules, ladder, reading, texts

_CONTENT = "moderation/content/<str:kind>/<int:pk>/"

urlpatterns = [
    path("moderation/figures/months/", reading.months, name="moderation-months"),
    path("moderation/held/", held.held, name="moderation-held"),
    path("moderation/held/<int:pk>/take-back/", held.take_back, name="moderation-held-take-back"),
    path("moderation/hold-rules/", hold_rules.rules, name="moderation-hold-rules"),
    path("moderation/hold-rules/<int:pk>/end/", hold_rules.end, name="moderation-hold-rule-end"),
    path("moderation/reasons/", reading.reasons, name="moderation-reasons"),
    path("moderation/figures/", reading.figures, name="moderation-figures"),
    path("moderation/flags/", flags.flags, name="moderation-flags"),
    path("moderation/flags/people/", flags.people, name="moderation-flags-people"),
    path(f"{_CONTENT}lock/", deciding.lock, name="moderation-lock"),
    path(f"{_CONTENT}lock/over/", deciding.lock_over, name="moderation-lock-over"),
    path(f"{_CONTENT}escalation/", escalations.escalate, name="moderation-escalate"),
    path(f"{_CONTENT}block/", blocks.block, name="moderation-block"),
    path("moderation/blocks/<int:pk>/end/", blocks.end, name="moderation-block-end"),
    path("moderation/texts/", texts.texts, name="moderation-texts"),
    path("moderation/texts/<int:pk>/", texts.text, name="moderation-text"),
    path(f"{_CONTENT}step/", ladder.step, name="moderation-step"),
    path(f"{_CONTENT}interest/", deciding.interest, name="moderation-interest"),
    path(f"{_CONTENT}decision/", deciding.decision, name="moderation-decision"),
    path("moderation/decisions/<int:pk>/appeal/", deciding.appeal, name="moderation-appeal"),
    path("moderation/decisions/<int:pk>/words/", deciding.words, name="moderation-words"),
    path("moderation/appeals/<int:pk>/answer/", deciding.answer, name="moderation-answer"),
]
