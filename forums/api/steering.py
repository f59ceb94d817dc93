"""Keep a conversation together over the API: its pace, and what is moved to another one."""

from datetime import timedelta

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from core import now
from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.verdicts import require
from forums.actions import move_posts, slow_thread, start_thread
from forums.forms.steering import MoveForm, PaceForm
from forums.models import Post, Thread
from forums.policies import may_move, may_slow

PaceAnswer = inline_serializer(
    "ThreadPace",
    {"slow_minutes": serializers.IntegerField(), "slow_until": serializers.DateTimeField(allow_null=True)},
)
MoveAnswer = inline_serializer(
    "PostMove",
    {
        "from_thread": serializers.IntegerField(),
        "to_thread": serializers.IntegerField(),
        "posts": serializers.IntegerField(),
    },
)


@extend_schema(
    operation_id="forums_threads_pace", request=shape_of("PaceInput", PaceForm), responses={200: PaceAnswer, **REFUSALS}
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("steer", times=60, seconds=3600)
def pace(request: Request, pk: int) -> Response:
    """One post per person in so many minutes, for so many hours; 0 minutes lets everybody post at any pace again."""
    thread = get_object_or_404(Thread.objects.visible_to(request.user).for_page(), pk=pk)
    require(may_slow(request.user, thread))
    said = checked(PaceForm(sent(request)))
    until = now() + timedelta(hours=said["hours"])
    slow_thread(actor=request.user, thread=thread, minutes=said["minutes"], until=until)
    return Response({"slow_minutes": thread.slow_minutes, "slow_until": thread.slow_until})


@extend_schema(
    operation_id="forums_posts_move", request=shape_of("MoveInput", MoveForm), responses={201: MoveAnswer, **REFUSALS}
)
@api_view(["POST"])
@permission_classes([IsAuthenticated])
@limited("steer", times=60, seconds=3600)
def move(request: Request, pk: int) -> Response:
    """Move a post with its answers to another conversation of the forum, or to a new one with this title."""
    rows = Post.objects.visible_to(request.user).select_related("thread__forum", "thread__activity", "author")
    post = get_object_or_404(rows, pk=pk)
    require(may_move(request.user, post))
    said = checked(MoveForm(sent(request), thread=post.thread))
    to = said["to"] or start_thread(actor=request.user, forum=post.thread.forum, title=said["title"])
    made = move_posts(actor=request.user, post=post, to=to, reason=said["reason"])
    answer = {"from_thread": made.from_thread_id, "to_thread": made.to_thread_id, "posts": made.posts}
    return Response(answer, status=201)
