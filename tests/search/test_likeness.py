"""Records that ask for nearly the same are offered, by their rare words."""

import pytest

from search import actions, queries
from search.likeness import likeness
from search.models import Document, Word
from search.tasks import refresh_words
from tests.scenes.search import KIND, document, learned

pytestmark = pytest.mark.django_db


def test_rare_words_in_common_weigh_more_than_common_ones():
    frequencies = {"council": 900, "the": 800, "otter": 1, "weir": 2, "tax": 300}

    rare = likeness({"council", "otter"}, {"tax", "otter"}, frequencies, 1000)
    common = likeness({"council", "otter"}, {"council", "weir"}, frequencies, 1000)

    assert rare > common


def test_the_nearest_comes_first_and_the_unlike_not_at_all():
    learned(
        "Regulate letting agents' fees for tenants",
        "Ban letting agents fees to tenants",
        "Letting agents must answer the telephone",
        "Plant more trees along Pershore Road",
    )

    found = queries.similar("Ban the fees that letting agents ask of tenants", kind=KIND)

    assert [document.title for document in found] == [
        "Ban letting agents fees to tenants",
        "Regulate letting agents' fees for tenants",
    ]


def test_the_record_itself_is_not_offered():
    made, other = learned("Later buses for shift workers", "Later buses for hospital shift workers")

    assert queries.similar(made.title, kind=KIND, exclude_id=made.subject_id) == [other]


def test_a_title_without_telling_words_finds_nothing():
    learned("Later buses")

    assert [queries.similar(title, kind=KIND) for title in ("", "the and of", "zzz qqq")] == [[], [], []]


def test_only_records_of_the_kind_are_offered():
    learned("Later buses for shift workers")

    assert queries.similar("Later buses for shift workers", kind="proposals.proposal") == []


def test_what_was_indexed_since_the_night_is_offered_too():
    learned("Trams")
    made = document("Otters in the river Rea")

    assert queries.similar("Otters of the Rea", kind=KIND) == [made]


def test_learning_twice_gives_the_same_vocabulary():
    learned("Later buses", "Buses and trams")
    first = sorted(Word.objects.values_list("kind", "lexeme", "documents"))

    refresh_words()

    assert sorted(Word.objects.values_list("kind", "lexeme", "documents")) == first
    assert dict(Word.objects.filter(kind=KIND).values_list("lexeme", "documents")) == {
        "": 2, "later": 1, "buse": 2, "tram": 1,
    }  # fmt: skip


@pytest.mark.slow
def test_among_five_thousand_titles_a_question_costs_what_it_costs_among_three(django_assert_num_queries):
    words = "bus tram library road tree park cladding tenant carer school bin light bench weir fee pool"
    parts = words.split()
    learned("Later buses at night", "Trams", "A library pool")
    queries.find("warm")

    for round_of in (0, 1):
        if round_of:
            document("x")
            actions_at = Document.objects.first().at
            for number in range(5000):
                one, two, three = (parts[(number * step) % len(parts)] for step in (1, 7, 11))
                actions.index(
                    subject_kind=KIND, subject_id=10**6 + number, title=f"{one} {two} {three} number{number}",
                    body="", url="/x/", at=actions_at,
                )  # fmt: skip
            actions.refresh_words()

        with django_assert_num_queries(5):
            queries.find("buses")
        with django_assert_num_queries(6):
            queries.similar("Later buses for the library", kind=KIND)
        with django_assert_num_queries(9):
            assert queries.find("libary").corrected == "library"
