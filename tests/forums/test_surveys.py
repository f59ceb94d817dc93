"""Surveys of one page: written, answered, counted without small numbers."""

import csv
from datetime import timedelta
from threading import Barrier, Thread as Worker

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from accounts.actions import merge_persons
from core import now
from core.clock import at
from core.states import StateConflict
from core.verdicts import Refused
from forums.actions import change_activity, open_activity, turn_activities
from forums.actions.surveys import add_survey_question, answer_survey, remove_survey_question
from forums.models import Activity, SurveyAnswer, SurveyQuestion, SurveyResult
from forums.personal import erase, export
from forums.policies import may_answer_survey, may_read_survey_words, may_write_survey
from forums.surveys import Row, fitting, tables_of
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.models import Notice
from tests.cast import client_as, people, person
from tests.scenes import forums as scene

WHO = ("ada", "ben", "dov", "esi", "facilitator", "clerk", "finn")


@pytest.fixture
def survey(forum, facilitator):
    return scene.survey(forum, by=facilitator)


def answered(survey, crowd, **values):
    for user in crowd:
        answer_survey(actor=user, activity=survey, values={"q1": 0, "q2": [0], "q3": 4, "q4": "", **values})


def crowd_of(number):
    return [one.user for one in people(number)]


def over(survey):
    """A moment after its end, when it has been counted."""
    with at(survey.closes_at + timedelta(minutes=1)):
        turn_activities()
        deliver_all()
    return at(survey.closes_at + timedelta(minutes=2))


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


def test_results_are_shown_after_the_end_alone_without_small_numbers(survey, facilitator, ada, client):
    crowd = crowd_of(13)
    answered(survey, crowd[:7], q4="The number 11.")
    answered(survey, crowd[7:13], q1=1, q2=[1, 2])
    page, file = reverse("forums:activity", args=[survey.pk]), reverse("forums:survey_results", args=[survey.pk])
    before = client.get(page).content.decode(), client.get(file).status_code

    with over(survey):
        shown, guided = (one.get(page).content.decode() for one in (client, client_as(facilitator)))
        lines = list(csv.reader(client.get(file).content.decode().splitlines()))

    assert "Results are shown once it is over" in before[0]
    assert before[1] == 404
    assert "13 people answered" in shown
    assert '<svg class="bar"' in shown
    assert "The number 11." not in shown
    assert guided.count("The number 11.") == 7
    counted = {(question, label): (number, base) for question, label, number, base in lines[1:]}
    assert counted["How do you travel?", "By bus"] == ("7", "13")
    assert counted["How do you travel?", "On foot"] == ("6", "13")
    assert counted["What would help?", "A shelter"] == ("7", "13")
    assert counted["What would help?", "No answer"] == ("withheld", "13")
    assert not any("number 11" in cell for line in lines for cell in line)


def test_no_small_number_can_be_worked_out_from_the_others_and_the_base(survey):
    questions = list(survey.survey_questions.all())
    one, several, scale = questions[0], questions[1], questions[2]
    answers = (
        [{"q1": 0, "q2": [0], "q3": 5}] * 9 + [{"q1": 1, "q2": [0, 1, 2], "q3": 4}] * 6 + [{"q1": 0, "q2": [0]}] * 2
    )

    tables = tables_of([one, several, scale], answers, 5)

    assert tables[0].rows == [Row("By bus", 11), Row("On foot", 6)]
    # All chose the first, so all is told of each: it is withheld like what nobody chose.
    assert tables[1].rows == [Row("A shelter", None), Row("A seat", 6), Row("A clock", 6), Row("No answer", None)]
    # The row beside a small one is withheld with it only as far as the others do not already hide it.
    assert tables[2].rows == [
        *(Row(str(step), None) for step in (1, 2, 3)),
        Row("4", None),
        Row("5", 9),
        Row("No answer", None),
    ]


def test_the_record_has_the_number_alone_and_who_answered_is_told(survey, ada, esi):
    entries = Entry.objects.count()
    answered(survey, [ada, esi], q4="A secret word.")
    said = list(Entry.objects.order_by("pk")[entries:].values_list("event", flat=True))

    with over(survey):
        turn_activities()

    counted = Entry.objects.get(event="forums.SurveyCounted")
    assert said == ["forums.ActivityRulesFrozen"]
    assert counted.data == {"forum_id": survey.forum_id, "activity_id": survey.pk, "answers": 2}
    assert counted.actor_key == ""
    told = Notice.objects.filter(event="forums.SurveyCounted", audience="answered")
    assert set(told.values_list("user_id", flat=True)) == {ada.pk, esi.pk}
    assert SurveyResult.objects.count() == 1


def test_what_was_counted_stands_when_somebody_is_erased(survey):
    crowd = crowd_of(12)
    answered(survey, crowd)
    with over(survey):
        before = SurveyResult.objects.get().tables
        erase(crowd[0].person.pk, crowd[0].pk)

    assert SurveyResult.objects.get().tables == before
    assert SurveyAnswer.objects.count() == 11
    with pytest.raises(DatabaseError, match="final"), transaction.atomic():
        SurveyResult.objects.update(answers=99)


def test_an_answer_is_its_authors_to_take_away_and_to_have_forgotten(survey, ada):
    answered(survey, [ada], q2=[2], q4="The number 11.")

    copy = export(ada.person.pk, ada.pk)["surveys_answered"]
    erase(ada.person.pk, ada.pk)

    assert copy[0]["survey"] == survey.title
    assert copy[0]["answers"] == {
        "How do you travel?": "By bus",
        "What would help?": "A clock",
        "How good is it?": "4",
        "Which line?": "The number 11.",
    }
    assert not SurveyAnswer.objects.exists()


def test_of_two_persons_who_are_one_the_earlier_answer_is_kept(survey, ada, clerk, forum, facilitator):
    twin, other = person("A. Obi", level=3).user, scene.survey(forum, by=facilitator)
    answered(survey, [twin], q3=1)
    with at(now() + timedelta(minutes=5)):
        answered(survey, [ada], q3=5)
        answered(other, [twin], q3=2)

    kept = merge_persons(actor=clerk, one=ada.person, other=twin.person)

    rows = SurveyAnswer.objects.filter(person=kept)
    assert {row.activity_id: row.values["q3"] for row in rows} == {survey.pk: 1, other.pk: 2}
    assert SurveyAnswer.objects.count() == 2


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


@pytest.mark.parametrize("number", [1, 3])
def test_the_results_take_the_same_queries_however_many_answered(number, survey, client, django_assert_max_num_queries):
    answered(survey, crowd_of(number * 5))
    with over(survey):
        page = reverse("forums:activity", args=[survey.pk])
        client.get(page)
        with django_assert_max_num_queries(12):
            client.get(page)


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
