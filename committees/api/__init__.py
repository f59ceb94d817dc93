"""Committees over the API."""

from django.urls import path

from committees.api import answers, consideration, meetings, papers, reading, referrals, seating

_REFERRAL, _RECOMMENDATION = "committees/referrals/<slug:reference>/", "committees/recommendations/<slug:reference>/"
_MEETING, _ITEM = "committees/meetings/<int:pk>/", "committees/items/<int:pk>/"
_COMMITMENT, _CLAIM = "committees/commitments/<slug:reference>/", "committees/claims/<int:pk>/"

urlpatterns = [
    path("committees/bodies/", reading.bodies, name="committees-bodies"),
    path("committees/bodies/new/", seating.new_body, name="committees-new-body"),
    path("committees/bodies/<slug:slug>/", reading.body, name="committees-body"),
    path("committees/bodies/<slug:slug>/meetings/", meetings.schedule, name="committees-schedule"),
    path("committees/bodies/<slug:slug>/seats/", seating.new_seat, name="committees-new-seat"),
    path("committees/bodies/<slug:slug>/papers/", papers.new_paper, name="committees-new-paper"),
    path("committees/papers/<int:pk>/withdraw/", papers.withdraw_paper, name="committees-withdraw-paper"),
    path("committees/seats/<int:pk>/fill/", seating.fill_seat, name="committees-fill-seat"),
    path("committees/seats/<int:pk>/vacate/", seating.vacate_seat, name="committees-vacate-seat"),
    path("committees/councillors/", seating.councillors, name="committees-councillors"),
    path("committees/councillors/new/", seating.new_councillor, name="committees-new-councillor"),
    path("committees/councillors/<int:pk>/end/", seating.end_councillor, name="committees-end-councillor"),
    path("committees/portfolios/", reading.portfolios, name="committees-portfolios"),
    path("committees/portfolios/new/", seating.new_portfolio, name="committees-new-portfolio"),
    path("committees/portfolios/<slug:slug>/holder/", seating.holder, name="committees-holder"),
    path("committees/meetings/", reading.meetings, name="committees-meetings"),
    path(_MEETING, reading.meeting, name="committees-meeting"),
    path(f"{_MEETING}items/", meetings.new_item, name="committees-new-item"),
    path(f"{_MEETING}publish/", meetings.publish, name="committees-publish"),
    path(f"{_MEETING}move/", meetings.move, name="committees-move"),
    path(f"{_MEETING}cancel/", meetings.cancel, name="committees-cancel"),
    path(f"{_MEETING}start/", meetings.start, name="committees-start"),
    path(f"{_MEETING}attendance/", meetings.attendance, name="committees-attendance"),
    path(f"{_MEETING}end/", meetings.end, name="committees-end"),
    path(f"{_MEETING}minutes/", meetings.minutes, name="committees-minutes"),
    path(f"{_MEETING}minutes/<int:version>/agreement/", meetings.agree, name="committees-agree"),
    path(f"{_ITEM}recommend/", consideration.recommend, name="committees-recommend"),
    path(f"{_ITEM}conclude/", consideration.conclude, name="committees-conclude"),
    path(f"{_ITEM}adjourn/", consideration.adjourn, name="committees-adjourn"),
    path("committees/referrals/", reading.referrals, name="committees-referrals"),
    path(_REFERRAL, reading.referral, name="committees-referral"),
    path("committees/refer/<slug:reference>/", referrals.refer, name="committees-refer"),
    path(f"{_REFERRAL}acknowledge/", referrals.acknowledge, name="committees-acknowledge"),
    path(f"{_REFERRAL}accept/", referrals.accept, name="committees-accept"),
    path(f"{_REFERRAL}redirect/", referrals.redirect, name="committees-redirect"),
    path(f"{_REFERRAL}refuse/", referrals.refuse, name="committees-refuse"),
    path("committees/recommendations/", reading.recommendations, name="committees-recommendations"),
    path(_RECOMMENDATION, reading.recommendation, name="committees-recommendation"),
    path(f"{_RECOMMENDATION}vote/", consideration.vote, name="committees-vote"),
    path(f"{_RECOMMENDATION}withdraw/", consideration.withdraw, name="committees-withdraw"),
    path(f"{_RECOMMENDATION}issue/", consideration.issue, name="committees-issue"),
    path(f"{_RECOMMENDATION}answer/", answers.answer, name="committees-answer"),
    path(f"{_RECOMMENDATION}correct/", answers.correct, name="committees-correct"),
    path("committees/commitments/", reading.commitments, name="committees-commitments"),
    path(_COMMITMENT, reading.commitment, name="committees-commitment"),
    path(f"{_COMMITMENT}progress/", answers.progress, name="committees-progress"),
    path(f"{_COMMITMENT}claim/", answers.claim_delivery, name="committees-claim-delivery"),
    path(_CLAIM, reading.claim, name="committees-claim"),
    path(f"{_CLAIM}judge/", answers.judge, name="committees-judge"),
    path(f"{_CLAIM}agenda/", answers.take_dispute, name="committees-take-dispute"),
]
