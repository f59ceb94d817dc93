"""Forums over the API: read them, their conversations and posts; join, begin, reply."""

from django.urls import path

from forums.api import forums, talk

urlpatterns = [
    path("forums/", forums.forums, name="forums"),
    path("forums/<slug:slug>/", forums.forum, name="forum"),
    path("forums/<slug:slug>/join/", forums.join, name="forum-join"),
    path("forums/<slug:slug>/leave/", forums.leave, name="forum-leave"),
    path("forums/<slug:slug>/threads/", talk.threads, name="forum-threads"),
    path("threads/<int:pk>/", talk.thread, name="thread"),
    path("threads/<int:pk>/posts/", talk.posts, name="thread-posts"),
]
