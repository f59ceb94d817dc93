"""What the docs name exists, and what peers do is shown by tests."""

import ast
import re

import pytest

from tests.house.tree import ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/tour.md", "docs/glossary.md")
# The rows of the parity table that hold so far; the next ones are added with what shows them.
SHOWN = (*range(31, 44), *range(51, 54), *range(62, 68), *range(87, 95))
# `tests/forums/test_rules.py::test_…`, and after it `::test_…` for more of the same file.
TEST = re.compile(r"`(tests/[\w/]+\.py|…|)::(test_\w+)`")
PATH = re.compile(r"`((?:[a-z_]+/)+(?:[A-Za-z0-9_.-]+)?)`")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_docs_is_there(page):
    assert (ROOT / page).read_text().startswith("# ")


@pytest.mark.parametrize("page", ["docs/tour.md", "docs/architecture.md", "README.md"])
def test_every_path_that_the_docs_name_exists(page):
    named = PATH.findall((ROOT / page).read_text())

    assert named or page == "README.md"
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_link_between_the_docs_leads_somewhere():
    broken = [
        f"{page.name}: {target}"
        for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text())
        if not (page.parent / target).exists()
    ]

    assert broken == []


def test_decisions_are_numbered_without_gaps():
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))

    assert numbers == list(range(1, len(numbers) + 1))


def test_every_test_that_the_docs_name_exists():
    named = {found for page in (ROOT / "docs").rglob("*.md") for found in _named_in(page.read_text())}

    assert named
    assert [f"{file}::{test}" for file, test in sorted(named) if test not in _tests_of(file)] == []


def test_every_row_of_parity_is_shown_by_a_test():
    lines = (ROOT / "docs" / "parity.md").read_text().splitlines()
    rows = {int(line.split("|")[1]) for line in lines if re.match(r"\| \d+ \|", line) and TEST.search(line)}

    assert sorted(set(SHOWN) - rows) == []


def _named_in(text):
    """Each test that a page names, with its file."""
    last = ""
    for file, test in TEST.findall(text):
        last = file if file.startswith("tests/") else last
        yield last, test


def _tests_of(file):
    path = ROOT / file
    tree = ast.parse(path.read_text()) if path.exists() else ast.Module(body=[], type_ignores=[])
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
