"""`forums/<slug>/` itself is a page that gathers from floors above; it is named there."""

from django.urls import path

from forums.views import activities, debates, forums, people, posts, protection, requests, rules, threads

app_name = "forums"
urlpatterns = [
    path("", forums.forums, name="list"),
    path("new/", forums.new, name="new"),
    path("requests/", requests.requests, name="requests"),
    path("requests/new/", requests.new, name="new_request"),
    path("requests/<int:pk>/", requests.one, name="request"),
    path("requests/<int:pk>/backing/", requests.back, name="back"),
    path("requests/<int:pk>/backing/end/", requests.withdraw, name="withdraw_backing"),
    path("requests/<int:pk>/answer/", requests.answer, name="answer_request"),
    path("requests/<int:pk>/objection/", requests.ask_review, name="ask_review"),
    path("requests/<int:pk>/review/", requests.review, name="review_request"),
    path("threads/<int:pk>/", threads.thread, name="thread"),
    path("threads/<int:pk>/reply/", posts.reply, name="reply"),
    path("threads/<int:pk>/close/", threads.close, name="close_thread"),
    path("threads/<int:pk>/pin/", threads.pin, name="pin_thread"),
    path("threads/<int:pk>/period/", debates.period, name="thread_period"),
    path("threads/<int:pk>/update/", debates.update, name="update_thread"),
    path("posts/<int:pk>/", posts.post, name="post"),
    path("posts/<int:pk>/edit/", posts.edit, name="edit_post"),
    path("posts/<int:pk>/pin/", posts.pin, name="pin_post"),
    path("posts/<int:pk>/versions/", posts.versions, name="versions"),
    path("activities/<int:pk>/", activities.activity, name="activity"),
    path("activities/<int:pk>/edit/", activities.edit, name="edit_activity"),
    path("mandates/<int:pk>/recall/", people.recall, name="recall"),
    path("<slug:slug>/rules/", rules.rules, name="rules"),
    path("<slug:slug>/rules/change/", rules.propose, name="propose_rules"),
    path("<slug:slug>/rules/<int:version>/", rules.version, name="rules_version"),
    path("<slug:slug>/rules/changes/<int:number>/", rules.change, name="rule_change"),
    path("<slug:slug>/rules/changes/<int:number>/withdraw/", rules.withdraw, name="withdraw_rules"),
    path("<slug:slug>/edit/", forums.edit, name="edit"),
    path("<slug:slug>/state/", forums.state, name="state"),
    path("<slug:slug>/join/", people.join, name="join"),
    path("<slug:slug>/voice/", protection.voice, name="voice"),
    path("<slug:slug>/leave/", people.leave, name="leave"),
    path("<slug:slug>/members/", people.members, name="members"),
    path("<slug:slug>/facilitators/", people.facilitators, name="facilitators"),
    path("<slug:slug>/facilitators/<int:pk>/end/", people.facilitator_end, name="end_facilitator"),
    path("<slug:slug>/mandates/new/", people.mandate, name="mandate"),
    path("<slug:slug>/activities/new/", activities.new, name="new_activity"),
    path("<slug:slug>/threads/", threads.threads, name="threads"),
    path("<slug:slug>/threads/new/", threads.new, name="new_thread"),
]
