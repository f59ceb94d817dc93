"""One run: build the council, measure each part, report."""

import argparse
from collections.abc import Callable

from proposals.models import Support
from tests.bench import data, pages, report
from tests.bench.counting import queries
from tests.bench.house import House
from tests.bench.imports import bring_in
from tests.bench.questions import Asker
from tests.bench.tally import tally
from tests.bench.weight import weight

DOUBLE_CLICKS = 100


def run(house: House, options: argparse.Namespace, say: Callable[[str], None]) -> int:
    """Prints what it found and writes it down; 1 where --check finds a floor missed, else 0."""
    parts = set(options.only.split(",")) if options.only else {"pages", "tally", "import", "weight"}
    quick = options.quick
    proposals, people, rounds = (1_000, 500, 1) if quick else (10_000, 5_000, options.rounds)
    found = report.Findings(rounds, proposals, people)
    say(f"writing {proposals:,} proposals and {people:,} people")
    asker = Asker(0, data.build(proposals=proposals, people=people))
    house.open()
    asker.port = house.port
    if "weight" in parts:
        found.weights = weight(asker)
    if "pages" in parts:
        _pages(house, asker, found, share=0.1 if quick else 1.0, say=say)
    if "tally" in parts:
        found.tally = tally(house, supports=50_000 if quick else 1_000_000, times=1 if quick else 3, say=say)
    if "import" in parts:
        say("importing")
        found.imported = bring_in(house.folder, real=not quick)
    text, missed = report.as_text(found), report.missed(found)
    print(f"\n{text}\n")
    if not (quick or options.only or options.keep):
        report.write(text)
    for words in missed:
        print(f"missed: {words}")
    print("every floor is reached" if not missed else f"{len(missed)} floors are missed", flush=True)
    return 1 if options.check and missed else 0


def _pages(house: House, asker: Asker, found: report.Findings, *, share: float, say: Callable[[str], None]) -> None:
    found.pages = pages.measure(house, asker, rounds=found.rounds, share=share, say=say)
    found.memory = house.web_memory()
    found.growth = pages.growth(house, asker, number=max(int(2_000 * share), 400))
    for name, figures in found.pages.items():
        figures.queries = queries(asker, name)
    before = Support.objects.count()
    answers = pages.double_click(asker, DOUBLE_CLICKS)
    found.double_clicks = DOUBLE_CLICKS, Support.objects.count() - before
    assert set(answers.statuses) == {303}, f"A double click is answered {dict(answers.statuses)}."
    assert found.double_clicks[1] == DOUBLE_CLICKS, f"{DOUBLE_CLICKS} people counted {found.double_clicks[1]} times."
