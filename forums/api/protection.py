"""The protected voice of whoever asks, over the API. Answers are for them alone and kept nowhere."""

from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.policies import signed_in
from accounts.queries import person_of
from core.api import CURSORS, REFUSALS
from core.verdicts import require
from forums.api.loading import forum_at
from forums.protection import may_speak_protected, protection_of, voice_of
from forums.queries.protection import became_of, said_by

VoiceShape = inline_serializer(
    "ProtectedVoice",
    {
        "name": serializers.CharField(
            help_text="What stands where a name would, in this forum; empty before the first time."
        ),
        "may_speak": serializers.BooleanField(),
        "why_not": serializers.CharField(),
        "posts": serializers.ListField(child=serializers.DictField()),
        "next": serializers.CharField(help_text="Cursor of the older posts, for `after`; empty at the end."),
    },
)


@extend_schema(operation_id="forums_voice", parameters=CURSORS, responses={200: VoiceShape, **REFUSALS})
@never_cache
@api_view(["GET"])
def voice(request: Request, slug: str) -> Response:
    """How you are named here under protection, what you said, and what was decided about it."""
    require(signed_in(request.user))
    forum = forum_at(request, slug)
    mine, verdict = voice_of(person_of(request.user), forum), may_speak_protected(request.user, forum)
    asked = request.query_params
    found = said_by(mine, asked.get("after", ""), asked.get("before", "")) if mine is not None else None
    shown = protection_of(request.user, forum)
    posts = [
        {
            "id": own.post.pk,
            "thread": own.post.thread_id,
            "body": own.post.body,
            "replies": own.replies,
            "hidden_because": own.post.hidden_because,
            "decisions": [
                {
                    "id": one.pk,
                    "outcome": one.outcome,
                    "reason": one.reason.title if one.reason else "",
                    "statement": one.statement,
                    "appealed": hasattr(one, "appeal"),
                }
                for one in own.decisions
            ],
        }
        for own in (became_of(found.rows) if found is not None else [])
    ]
    return Response(
        {
            "name": shown.label if shown is not None and mine is not None else "",
            "may_speak": bool(verdict),
            "why_not": str(verdict.reason),
            "posts": posts,
            "next": found.next_cursor if found is not None else "",
        }
    )
