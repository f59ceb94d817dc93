"""How fast another platform's record comes in: Barcelona's proposals and comments where they lie beside the code, else made-up ones."""

import csv
import io
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic

from django.core.management import call_command

from core import now
from forums.models import Activity, Forum, Post
from ground.places import ROOT
from proposals.models import Proposal
from tests.bench import words

REAL = ROOT.parent / "shared" / "data" / "decidim-barcelona-pam-2016"


@dataclass(frozen=True)
class Imported:
    """What came in, of which record, in how many seconds."""

    record: str
    rows: int
    seconds: float

    @property
    def rate(self) -> float:
        return self.rows / self.seconds


def bring_in(folder: Path, *, real: bool) -> Imported:
    """Run the command as an operator does, into a forum of its own."""
    forum = Forum.objects.create(
        kind="issue", slug="import", code="IMP", title="Import", sort_key="import", created_at=now()
    )
    Activity.objects.create(
        forum=forum, kind="proposals", title="Proposals", threshold=100, opens_at=now() - timedelta(days=1)
    )
    real = real and REAL.is_dir()
    proposals, comments = (REAL / "proposals.csv.gz", REAL / "comments.csv.gz") if real else _made_up(folder)
    before = Proposal.objects.count() + Post.objects.count()
    began = monotonic()
    call_command(
        "import_decidim", str(proposals), comments=comments, forum="import", stdout=io.StringIO(), stderr=io.StringIO()
    )
    seconds = monotonic() - began
    rows = Proposal.objects.count() + Post.objects.count() - before
    return Imported("the record of Barcelona, 2016" if real else "made-up rows", rows, seconds)


def _made_up(folder: Path) -> tuple[Path, Path]:
    proposals, comments = folder / "proposals.csv", folder / "comments.csv"
    with proposals.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(
            [
                "id",
                "code",
                "created_at",
                "source",
                "author_id",
                "category",
                "status",
                "total_votes",
                "title",
                "summary",
                "url",
            ]
        )
        for n in range(1, 1001):
            row = [
                n,
                f"EX-{n}",
                "2016-01-22T00:00:00",
                "citizen",
                n,
                "Care",
                "",
                n % 90,
                words.title(),
                words.paragraphs(2, 60),
            ]
            table.writerow([*row, f"https://example.org/{n}"])
    with comments.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(
            [
                "id",
                "proposal_id",
                "parent_id",
                "author_id",
                "created_at",
                "alignment",
                "total_likes",
                "total_dislikes",
                "body",
            ]
        )
        for n in range(1, 2001):
            table.writerow(
                [n, n % 1000 + 1, "", n, "2016-03-17T14:25:48", n % 3 - 1, n % 7, n % 5, words.paragraphs(1, 40)]
            )
    return proposals, comments
