"""Surveys of one page: written, and answered once."""

from threading import Barrier, Thread as Worker

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from core import now
from core.clock import at
from core.states import StateConflict
from core.verdicts import Refused
from forums.actions import change_activity, open_activity
from forums.actions.surveys import add_survey_question, answer_survey, remove_survey_question
from forums.models import Activity, SurveyAnswer, SurveyQuestion
from forums.policies import may_answer_survey, may_read_survey_words, may_write_survey
from forums.surveys import fitting
from tests.cast import client_as
from tests.scenes import forums as scene
from tests.scenes.surveys import answered, over

WHO = ("ada", "ben", "dov", "esi", "facilitator", "clerk", "finn")


def test_who_writes_a_survey_answers_it_and_reads_its_words(survey, request):
    said = {
        policy.__name__: {name for name in WHO if policy(request.getfixturevalue(name), survey)}
        for policy in (may_write_survey, may_answer_survey)
    }
    with at(survey.closes_at):
        read = {name for name in WHO if may_read_survey_words(request.getfixturevalue(name), survey)}

    assert said["may_write_survey"] == {"facilitator", "clerk"}
    assert said["may_answer_survey"] == {"ada", "dov", "esi", "facilitator"}
    assert read == {"facilitator"}
    assert not may_read_survey_words(request.getfixturevalue("facilitator"), survey)


def test_a_survey_is_written_answered_and_changed_on_its_pages(forum, facilitator, ada):
    survey = scene.survey(forum, by=facilitator, questions=())
    guide, resident = client_as(facilitator), client_as(ada)
    write, answer = (reverse(f"forums:survey_{name}", args=[survey.pk]) for name in ("questions", "answers"))
    asked = {"text": "How do you travel?", "kind": "one", "options": "By bus\r\nOn foot", "required": "on"}

    refused = guide.post(write, asked | {"options": "By bus"})
    guide.post(write, asked)
    guide.post(write, {"text": "Why?", "kind": "long"})
    missing = resident.post(answer, {"q1": "", "q2": "Because."})
    resident.post(answer, {"q1": "1", "q2": "Because."})
    resident.post(answer, {"q1": "0", "q2": ""})

    assert (refused.status_code, missing.status_code) == (422, 422)
    assert "Write from 2 to 20 of them" in refused.content.decode()
    kept = SurveyAnswer.objects.get()
    assert (kept.person, kept.values, kept.edited_at is not None) == (ada.person, {"q1": 0}, True)
    again = resident.get(answer).content.decode()
    assert "Change your answers" in again
    assert again.count("checked") == 1


def test_what_is_written_in_a_survey_is_shown_as_text(forum, facilitator, ada, client):
    survey = scene.survey(
        forum, by=facilitator, questions=({"kind": "one", "text": "<b>Which?</b>", "options": ["<i>A</i>", "B"]},)
    )

    page = client_as(ada).get(reverse("forums:survey_answers", args=[survey.pk])).content.decode()
    shown = client.get(reverse("forums:activity", args=[survey.pk])).content.decode()

    assert "&lt;i&gt;A&lt;/i&gt;" in page
    assert "<b>Which?</b>" not in page + shown


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"q1": 2},
        {"q1": True},
        {"q1": "0"},
        {"q1": 0, "q2": [0, 0]},
        {"q1": 0, "q2": [3]},
        {"q1": 0, "q3": 6},
        {"q1": 0, "q4": "x" * 201},
        {"q1": 0, "q4": ["words"]},
    ],
)
def test_what_does_not_fit_its_question_is_never_saved(survey, ada, values):
    with pytest.raises(ValidationError):
        answer_survey(actor=ada, activity=survey, values=values)

    assert not SurveyAnswer.objects.exists()


def test_what_fits_is_kept_by_the_names_of_the_questions(survey):
    questions = list(survey.survey_questions.all())

    kept = fitting(questions, {"q1": 1, "q2": [2, 0], "q3": 5, "q4": "", "q9": "no such question"})

    assert kept == {"q1": 1, "q2": [2, 0], "q3": 5}


def test_the_first_answer_fixes_the_questions_also_in_the_database(survey, ada, facilitator):
    question = survey.survey_questions.first()
    stale = Activity.objects.select_related("forum").get(pk=survey.pk)
    answered(survey, [ada])

    with pytest.raises(Refused, match="fixed"):
        add_survey_question(actor=facilitator, activity=survey, kind="long", text="One more?")
    with pytest.raises(StateConflict), transaction.atomic():
        add_survey_question(actor=facilitator, activity=stale, kind="long", text="One more?")
    with pytest.raises(StateConflict), transaction.atomic():
        question.activity = stale
        remove_survey_question(actor=facilitator, question=question)
    for change in (
        lambda: SurveyQuestion.objects.filter(pk=question.pk).update(text="Another?"),
        lambda: SurveyQuestion.objects.filter(pk=question.pk).delete(),
        lambda: SurveyQuestion.objects.create(activity=survey, number=9, kind="long", text="One more?"),
        lambda: Activity.objects.filter(pk=survey.pk).update(smallest_cell=6),
    ):
        with pytest.raises(DatabaseError, match="final"), transaction.atomic():
            change()


def test_nobody_answers_questions_that_can_still_change(survey, ada):
    with pytest.raises(DatabaseError, match="can still change"), transaction.atomic():
        SurveyAnswer.objects.create(activity=survey, person=ada.person, at=now())


def test_a_person_has_one_answer_and_the_table_refuses_a_second(survey, ada):
    answered(survey, [ada])
    answered(survey, [ada], q3=2)

    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyAnswer.objects.create(activity=survey, person=ada.person, at=now())
    assert SurveyAnswer.objects.get().values["q3"] == 2


def test_a_survey_has_an_end_and_after_it_nobody_answers_or_edits(survey, forum, ada, facilitator):
    stale = Activity.objects.select_related("forum").get(pk=survey.pk)
    answered(survey, [ada])
    dates = {"opens_at": now(), "closes_at": None}
    with pytest.raises(Refused, match="until when"):
        open_activity(actor=facilitator, forum=forum, kind="survey", title="Without an end", **dates)
    words = {"title": "S", "explanation": "", "threshold": 0, "minimum_level": survey.minimum_level, "months_open": 12}
    with pytest.raises(Refused, match="until when"):
        change_activity(actor=facilitator, activity=survey, closes_at=None, **words)

    change_activity(actor=facilitator, activity=survey, closes_at=now(), **words)

    with pytest.raises(Refused, match="over"):
        answered(survey, [ada], q3=1)
    with pytest.raises(StateConflict), transaction.atomic():
        answered(stale, [ada], q3=1)
    assert SurveyAnswer.objects.get().values["q3"] == 4


def test_the_api_writes_answers_and_gives_results_alike(forum, facilitator, ada, client):
    survey = scene.survey(forum, by=facilitator, questions=())
    guide, resident, base = client_as(facilitator), client_as(ada), f"/api/v1/activities/{survey.pk}/survey/"
    json = {"content_type": "application/json"}

    made = guide.post(f"{base}questions/", {"text": "Which of them?", "kind": "several", "options": "A\nB"}, **json)
    extra = guide.post(f"{base}questions/", {"text": "Why so?", "kind": "short"}, **json)
    gone = guide.delete(f"{base}questions/2/")
    none = resident.get(f"{base}answers/").status_code
    wrong = resident.post(f"{base}answers/", {"q1": [7]}, **json)
    sent = resident.post(f"{base}answers/", {"q1": [1]}, **json)
    early = client.get(base).json()
    with over(survey):
        late = client.get(base).json()

    assert [reply.status_code for reply in (made, extra, gone, wrong, sent)] == [201, 201, 204, 400, 200]
    assert none == 404
    assert list(wrong.json()["errors"]) == ["q1"]
    assert resident.get(f"{base}answers/").json()["values"] == {"q1": [1]}
    assert client.get(f"{base}answers/").status_code in (403, 404)
    assert (early["answers"], early["tables"]) == (None, None)
    assert late["answers"] == 1
    assert {row["number"] for row in late["tables"][0]["rows"]} == {None}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_answers_of_one_person_at_once_leave_one(forum, facilitator, ada):
    survey = scene.survey(forum, by=facilitator)
    start, broken = Barrier(2), []

    def send(step):
        try:
            fresh = Activity.objects.select_related("forum").get(pk=survey.pk)
            start.wait(10)
            answered(fresh, [ada], q3=step)
        except Exception as error:
            broken.append(error)
        finally:
            connection.close()

    workers = [Worker(target=send, args=(step,)) for step in (1, 5)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert not broken
    kept = SurveyAnswer.objects.get()
    assert kept.values["q3"] in (1, 5)
    assert kept.edited_at is not None
