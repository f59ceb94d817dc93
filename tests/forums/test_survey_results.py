"""What a survey found: counted without small numbers, and nothing of a person in it for longer than it must."""

import csv
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from accounts.actions import merge_persons
from core import now
from core.clock import at
from forums.actions import turn_activities
from forums.models import SurveyAnswer, SurveyResult
from forums.personal import erase, export
from forums.surveys import Row, tables_of
from ledger.models import Entry
from notifications.models import Notice
from tests.cast import client_as, person
from tests.scenes import forums as scene
from tests.scenes.surveys import answered, crowd_of, over


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


@pytest.mark.parametrize("number", [1, 3])
def test_the_results_take_the_same_queries_however_many_answered(number, survey, client, django_assert_max_num_queries):
    answered(survey, crowd_of(number * 5))
    with over(survey):
        page = reverse("forums:activity", args=[survey.pk])
        client.get(page)
        with django_assert_max_num_queries(12):
            client.get(page)
