"""Forums over the API: read them, their conversations and posts; join, begin, reply."""

from django.urls import path

from forums.api import debates, endings, forums, posts, processes, protection, requests, rules, steering, talk

urlpatterns = [
    path("forums/", forums.forums, name="forums"),
    path("forums/requests/", requests.requests, name="forum-requests"),
    path("forums/requests/<int:pk>/", requests.one, name="forum-request"),
    path("forums/requests/<int:pk>/backing/", requests.backing, name="forum-request-backing"),
    path("forums/requests/<int:pk>/answer/", requests.answer, name="forum-request-answer"),
    path("forums/requests/<int:pk>/objection/", requests.objection, name="forum-request-objection"),
    path("forums/requests/<int:pk>/review/", requests.review, name="forum-request-review"),
    path("forums/<slug:slug>/", forums.forum, name="forum"),
    path("forums/<slug:slug>/join/", forums.join, name="forum-join"),
    path("forums/<slug:slug>/waiting/", forums.waiting, name="forum-waiting"),
    path("forums/<slug:slug>/leave/", forums.leave, name="forum-leave"),
    path("forums/<slug:slug>/voice/", protection.voice, name="forum-voice"),
    path("forums/<slug:slug>/pause/", endings.pause, name="forum-pause"),
    path("forums/<slug:slug>/end/", endings.propose, name="forum-end"),
    path("forums/endings/<int:pk>/", endings.ending, name="forum-ending"),
    path("forums/endings/<int:pk>/agreement/", endings.agree, name="forum-ending-agreement"),
    path("forums/<slug:slug>/rules/", rules.rules, name="forum-rules"),
    path("forums/<slug:slug>/rules/changes/", rules.changes, name="forum-rule-changes"),
    path("forums/<slug:slug>/rules/changes/<int:number>/", rules.change, name="forum-rule-change"),
    path("forums/<slug:slug>/threads/", talk.threads, name="forum-threads"),
    path("processes/", processes.processes, name="processes"),
    path("processes/<slug:slug>/", processes.process, name="process"),
    path("processes/<slug:slug>/phases/", processes.phases, name="process-phases"),
    path("phases/<int:pk>/", processes.phase, name="phase"),
    path("threads/<int:pk>/", talk.thread, name="thread"),
    path("threads/<int:pk>/period/", debates.period, name="thread-period"),
    path("threads/<int:pk>/updates/", debates.update, name="thread-updates"),
    path("threads/<int:pk>/posts/", posts.posts, name="thread-posts"),
    path("threads/<int:pk>/new/", posts.new, name="thread-new"),
    path("threads/<int:pk>/read/", posts.read, name="thread-read"),
    path("posts/<int:pk>/", posts.post, name="post"),
    path("posts/<int:pk>/vote/", posts.vote, name="post-vote"),
    path("threads/<int:pk>/pace/", steering.pace, name="thread-pace"),
    path("posts/<int:pk>/move/", steering.move, name="post-move"),
]
