"""Pure: small numbers, summaries, blocks, digests."""

import hashlib

from hypothesis import given, strategies as st

from outputs.blocks import blocks_of
from outputs.digests import digest_of
from outputs.small_numbers import LEAST, without_small
from outputs.wording import word_count

numbers = st.dictionaries(st.text(max_size=6), st.integers(0, 40), max_size=12)


@given(numbers)
def test_no_number_below_five_is_shown_or_can_be_worked_out(found):
    shown = without_small(found)

    assert all(number >= LEAST for _name, number in shown.rows)
    assert sum(number for _name, number in shown.rows) + shown.rest == sum(found.values())
    # What is lumped is nothing, or large, or all there is; one lumped ward alone would be its number plus the total.
    assert shown.rest == 0 or shown.rest >= LEAST or not shown.rows
    assert len(shown.rest_names) != 1 or not shown.rows


def test_small_wards_stand_together():
    shown = without_small({"Aston": 12, "Moseley": 7, "Ladywood": 3, "Lozells": 2})

    assert shown.rows == [("Aston", 12), ("Moseley", 7)]
    assert (shown.rest, shown.rest_names) == (5, ["Ladywood", "Lozells"])


def test_one_small_ward_takes_the_next_one_with_it():
    shown = without_small({"Aston": 12, "Moseley": 7, "Ladywood": 3})

    assert shown.rows == [("Aston", 12)]
    assert (shown.rest, shown.rest_names) == (10, ["Ladywood", "Moseley"])


def test_words_are_counted_as_people_count_them():
    assert word_count("  Visits of fifteen\nminutes   are too short. ") == 7


def test_markdown_becomes_blocks_of_plain_runs():
    blocks = blocks_of("Ask **now**, `code` and [here](https://example.org).\n\n1. one\n\n> said")

    assert [block["kind"] for block in blocks] == ["paragraph", "ordered_list", "quote"]
    assert blocks[0]["runs"] == [
        {"text": "Ask "},
        {"strong": True, "text": "now"},
        {"text": ", "},
        {"text": "code", "code": True},
        {"text": " and "},
        {"href": "https://example.org", "text": "here"},
        {"text": "."},
    ]


def test_only_web_and_mail_addresses_become_links_and_a_picture_leaves_its_words():
    blocks = blocks_of("[a](javascript:alert(1)) [b](ftp://x/y) ![a tree](http://x/y.png)")

    assert all("href" not in run for run in blocks[0]["runs"])
    assert "a tree" in "".join(run.get("text", "") for run in blocks[0]["runs"])


def test_html_stays_text():
    assert blocks_of("<b>x</b>")[0]["runs"] == [{"text": "<b>x</b>"}]


def test_a_digest_can_be_repeated_with_any_tool():
    assert digest_of({"b": "ü", "a": 1}) == hashlib.sha256('{"a":1,"b":"ü"}'.encode()).hexdigest()
