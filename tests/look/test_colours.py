"""What can be read by day can be read by night."""

from pathlib import Path

import pytest

from tests.look.colour import contrast, luminance, tokens

CSS = Path(__file__).parents[2] / "core" / "static" / "css"
TOKENS = tokens((CSS / "tokens.css").read_text())
GROUNDS = ("paper", "sheet")
WORDS = [
    *((ink, ground) for ink in ("ink", "quiet", "act", "wait", "late") for ground in GROUNDS),
    *((ink, wash) for ink in ("ink", "quiet") for wash in ("act-wash", "wait-wash", "late-wash")),
    ("act", "act-wash"),
    ("act", "wait-wash"),
    ("wait", "wait-wash"),
    ("late", "late-wash"),
    ("act-ink", "act"),
    ("act-ink", "act-over"),
    ("band-ink", "band"),
    ("focus-ink", "focus"),
]
SHAPES = [(mark, ground) for mark in ("act", "wait", "late", "far", "rule", "yes", "no") for ground in GROUNDS]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("pair", WORDS, ids="-on-".join)
def test_words_stand_out_four_and_a_half_times(pair, scheme):
    ink, ground = pair

    assert contrast(TOKENS[ink][scheme], TOKENS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("pair", SHAPES, ids="-on-".join)
def test_shapes_stand_out_three_times(pair, scheme):
    mark, ground = pair

    assert contrast(TOKENS[mark][scheme], TOKENS[ground][scheme]) >= 3


def test_black_on_white_is_the_widest_contrast_there_is():
    assert round(contrast(luminance("0% 0 0"), luminance("100% 0 0")), 1) == 21.0
