"""How well the scorer tells spam from what people say: measured on texts that it has not seen."""

import pytest
from hypothesis import given, strategies

from moderation import spam
from moderation.queries.settings import numbers
from moderation.spam.words import EXAMPLES
from tests.moderation.spam_texts import SPAM, WANTED


def held(texts, threshold, **about):
    return [text for text in texts if spam.score(text, **about) >= threshold]


def test_the_texts_of_the_measure_are_not_those_of_the_lesson():
    learned = {line for file in EXAMPLES.glob("*.txt") for line in file.read_text(encoding="utf-8").splitlines()}

    assert len(SPAM) + len(WANTED) >= 120
    assert learned.isdisjoint({*SPAM, *WANTED})


@pytest.mark.parametrize("days", [0, 30])
def test_precision_and_recall_are_what_the_page_says(db, days):
    """docs/forums/intake.md publishes these."""
    threshold = float(numbers()["spam.hold"])
    caught, wronged = held(SPAM, threshold, days=days), held(WANTED, threshold, days=days)

    precision, recall = len(caught) / (len(caught) + len(wronged)), len(caught) / len(SPAM)

    assert precision >= 0.97
    assert recall >= 0.85


def test_repetition_and_youth_count_against_and_trust_for():
    text = "Our group sells cakes at the market on Saturday, come and buy"

    assert spam.score(text, repeats=3) > spam.score(text)
    assert spam.score(text, days=0) > spam.score(text, days=10)
    assert spam.score(text, trust=2) < spam.score(text)


@given(strategies.text(max_size=400), strategies.integers(0, 400), strategies.integers(0, 9))
def test_any_text_has_a_score_between_none_and_one(text, days, repeats):
    assert 0 <= spam.score(text, days=days, repeats=repeats) <= 1
    assert spam.score(text, days=days) == spam.score(text, days=days)
