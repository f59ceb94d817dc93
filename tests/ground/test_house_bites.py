"""Each test of the house has been seen to fail: one copy with a fault for each of them, and every one is found."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from ground.places import ROOT
from tests.ground.test_checks_bite import FOLDERS

# Which file, and what is written at its end.
PLANTED = {
    "core/utils.py": "",
    "core/long.py": "word = 1\n" * 301,
    "core/machine.py": "# see /tmp/x\n",
    "core/hour.py": "from datetime import datetime\n\nfrom django.dispatch import receiver\n\nhere = datetime.now()\n",
    "forums/views/planted.py": (
        "def planted(request: HttpRequest) -> HttpResponse:\n"
        + "    word = 1\n" * 21
        + "    Forum.objects.create(word=word)\n"
    ),
    "forums/forms/talk.py": "\nplanted = forms.DateInput()\n",
    "forums/models/forums.py": (
        "\n\nclass Planted(models.Model):\n"
        '    body = models.ForeignKey("committees.Body", on_delete=models.PROTECT)\n'
        '    area = models.ForeignKey("places.Area", on_delete=models.PROTECT)\n'
        "    birthday = models.DateField()\n"
    ),
    "search/migrations/9999_planted.py": (
        "from django.db import migrations\n\n\n"
        "class Migration(migrations.Migration):\n"
        '    dependencies = [("committees", "0001_initial")]\n'
    ),
    "forums/events/requests.py": "\n\n@dataclass(frozen=True)\nclass Planted(Event):\n    forum_id: int\n",
    "templates/planted.html": "<p style=\"x\">{% url 'no:where' %}</p>",
    "docs/tour.md": "\nSee [there](not-there.md), `core/nowhere/` and `tests/house/test_docs.py::test_nowhere`.\n",
    "docs/decisions/0999-planted.md": "# Planted\n",
}
# Which file, what it says, and what it says instead.
CHANGED = {
    "proposals/subjects.py": ("register(Proposal, describe, visible)", ""),
    "CHANGELOG.md": ("# ", "## "),
    "docs/parity.md": ("| 31 |", "| thirty-one |"),
}
FOUND = (
    "test_addresses.py::test_every_address_named_in_a_template_exists",
    "test_docs.py::test_a_page_of_the_docs_is_there[CHANGELOG.md]",
    "test_docs.py::test_every_path_that_the_docs_name_exists[docs/tour.md]",
    "test_docs.py::test_every_link_between_the_docs_leads_somewhere",
    "test_docs.py::test_decisions_are_numbered_without_gaps",
    "test_docs.py::test_every_row_of_parity_is_shown_by_a_test",
    "test_docs.py::test_every_test_that_the_docs_name_exists",
    "test_files.py::test_no_file_is_longer_than_three_hundred_lines",
    "test_files.py::test_no_room_has_a_name_that_says_nothing",
    "test_files.py::test_nobody_uses_model_signals",
    "test_files.py::test_no_file_names_a_machine",
    "test_files.py::test_only_the_door_to_the_present_reads_the_clock",
    "test_files.py::test_views_are_short_and_name_their_methods",
    "test_files.py::test_only_actions_write[forums]",
    "test_files.py::test_no_template_carries_inline_style_or_script",
    "test_floors.py::test_no_foreign_key_points_to_a_higher_floor",
    "test_floors.py::test_a_foreign_key_to_a_lower_floor_gives_it_no_way_back_up",
    "test_floors.py::test_no_migration_depends_on_a_higher_floor",
    "test_forms.py::test_every_date_that_a_form_proposes_is_one_that_a_browser_reads",
    "test_words.py::test_every_event_can_be_said_in_a_sentence",
    "test_words.py::test_every_event_is_documented",
    "test_words.py::test_every_event_says_what_happened_in_its_docstring",
    "test_words.py::test_every_step_of_the_chain_can_be_named_and_linked",
    "test_words.py::test_no_model_keeps_a_date_of_birth",
)


@pytest.mark.slow
def test_every_fault_planted_in_a_house_is_found(tmp_path):
    house = tmp_path / "copy"
    shutil.copytree(ROOT, house, ignore=FOLDERS)
    for name, words in PLANTED.items():
        with (house / name).open("a") as file:
            file.write(words)
    for name, (before, after) in CHANGED.items():
        text = (house / name).read_text()
        assert before in text
        (house / name).write_text(text.replace(before, after))

    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/house", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"],
        cwd=house,
        env={name: word for name, word in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True,
        text=True,
    )

    failed = set(re.findall(r"^FAILED tests/house/(\S+)", answer.stdout, re.MULTILINE))
    assert sorted(set(FOUND) - failed) == [], answer.stdout[-3000:]


def test_no_test_of_the_house_is_forgotten():
    """Every one of them is in the list above."""
    found = {name.partition("[")[0] for name in FOUND}
    tests = {
        f"{path.name}::{name}"
        for path in (ROOT / "tests" / "house").glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(), re.MULTILINE)
    }

    assert tests == found
