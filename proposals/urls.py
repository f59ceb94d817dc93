from django.urls import path

from proposals.views import deciding, elsewhere, pairs, reading, supporting, writing

app_name = "proposals"
urlpatterns = [
    path("", reading.proposals, name="list"),
    path("new/", writing.new, name="new"),
    path("similar/", reading.similar, name="similar"),
    path("pairs/<int:pk>/", pairs.pair, name="pair"),
    path("pairs/<int:pk>/invitation/", pairs.invitation, name="invite_pair"),
    path("pairs/<int:pk>/difference/", pairs.difference, name="set_apart"),
    path("pairs/<int:pk>/joining/", pairs.joining, name="join_pair"),
    path("pairs/<int:pk>/refusal/", pairs.refusal, name="decline_pair"),
    path("draft/<int:pk>/", writing.draft, name="draft"),
    path("draft/<int:pk>/preview/", writing.preview, name="preview"),
    path("draft/<int:pk>/publish/", writing.publish, name="publish"),
    path("draft/<int:pk>/discard/", writing.discard, name="discard"),
    path("<slug:reference>/", reading.proposal, name="proposal"),
    path("<slug:reference>/support/", supporting.support, name="support"),
    path("<slug:reference>/support/withdraw/", supporting.take_back, name="take_back"),
    path("<slug:reference>/versions/", reading.versions, name="versions"),
    path("<slug:reference>/edit/", writing.edit, name="edit"),
    path("<slug:reference>/withdraw/", writing.withdraw, name="withdraw"),
    path("<slug:reference>/check/", deciding.check, name="check"),
    path("<slug:reference>/adoption/", deciding.adoption, name="adoption"),
    path("<slug:reference>/adoption/certify/", deciding.certify, name="certify"),
    path("<slug:reference>/elsewhere/", elsewhere.forums, name="elsewhere"),
    path("<slug:reference>/elsewhere/<slug:slug>/", elsewhere.ask, name="ask_elsewhere"),
    path("<slug:reference>/elsewhere/<slug:slug>/certify/", elsewhere.certify, name="certify_elsewhere"),
    path("<slug:reference>/elsewhere/<slug:slug>/seen/", elsewhere.seen, name="seen_elsewhere"),
]
