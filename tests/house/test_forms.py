"""Browsers take dates and times in one form only, whatever the language: a field that is written otherwise shows up empty."""

import ast

from tests.house.tree import name_of, parsed, sources

PICKERS = {"DateInput", "TimeInput", "DateTimeInput"}


def test_every_date_that_a_form_proposes_is_one_that_a_browser_reads():
    faults = [
        f"{name_of(path)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in PICKERS
        and "format" not in {word.arg for word in node.keywords}
    ]

    assert faults == []
