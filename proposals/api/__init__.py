"""Proposals over the API."""

from django.urls import path

from proposals.api import acting, deciding, elsewhere, issues, pairs

_PROPOSAL = "proposals/<slug:reference>/"
_PAIR = "proposals/pairs/<int:pk>/"

urlpatterns = [
    path("issues/", issues.issues, name="issues"),
    path("issues/new/", issues.new, name="issue-new"),
    path("issues/<int:pk>/", issues.issue, name="issue"),
    path("issues/<int:pk>/parts/", issues.ask, name="issue-ask"),
    path("issues/<int:pk>/close/", issues.close, name="issue-close"),
    path("issues/parts/<int:pk>/", issues.answer, name="issue-answer"),
    path("proposals/", acting.proposals, name="proposals"),
    path(_PROPOSAL, acting.proposal, name="proposal"),
    path(_PAIR, pairs.pair, name="proposal-pair"),
    path(f"{_PAIR}invitation/", pairs.invitation, name="proposal-pair-invitation"),
    path(f"{_PAIR}difference/", pairs.difference, name="proposal-pair-difference"),
    path(f"{_PAIR}joining/", pairs.joining, name="proposal-pair-joining"),
    path(f"{_PAIR}refusal/", pairs.refusal, name="proposal-pair-refusal"),
    path(f"{_PROPOSAL}support/", acting.support, name="proposal-support"),
    path(f"{_PROPOSAL}versions/", acting.versions, name="proposal-versions"),
    path(f"{_PROPOSAL}withdraw/", acting.withdraw, name="proposal-withdraw"),
    path(f"{_PROPOSAL}check/", deciding.check, name="proposal-check"),
    path(f"{_PROPOSAL}adoption/", deciding.adoption, name="proposal-adoption"),
    path(f"{_PROPOSAL}adoption/certify/", deciding.certify, name="proposal-certify"),
    path(f"{_PROPOSAL}decisions/", elsewhere.decisions, name="proposal-decisions"),
    path(f"{_PROPOSAL}elsewhere/<slug:slug>/", elsewhere.ask, name="proposal-elsewhere"),
    path(f"{_PROPOSAL}elsewhere/<slug:slug>/certify/", elsewhere.certify, name="proposal-elsewhere-certify"),
    path(f"{_PROPOSAL}elsewhere/<slug:slug>/seen/", elsewhere.seen, name="proposal-elsewhere-seen"),
]
