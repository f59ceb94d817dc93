"""Surveys over the API: their questions, one's own answers, their results."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import REFUSALS, checked, sent
from core.limits import limited
from core.shapes import shape_of
from forums.actions.surveys import add_survey_question, answer_survey, remove_survey_question
from forums.forms.surveys import SurveyForm, SurveyQuestionForm
from forums.models import Activity, SurveyQuestion
from forums.queries.surveys import answer_of, results_of
from forums.states import ActivityKind


class SurveyQuestionSerializer(serializers.ModelSerializer):
    """`name` is what an answer calls the question."""

    class Meta:
        model = SurveyQuestion
        fields = ("number", "name", "kind", "text", "options", "required")


class SurveyRowSerializer(serializers.Serializer):
    label = serializers.CharField()  # type: ignore[assignment]
    number = serializers.IntegerField(allow_null=True, help_text="Null where it is withheld.")


class SurveyTableSerializer(serializers.Serializer):
    question = serializers.CharField()
    rows = SurveyRowSerializer(many=True)
    whole = serializers.BooleanField(help_text="Whether the rows make up the base.")


class SurveySerializer(serializers.Serializer):
    """`answers` (the base) and `tables` are null until the survey is over and counted."""

    questions = SurveyQuestionSerializer(many=True)
    answers = serializers.IntegerField(allow_null=True)
    tables = SurveyTableSerializer(many=True, allow_null=True)


class SurveyAnswerSerializer(serializers.Serializer):
    """By the names of the questions: text, the number of an option from 0 on, several of them, or a step from 1 to 5."""

    values = serializers.DictField()  # type: ignore[assignment]
    at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)


@extend_schema(operation_id="forums_survey_get", responses=SurveySerializer)
@api_view(["GET"])
def survey(request: Request, pk: int) -> Response:
    """What is asked, and once it is over how many chose what; small numbers are withheld."""
    activity = _survey(pk)
    results = results_of(None, activity)
    found = {
        "questions": activity.survey_questions.all(),
        "answers": results.answers if results else None,
        "tables": results.tables if results else None,
    }
    return Response(SurveySerializer(found).data)


@extend_schema(
    operation_id="forums_survey_question_add",
    request=shape_of("SurveyQuestionInput", SurveyQuestionForm),
    responses={201: SurveyQuestionSerializer, **REFUSALS},
)
@api_view(["POST"])
@limited("survey_question", times=60, seconds=3600)
def questions(request: Request, pk: int) -> Response:
    """One question more; `options` one in each line."""
    asked: dict[str, Any] = checked(SurveyQuestionForm(sent(request)))
    made = add_survey_question(actor=request.user, activity=_survey(pk), **asked)
    return Response(SurveyQuestionSerializer(made).data, status=201)


@extend_schema(operation_id="forums_survey_question_remove", request=None, responses={204: None, **REFUSALS})
@api_view(["DELETE"])
@limited("survey_question", times=60, seconds=3600)
def question(request: Request, pk: int, number: int) -> Response:
    """Take the question out."""
    rows = SurveyQuestion.objects.select_related("activity__forum")
    remove_survey_question(actor=request.user, question=get_object_or_404(rows, activity=pk, number=number))
    return Response(status=204)


@extend_schema(
    operation_id="forums_survey_answer_get", methods=["GET"], responses={200: SurveyAnswerSerializer, 404: None}
)
@extend_schema(
    operation_id="forums_survey_answer",
    methods=["POST"],
    request=OpenApiTypes.OBJECT,
    responses={200: SurveyAnswerSerializer, **REFUSALS},
)
@api_view(["GET", "POST"])
@limited("survey", times=30, seconds=3600)
def answers(request: Request, pk: int) -> Response:
    """What one answered oneself (GET); answer, or answer anew (POST), by the names of the questions."""
    activity = _survey(pk)
    if request.method == "GET":
        given = answer_of(request.user, activity)
        return Response(SurveyAnswerSerializer(given).data) if given else Response(status=404)
    form = SurveyForm(sent(request), questions=list(activity.survey_questions.all()))
    made = answer_survey(actor=request.user, activity=activity, values=checked(form))
    return Response(SurveyAnswerSerializer(made).data)


def _survey(pk: int) -> Activity:
    return get_object_or_404(Activity.objects.select_related("forum"), pk=pk, kind=ActivityKind.SURVEY)
