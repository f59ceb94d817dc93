"""Pure: the two counts and the digest."""

import hashlib

import pytest
from hypothesis import given, strategies as st

from ballots.counting import (
    CountsDisagree,
    Figures,
    agreed,
    count_one_by_one,
    count_published_list,
    digest_of,
    lines_of,
)
from ballots.sealing import ALPHABET, TRACKER_LENGTH

trackers = st.text(ALPHABET, min_size=TRACKER_LENGTH, max_size=TRACKER_LENGTH)
papers = st.dictionaries(trackers, st.sampled_from(["yes", "no", "abstain"]), max_size=60).map(
    lambda found: [(choice, tracker) for tracker, choice in found.items()]
)


@given(papers)
def test_both_counts_equal_a_count_by_hand(opened):
    by_hand = {"yes": 0, "no": 0, "abstain": 0}
    for choice, _tracker in opened:
        by_hand[choice] += 1

    assert count_one_by_one(choice for choice, _tracker in opened) == Figures(**by_hand)
    assert count_published_list("\n".join(lines_of(opened))) == Figures(**by_hand)
    assert agreed(opened) == Figures(**by_hand)


@given(papers, st.randoms())
def test_the_list_and_its_digest_say_nothing_of_the_order_of_arrival(opened, dice):
    shuffled = opened.copy()
    dice.shuffle(shuffled)

    assert lines_of(shuffled) == lines_of(opened)
    assert digest_of(lines_of(shuffled)) == digest_of(lines_of(opened))


def test_the_digest_is_what_sha256sum_says_of_the_published_text():
    lines = lines_of([("no", "ZZZZ"), ("yes", "AAAA")])

    assert lines == ["AAAA yes", "ZZZZ no"]
    assert digest_of(lines) == hashlib.sha256(b"AAAA yes\nZZZZ no\n").hexdigest()


def test_a_choice_that_was_not_on_the_paper_is_not_counted():
    with pytest.raises(ValueError):
        agreed([("perhaps", "AAAA")])


def test_counts_that_disagree_give_no_figures():
    with pytest.raises(CountsDisagree):
        agreed([("yes", "AAAA BBBB")])
