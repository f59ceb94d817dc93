"""Committees over the API."""

from django.urls import path

from committees.api import acting, reading

_REFERRAL, _RECOMMENDATION = "committees/referrals/<slug:reference>/", "committees/recommendations/<slug:reference>/"
_COMMITMENT, _CLAIM = "committees/commitments/<slug:reference>/", "committees/claims/<int:pk>/"

urlpatterns = [
    path("committees/bodies/", reading.bodies, name="committees-bodies"),
    path("committees/bodies/<slug:slug>/", reading.body, name="committees-body"),
    path("committees/portfolios/", reading.portfolios, name="committees-portfolios"),
    path("committees/meetings/", reading.meetings, name="committees-meetings"),
    path("committees/meetings/<int:pk>/", reading.meeting, name="committees-meeting"),
    path("committees/referrals/", reading.referrals, name="committees-referrals"),
    path(_REFERRAL, reading.referral, name="committees-referral"),
    path("committees/refer/<slug:reference>/", acting.refer, name="committees-refer"),
    path(f"{_REFERRAL}acknowledge/", acting.acknowledge, name="committees-acknowledge"),
    path(f"{_REFERRAL}accept/", acting.accept, name="committees-accept"),
    path(f"{_REFERRAL}redirect/", acting.redirect, name="committees-redirect"),
    path(f"{_REFERRAL}refuse/", acting.refuse, name="committees-refuse"),
    path("committees/recommendations/", reading.recommendations, name="committees-recommendations"),
    path(_RECOMMENDATION, reading.recommendation, name="committees-recommendation"),
    path(f"{_RECOMMENDATION}vote/", acting.vote, name="committees-vote"),
    path(f"{_RECOMMENDATION}issue/", acting.issue, name="committees-issue"),
    path(f"{_RECOMMENDATION}answer/", acting.answer, name="committees-answer"),
    path(f"{_RECOMMENDATION}correct/", acting.correct, name="committees-correct"),
    path("committees/commitments/", reading.commitments, name="committees-commitments"),
    path(_COMMITMENT, reading.commitment, name="committees-commitment"),
    path(f"{_COMMITMENT}progress/", acting.progress, name="committees-progress"),
    path(f"{_COMMITMENT}claim/", acting.claim_delivery, name="committees-claim-delivery"),
    path(_CLAIM, reading.claim, name="committees-claim"),
    path(f"{_CLAIM}judge/", acting.judge, name="committees-judge"),
]
