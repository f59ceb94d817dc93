"""Words that nobody wrote are tried as the nearest that somebody did."""

import pytest
from hypothesis import given, strategies as st

from search import queries
from search.spelling import corrected, distance, nearest
from tests.scenes.search import learned


@pytest.mark.parametrize(
    ("first", "second", "edits"),
    [
        ("library", "library", 0),
        ("libary", "library", 1),
        ("librarry", "library", 1),
        ("lubrary", "library", 1),
        ("lirbary", "library", 1),
        ("ibrary", "library", 1),
        ("cladng", "cladding", 2),
        ("buses", "trams", 3),
        ("a", "abcdef", 3),
    ],
)
def test_edits_are_letters_put_in_left_out_changed_or_swapped(first, second, edits):
    assert distance(first, second, 2) == edits


WORDS = st.text("abcde", max_size=9)


@given(first=WORDS, second=WORDS)
def test_the_distance_is_the_same_both_ways_and_nothing_only_for_the_same_word(first, second):
    assert distance(first, second, 2) == distance(second, first, 2)
    assert (distance(first, second, 2) == 0) == (first == second)


@pytest.mark.django_db
class TestWithAVocabulary:
    @pytest.fixture(autouse=True)
    def _learned(self):
        learned(
            "A library for Stirchley", "Cladding of tower blocks", "Libraries open on Sundays", "Buses and biscuits"
        )

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [("libary", "library"), ("ilbrary", "library"), ("xibrary", "library"), ("cladng", ""), ("claddnig", "cladding"),
         ("claddnigg", "cladding"), ("sundaisy", "sundays"), ("zzzzzzzz", ""), ("towar", "tower")],
    )  # fmt: skip
    def test_one_edit_is_forgiven_and_two_from_eight_letters_on(self, typed, meant):
        assert nearest(typed) == meant

    def test_only_the_unknown_words_of_a_question_change(self):
        assert corrected('"tower blcks" -libary OR buses', "english") == '"tower blocks" -library OR buses'

    def test_a_question_of_known_words_is_left_alone(self):
        assert corrected("the library of towers", "english") == ""

    def test_the_results_say_which_words_were_used_instead(self):
        found = queries.find("libary")

        assert (found.corrected, [row.label for row in found.rows]) == (
            "library", ["A library for Stirchley", "Libraries open on Sundays"],
        )  # fmt: skip

    def test_a_question_that_finds_something_is_never_corrected(self):
        assert queries.find("library").corrected == ""

    def test_where_nothing_is_near_nothing_is_said(self):
        found = queries.find("zzzzzzzz")

        assert (found.rows, found.corrected) == ([], "")
