"""Ask in an activity, want to know too, answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from core.http import done, invalid, page
from core.limits import limited
from core.ui.asking import viewer
from core.verdicts import require
from forums.actions.asking_members import certify_activity
from forums.actions.questions import answer_question, back_question, unback_question
from forums.actions.submitting import submit_question
from forums.forms.questions import AnswerForm, AskForm
from forums.models import Activity, AskedQuestion
from forums.policies import may_answer, may_ask
from moderation.answers import arrived_at
from moderation.models import Held


@require_http_methods(["GET", "POST"])
@limited("thread", times=10, seconds=3600)
def new(request: HttpRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.select_related("forum"), pk=pk)
    verdict = may_ask(viewer(request), activity)
    form = AskForm(request.POST if request.method == "POST" else None)
    context = {"activity": activity, "forum": activity.forum, "form": form, "verdict": verdict}
    if request.method == "GET":
        return page(request, "forums/question_new.html", context)
    require(verdict)
    if not form.is_valid():
        return invalid(request, "forums/question_new.html", context)
    made = submit_question(actor=viewer(request), activity=activity, **form.cleaned_data)
    return done(request, arrived_at(made if isinstance(made, Held) else made.thread, "forums:thread"))


@require_POST
@limited("back", times=120, seconds=3600)
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """Want to know it too, or no longer."""
    question = _question(pk)
    act = unback_question if request.POST.get("take_back") else back_question
    act(actor=viewer(request), question=question)
    return done(request, f"{reverse('forums:activity', args=[question.activity_id])}#question-{pk}")


@require_http_methods(["GET", "POST"])
@limited("post", times=60, seconds=3600)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    question = _question(pk)
    require(may_answer(viewer(request), question))
    form = AnswerForm(request.POST if request.method == "POST" else None)
    context = {"question": question, "forum": question.activity.forum, "form": form}
    if request.method == "GET":
        return page(request, "forums/question_answer.html", context)
    if not form.is_valid():
        return invalid(request, "forums/question_answer.html", context)
    answer_question(actor=viewer(request), question=question, body=form.cleaned_data["body"])
    return done(request, reverse("forums:thread", args=[question.thread_id]))


@require_POST
@limited("steer", times=60, seconds=3600)
def certify(request: HttpRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.select_related("forum"), pk=pk)
    certify_activity(actor=viewer(request), activity=activity)
    return done(request, reverse("forums:activity", args=[pk]))


def _question(pk: int) -> AskedQuestion:
    return get_object_or_404(AskedQuestion.objects.for_page(), pk=pk)
