"""Questions and answers over the API."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import CURSORS, REFUSALS, checked, listed, page_of, sent
from core.limits import limited
from core.shapes import shape_of
from forums.actions.asking_members import certify_activity
from forums.actions.questions import answer_question, back_question, unback_question
from forums.actions.submitting import submit_question
from forums.forms.questions import AnswerForm, AskForm
from forums.models import Activity, AskedQuestion
from forums.queries.questions import ORDER, question_list
from moderation.answers import WaitsSerializer, waits
from moderation.models import Held


class QuestionSerializer(serializers.ModelSerializer):
    """The words of a hidden question or answer are left out."""

    title = serializers.SerializerMethodField()
    answer_html = serializers.SerializerMethodField()
    voice = serializers.SerializerMethodField()

    class Meta:
        model = AskedQuestion
        fields = ("id", "activity", "thread", "title", "backers", "answered_at", "answer", "answer_html", "voice")

    def get_title(self, question: AskedQuestion) -> str:
        return "" if question.thread.is_hidden else question.thread.title

    def get_answer_html(self, question: AskedQuestion) -> str:
        return question.answer.body_html if question.answer and question.answer.has_words else ""

    def get_voice(self, question: AskedQuestion) -> str:
        return question.answer.voice if question.answer else ""


SHOW = OpenApiParameter("show", str, description="asked, answered or unanswered.")


@extend_schema(
    operation_id="forums_questions_list",
    methods=["GET"],
    parameters=[SHOW, *CURSORS],
    responses=page_of(QuestionSerializer),
)
@extend_schema(
    operation_id="forums_questions_ask",
    methods=["POST"],
    request=shape_of("AskInput", AskForm),
    responses={201: QuestionSerializer, 202: WaitsSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("thread", times=10, seconds=3600)
def questions(request: Request, pk: int) -> Response:
    """What is asked in an activity, what most people want to know first; or ask."""
    activity = _activity(pk)
    if request.method == "GET":
        rows = question_list(activity, request.query_params.get("show", ""))
        return listed(request, rows, ORDER, QuestionSerializer)
    made = submit_question(actor=request.user, activity=activity, **checked(AskForm(sent(request))))
    if isinstance(made, Held):
        return waits(made)
    return Response(QuestionSerializer(made).data, status=201)


@extend_schema(
    operation_id="forums_questions_back",
    methods=["POST"],
    request=None,
    responses={200: QuestionSerializer, **REFUSALS},
)
@extend_schema(
    operation_id="forums_questions_unback",
    methods=["DELETE"],
    request=None,
    responses={200: QuestionSerializer, **REFUSALS},
)
@api_view(["POST", "DELETE"])
@limited("back", times=120, seconds=3600)
def backing(request: Request, pk: int) -> Response:
    """Want to know it too (POST), or no longer (DELETE)."""
    act: Any = back_question if request.method == "POST" else unback_question
    return Response(QuestionSerializer(act(actor=request.user, question=_question(pk))).data)


@extend_schema(
    operation_id="forums_questions_answer",
    request=shape_of("QuestionAnswerInput", AnswerForm),
    responses={200: QuestionSerializer, **REFUSALS},
)
@api_view(["POST"])
@limited("post", times=60, seconds=3600)
def answer(request: Request, pk: int) -> Response:
    """Answer, labelled with your role."""
    question = _question(pk)
    answer_question(actor=request.user, question=question, body=checked(AnswerForm(sent(request)))["body"])
    return Response(QuestionSerializer(question).data)


@extend_schema(operation_id="forums_activities_certify", request=None, responses={204: None, **REFUSALS})
@api_view(["POST"])
@limited("steer", times=60, seconds=3600)
def certify(request: Request, pk: int) -> Response:
    """The counted result of the activity's ballot stands."""
    certify_activity(actor=request.user, activity=_activity(pk))
    return Response(status=204)


def _activity(pk: int) -> Activity:
    return get_object_or_404(Activity.objects.select_related("forum"), pk=pk)


def _question(pk: int) -> AskedQuestion:
    return get_object_or_404(AskedQuestion.objects.for_page(), pk=pk)
