"""Summaries, tags and groups over the API: the same acts with the same reasons as the pages."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from core.text import number, one_line
from forums import actions
from forums.forms.summaries import AnswerForm, LabelForm, PointForm
from forums.models import Point, PostLabel, Summary, Thread
from forums.queries.summaries import PointShown, SummaryShown, labels_of, public_summaries, shown
from forums.states import ObjectionShown

PointShape = inline_serializer(
    "SummaryPoint",
    {
        "number": serializers.IntegerField(),
        "text": serializers.CharField(),
        "posts": serializers.ListField(child=serializers.IntegerField(), help_text="What it rests on, in order."),
        "agreed": serializers.IntegerField(),
        "objected": serializers.IntegerField(),
        "objections": serializers.ListField(child=serializers.DictField()),
        "my_answer": serializers.CharField(help_text="agree, object or empty: your own, shown to you alone."),
    },
    many=True,
)
SummaryShape = inline_serializer(
    "Summary",
    {
        "id": serializers.IntegerField(),
        "thread": serializers.IntegerField(),
        "version": serializers.IntegerField(),
        "state": serializers.CharField(),
        "closes_on": serializers.DateField(allow_null=True),
        "members": serializers.IntegerField(),
        "answered": serializers.IntegerField(),
        "points": PointShape,
    },
)
PointInput = shape_of("SummaryPointInput", PointForm)
LabelShape = inline_serializer(
    "PostLabel",
    {
        "sort": serializers.CharField(),
        "name": serializers.CharField(),
        "posts": serializers.ListField(child=serializers.IntegerField()),
    },
)


@extend_schema(
    operation_id="forums_summary",
    parameters=[OpenApiParameter("version", int, description="The newest, where none is named.")],
    responses=SummaryShape,
)
@api_view(["GET"])
def summary(request: Request, pk: int) -> Response:
    """What the conversation came to: the newest that is or was before the members, or the version asked for."""
    wanted = number(request.query_params.get("version"))
    found = [one for one in public_summaries(_thread(request, pk)) if not wanted or one.version == wanted]
    if not found:
        return Response({"detail": "There is none yet."}, status=404)
    return Response(_summary(shown(found[0], request.user)))


@extend_schema(
    operation_id="forums_summary_new", methods=["POST"], request=None, responses={201: SummaryShape, **REFUSALS}
)
@api_view(["POST"])
@limited("summarise", times=200, seconds=3600)
def new(request: Request, pk: int) -> Response:
    """Begin a draft: empty, or as a copy of the last version; the one there is, where one is being written."""
    return Response(_summary(shown(actions.begin_summary(actor=request.user, thread=_thread(request, pk)))), status=201)


@extend_schema(
    operation_id="forums_summary_point_write",
    request=PointInput,
    responses={201: SummaryShape, **REFUSALS},
)
@api_view(["POST"])
@limited("summarise", times=200, seconds=3600)
def points(request: Request, pk: int) -> Response:
    """Write one more point at the end of the draft."""
    thread = _thread(request, pk)
    said = checked(PointForm(sent(request), thread=thread))
    made = actions.write_point(actor=request.user, thread=thread, **said)
    return Response(_summary(shown(made.summary)), status=201)


@extend_schema(
    operation_id="forums_summary_point_change",
    methods=["POST"],
    request=PointInput,
    responses={200: SummaryShape, **REFUSALS},
)
@extend_schema(operation_id="forums_summary_point_remove", methods=["DELETE"], responses={204: None, **REFUSALS})
@api_view(["POST", "DELETE"])
@limited("summarise", times=200, seconds=3600)
def point(request: Request, pk: int, place: int) -> Response:
    """Change a point of the draft, or remove it."""
    found = _point(pk, place)
    if request.method == "DELETE":
        actions.remove_point(actor=request.user, point=found)
        return Response(status=204)
    said = checked(PointForm(sent(request), thread=found.summary.thread))
    made = actions.change_point(actor=request.user, point=found, **said)
    return Response(_summary(shown(made.summary)))


@extend_schema(operation_id="forums_summary_open", request=None, responses={200: SummaryShape, **REFUSALS})
@api_view(["POST"])
@limited("summarise", times=200, seconds=3600)
def opening(request: Request, pk: int) -> Response:
    """Put it before the members."""
    found = get_object_or_404(Summary.objects.select_related("thread__forum"), pk=pk)
    return Response(_summary(shown(actions.open_summary(actor=request.user, summary=found))))


@extend_schema(
    operation_id="forums_summary_point_answer",
    request=shape_of("SummaryAnswerInput", AnswerForm),
    responses={200: SummaryShape, **REFUSALS},
)
@api_view(["POST"])
@limited("answer_point", times=120, seconds=3600)
def answer(request: Request, pk: int, place: int) -> Response:
    """Agree or object; a second answer takes the place of the first."""
    found = _point(pk, place)
    said = checked(AnswerForm(sent(request)))
    agrees = said["answer"] == "agree"
    actions.answer_point(actor=request.user, point=found, agrees=agrees, reason=said["reason"], shown=said["shown"])
    return Response(_summary(shown(found.summary, request.user)))


@extend_schema(operation_id="forums_groups", methods=["GET"], responses=LabelShape)
@extend_schema(
    operation_id="forums_groups_change",
    methods=["POST"],
    request=shape_of("PostLabelInput", LabelForm),
    responses={200: LabelShape, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("steer", times=60, seconds=3600)
def groups(request: Request, pk: int) -> Response:
    """The groups and tags of the conversation; or put posts under one, or take them out."""
    thread = _thread(request, pk)
    if request.method == "POST":
        said = checked(LabelForm(sent(request), thread=thread))
        if said.pop("remove"):
            rows = PostLabel.objects.select_related("thread__forum")
            label = get_object_or_404(rows, thread=thread, sort=said["sort"], name=one_line(said["name"]))
            actions.unlabel_posts(actor=request.user, label=label, posts=said["posts"])
        else:
            actions.label_posts(actor=request.user, thread=thread, **said)
    found = labels_of(thread)
    return Response([{"sort": one.sort, "name": one.name, "posts": [p.pk for p in one.posts.all()]} for one in found])


def _summary(found: SummaryShown) -> dict[str, Any]:
    return {
        "id": found.summary.pk,
        "thread": found.summary.thread_id,
        "version": found.summary.version,
        "state": found.summary.state,
        "closes_on": found.summary.closes_on,
        "members": found.summary.members,
        "answered": found.summary.answered,
        "points": [_shown(one) for one in found.points],
    }


def _shown(one: PointShown) -> dict[str, Any]:
    mine = ("agree" if one.mine.agrees else "object") if one.mine is not None else ""
    objections = [
        {"reason": each.reason, "name": each.person.display_name if named and each.person else ""}
        for each in one.objections
        for named in [each.shown == ObjectionShown.NAME]
    ]
    return {
        "number": one.point.number,
        "text": one.point.text,
        "posts": [citation.post_id for citation in one.citations],
        "agreed": one.agreed,
        "objected": one.objected,
        "objections": objections,
        "my_answer": mine,
    }


def _thread(request: Request, pk: int) -> Thread:
    return get_object_or_404(Thread.objects.visible_to(request.user).select_related("forum"), pk=pk)


def _point(pk: int, place: int) -> Point:
    return get_object_or_404(Point.objects.select_related("summary__thread__forum"), summary=pk, number=place)
