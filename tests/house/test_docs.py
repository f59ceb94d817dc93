"""What the docs name exists."""

import re

import pytest

from tests.house.tree import ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/tour.md", "docs/glossary.md")
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
