"""The figures as tables, and whether they reach what was promised."""

import os
import platform
import re
import sys
from dataclasses import dataclass, field
from importlib.metadata import version

from django.db import connection
from redis import Redis

from core.clock import today
from core.redis import client
from ground.places import ROOT
from tests.bench.imports import Imported
from tests.bench.pages import SCENES, Figures, ratio
from tests.bench.tally import Cost, Tally

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures: written by `make bench` -->", "<!-- end of figures -->"
MOST_MEMORY, MOST_WEIGHT, MOST_TALLY = 200_000_000, 100_000, 1.3
MOST_GROWTH = 5_000_000  # what two workers gain and lose by themselves from minute to minute


@dataclass
class Findings:
    """What one run found; a part that was left out is empty."""

    rounds: int = 0
    proposals: int = 0
    people: int = 0
    pages: dict[str, Figures] = field(default_factory=dict)
    memory: int = 0
    growth: int | None = None  # bytes: what the longest conversation adds to it
    double_clicks: tuple[int, int] = (0, 0)  # sent twice, given once
    weights: dict[str, int] = field(default_factory=dict)
    tally: Tally | None = None
    imported: Imported | None = None


def missed(found: Findings) -> list[str]:
    """Every floor that was not reached, in words."""
    words = []
    for scene in SCENES:
        if not found.pages:
            break
        reached, asked = ratio(found.pages, scene.name), found.pages[scene.name].queries
        if scene.floor and reached < scene.floor:
            words.append(f"{scene.words}: {reached:.1f} % of at least {scene.floor:g} %")
        if scene.queries and asked > scene.queries:
            words.append(f"{scene.words}: {asked} queries of at most {scene.queries}")
    if found.memory > MOST_MEMORY:
        words.append(f"web memory: {found.memory / 1e6:.0f} MB of less than {MOST_MEMORY / 1e6:.0f} MB")
    if (found.growth or 0) > MOST_GROWTH:
        words.append(
            f"web memory with the conversation: {(found.growth or 0) / 1e6:.1f} MB more of at most {MOST_GROWTH / 1e6:.0f} MB"
        )
    for page, size in found.weights.items():
        if size > MOST_WEIGHT:
            words.append(f"{page}: {size / 1000:.1f} KB of less than {MOST_WEIGHT / 1000:.0f} KB")
    if found.tally:
        for name, reached in (("fold", found.tally.fold_ratio), ("recount", found.tally.recount_ratio)):
            if reached > MOST_TALLY:
                words.append(f"tally, {name}: {reached:.2f} times plain SQL, of at most {MOST_TALLY}")
    return words


def write(text: str) -> None:
    """The figures in docs/performance.md are these."""
    page = PAGE.read_text()
    between = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    assert between.search(page), f"{PAGE.name} has lost its marks."
    PAGE.write_text(between.sub(lambda _: f"{BEGIN}\n{text}\n{END}", page))


def as_text(found: Findings) -> str:
    """Markdown: where it was measured, then a table for pages and one for everything else."""
    parts = [_where(found), _pages(found) if found.pages else "", _others(found)]
    return "\n\n".join(part for part in parts if part)


def _where(found: Findings) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        postgres = cursor.fetchone()[0].split()[0]
    redis: Redis = client()
    valkey = redis.info("server")
    return (
        f"Measured on {today():%Y-%m-%d}: {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {sys.version.split()[0]}, Django {version('django')}, granian {version('granian')} (2 workers of 3 threads), "
        f"PostgreSQL {postgres}, Valkey {valkey.get('valkey_version') or valkey['redis_version']}; "
        f"{found.proposals:,} open proposals, {found.people:,} people; median of {found.rounds} rounds."
    )


def _pages(found: Findings) -> str:
    rows = [
        "| request | web CPU ms | database CPU ms | Redis CPU ms | requests/s | p99 ms | queries | bytes | ratio | with all servers | promised |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for scene in SCENES:
        one = found.pages[scene.name]
        cells = [
            scene.words, f"{one.ms('web'):.2f}", f"{one.ms('database'):.2f}", f"{one.ms('redis'):.2f}", f"{one.rate:,.0f}",
            f"{one.slowest:.0f}", str(one.queries), f"{one.body:,}", f"{ratio(found.pages, scene.name):.1f} %",
            f"{ratio(found.pages, scene.name, everything=True):.1f} %", _promise(scene),
        ]  # fmt: skip
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _promise(scene: object) -> str:
    words = [f"≥ {scene.floor:g} %"] if scene.floor else []
    return ", ".join(words + ([f"≤ {scene.queries} queries"] if scene.queries else []))


def _others(found: Findings) -> str:
    rows = []
    if found.double_clicks[0]:
        sent, given = found.double_clicks
        rows.append(
            (
                "supports sent twice at the same moment",
                f"{sent} sent twice, {given} counted, no error",
                "each counts once, no 5xx",
            )
        )
    if found.memory:
        rows.append(("memory of the web server with two workers (PSS)", f"{found.memory / 1e6:.0f} MB", "< 200 MB"))
    if found.growth is not None:
        rows.append(
            (
                "the same: 10,000 posts asked for again and again, over 100 posts",
                f"{found.growth / 1e6:+.1f} MB",
                "≤ 5 MB",
            )
        )
    rows += [
        (f"weight of a first visit: {page}", f"{size / 1000:.1f} KB", "< 100 KB")
        for page, size in found.weights.items()
    ]
    if found.tally:
        tally = found.tally
        words = f"{tally.supports:,} supports"
        rows += [
            (f"fold {words}: the job", _cost(tally.fold), ""),
            (f"fold {words}: plain SQL", _cost(tally.plain_fold), ""),
            ("fold: the job over plain SQL", f"{tally.fold_ratio:.2f}", "≤ 1.3"),
            (f"recount {words}: the job", _cost(tally.recount), ""),
            (f"recount {words}: plain SQL", _cost(tally.plain_count), ""),
            ("recount: the job over plain SQL", f"{tally.recount_ratio:.2f}", "≤ 1.3"),
        ]
    if found.imported:
        one = found.imported
        rows.append(
            (f"import of {one.record}", f"{one.rows:,} rows in {one.seconds:.0f} s: {one.rate:,.0f} a second", "")
        )
    if not rows:
        return ""
    return "\n".join(
        ["| what | figure | promised |", "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    )


def _cost(cost: Cost) -> str:
    return f"{cost.cpu:.2f} s CPU, {cost.clock:.2f} s"
