"""Public records are found by their words, in any language, the best first, and only by those who may see them."""

from datetime import timedelta

import pytest

from core import now, subjects
from core.subjects import Subject
from meetings.models import Gathering
from meetings.subjects import gatherings
from search import actions, queries
from search.models import Document
from tests.scenes.search import KIND, document

pytestmark = pytest.mark.django_db


def labels(found):
    return [row.label for row in found.rows]


def test_a_word_in_the_title_outranks_the_same_word_in_the_text():
    document("Buses at night", "They should run until two.")
    document("Lights", "They help people who wait for buses at night.")

    assert labels(queries.find("buses")) == ["Buses at night", "Lights"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("bus", ["Later buses for shift workers"]),
        ("shift buses", ["Later buses for shift workers"]),
        ('"shift workers"', ["Later buses for shift workers"]),
        ('"workers shift"', []),
        ("buses -shift", []),
        ("tram or buses", ["Later buses for shift workers"]),
        ("the", []),
        ("!!! & | ) (", []),
        ("' ; drop table --", []),
        ("", []),
    ],
)
def test_questions_are_read_as_people_write_them(asked, found):
    document("Later buses for shift workers")

    assert labels(queries.find(asked)) == found


@pytest.mark.parametrize(
    ("language", "title", "asked"),
    [
        ("es", "Más árboles en las calles", "arbol"),
        ("es", "Participación de los vecinos", "participacion"),
        ("es", "Participación de los vecinos", "participación"),
        ("ca", "Més carrils bici a la ciutat", "carril"),
        ("cy", "Llwybrau diogel i'r ysgol", "ysgol"),
        ("ur", "بسیں رات کو", "بسیں"),
        ("fr", "Une école ouverte", "ecole"),
        ("tlh", "Qapla", "qapla"),
    ],
)
def test_records_in_other_languages_are_found_with_and_without_accents(language, title, asked):
    document(title, language=language)
    document("Buses")

    assert labels(queries.find(asked)) == [title]


def test_words_are_marked_and_everything_else_is_escaped():
    document("Buses & <b>trams</b>", "<script>alert(1)</script> buses run & run")

    row = queries.find("buses").rows[0]

    assert row.title == "<mark>Buses</mark> &amp; &lt;b&gt;trams&lt;/b&gt;"
    assert "<mark>buses</mark> run &amp; run" in row.snippet
    assert "<script" not in row.snippet


def test_nobody_can_bring_in_marks_of_their_own():
    document("Buses \x02trams\x03")

    assert queries.find("buses").rows[0].title == "<mark>Buses</mark> trams"


def test_a_record_indexed_again_is_found_by_its_new_words_only():
    made = document("Buses")

    actions.index(subject_kind=KIND, subject_id=made.subject_id, title="Trams", body="", url="/x/", at=now())

    assert (len(queries.find("buses").rows), len(queries.find("trams").rows), Document.objects.count()) == (0, 1, 1)


def test_a_withdrawn_record_is_not_found():
    made = document("Buses")

    actions.withdraw(subject_kind=KIND, subject_id=made.subject_id)

    assert queries.find("buses").rows == []


def test_what_a_person_may_not_see_is_not_found(ada, ben):
    made = document("Buses")

    def hidden(ids):
        return {
            pk: Subject(KIND, pk, subject.label, subject.url, public=False) for pk, subject in gatherings(ids).items()
        }

    subjects.register(Gathering, hidden, lambda user, ids: set(ids) if user == ada else set())
    try:
        seen = [labels(queries.find("buses", user=user)) for user in (ada, ben, None)]
        like = [queries.similar("Buses", kind=KIND, user=user) for user in (ada, ben, None)]
    finally:
        subjects.register(Gathering, gatherings)
        subjects._viewers.pop(KIND)

    assert seen == [["Buses"], [], []]
    assert like == [[made], [], []]


def test_results_narrow_by_kind_and_group_and_count_every_kind():
    document("Buses one", group="forum:1")
    document("Buses two", group="forum:2")

    assert labels(queries.find("buses", group="forum:2")) == ["Buses two"]
    assert labels(queries.find("buses", kinds=["proposals.proposal"])) == []
    assert queries.find("buses").kinds == {KIND: 2}


def test_pages_follow_each_other_without_gaps():
    for number in range(7):
        document(f"Buses {number}", at=now() + timedelta(minutes=number))
    seen, after = [], ""

    for _ in range(4):
        found = queries.find("buses", after=after, size=3)
        seen.append(labels(found))
        after = found.next_cursor
        if not after:
            break

    assert seen == [["Buses 6", "Buses 5", "Buses 4"], ["Buses 3", "Buses 2", "Buses 1"], ["Buses 0"]]


@pytest.mark.parametrize("cursor", ["nonsense", "WyJhIl0", "Wy0xXQ", "WzFd" * 200])
def test_a_cursor_that_is_not_ours_is_taken_as_none(cursor):
    document("Buses")

    assert queries.find("buses", after=cursor).total_estimate == 1


def test_the_ids_of_what_answers_go_into_other_queries():
    made = document("Buses")
    document("Trams")

    found = Gathering.objects.filter(pk__in=queries.matching_ids("bus", kind=KIND))

    assert [row.pk for row in found] == [made.subject_id]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_question_costs_the_same_for_any_number_of_results(rows, django_assert_num_queries):
    for number in range(rows):
        document(f"Buses {number}", "and more")
    queries.find("warm")

    # Configurations in use, counts by kind, the ranked page, one describer, the marked texts.
    with django_assert_num_queries(5):
        assert len(queries.find("buses").rows) == rows
