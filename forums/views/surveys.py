"""Write a survey, answer it, take its results away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.tables import as_csv
from core.ui.asking import viewer
from core.verdicts import require
from forums.actions.surveys import add_survey_question, answer_survey, remove_survey_question
from forums.forms.surveys import SurveyForm, SurveyQuestionForm
from forums.models import Activity, SurveyQuestion, SurveyResult
from forums.policies.surveys import may_answer_survey, may_write_survey
from forums.queries.surveys import answer_of, tables_of_result
from forums.states import ActivityKind


@require_http_methods(["GET", "POST"])
@limited("survey_question", times=60, seconds=3600)
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    activity = _survey(pk)
    require(may_write_survey(viewer(request), activity))
    form = SurveyQuestionForm(request.POST if request.method == "POST" else None, initial={"kind": "one"})
    context = _context(activity, form=form)
    if request.method == "GET":
        return page(request, "forums/survey_questions.html", context)
    if not form.is_valid():
        return invalid(request, "forums/survey_questions.html", context)
    add_survey_question(actor=viewer(request), activity=activity, **form.cleaned_data)
    return done(request, reverse("forums:survey_questions", args=[pk]))


@require_POST
@limited("survey_question", times=60, seconds=3600)
def remove(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    question = get_object_or_404(SurveyQuestion.objects.select_related("activity__forum"), activity=pk, number=number)
    remove_survey_question(actor=viewer(request), question=question)
    return done(request, reverse("forums:survey_questions", args=[pk]))


@require_http_methods(["GET", "POST"])
@limited("survey", times=30, seconds=3600)
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of the survey, with what one answered before."""
    activity = _survey(pk)
    verdict = may_answer_survey(viewer(request), activity)
    asked = list(activity.survey_questions.all())
    given = answer_of(viewer(request), activity)
    form = SurveyForm(
        request.POST if request.method == "POST" else None, questions=asked, initial=given.values if given else {}
    )
    context = _context(activity, form=form, verdict=verdict, given=given)
    if request.method == "GET":
        return page(request, "forums/survey_answers.html", context)
    require(verdict)
    if not form.is_valid():
        return invalid(request, "forums/survey_answers.html", context)
    answer_survey(actor=viewer(request), activity=activity, values=form.cleaned_data)
    return done(request, f"{reverse('forums:activity', args=[pk])}#survey")


@require_GET
def results_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The published tables, never an answer."""
    result = get_object_or_404(SurveyResult, activity=pk)
    lines = (
        (table.question, row.label, _("withheld") if row.number is None else row.number, result.answers)
        for table in tables_of_result(result)
        for row in table.rows
    )
    return as_csv(f"survey-{pk}", ("question", "answer", "people", "base"), lines)


def _survey(pk: int) -> Activity:
    return get_object_or_404(Activity.objects.select_related("forum"), pk=pk, kind=ActivityKind.SURVEY)


def _context(activity: Activity, **more: Any) -> dict[str, Any]:
    return {"activity": activity, "forum": activity.forum, "questions": activity.survey_questions.all(), **more}
