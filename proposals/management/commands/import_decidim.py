"""`manage.py import_decidim --forum SLUG PROPOSALS [--comments FILE]`: bring in a Decidim platform's proposals and comments."""

import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError

from forums.models import Activity, Forum
from proposals.actions.imports import Import, digest_of_files, finish_import, import_comments, import_proposals
from proposals.imports import decidim
from proposals.imports.rows import Fault
from proposals.imports.tables import NotATable, rows_of

BATCH = 500
KEPT_FAULTS = 1_000
One = TypeVar("One")


class Command(BaseCommand):
    help = "Bring in proposals and comments exported from Decidim, once: run again, it changes nothing."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("proposals", type=Path, help="CSV with commas or semicolons, plain or gzip")
        parser.add_argument("--forum", required=True, help="slug of the forum that takes them in")
        parser.add_argument("--comments", type=Path)
        parser.add_argument("--source", help="name of the platform (default: the host in the first address)")
        parser.add_argument("--languages", default="ca,es,en", help="languages a text may be in, the likeliest first")
        parser.add_argument("--dry-run", action="store_true", help="read and check everything, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        self.began, self.faults, self.failed = time.monotonic(), [], 0  # type: ignore[var-annotated]
        files = [Path(path) for path in (options["proposals"], options["comments"]) if path]
        for path in files:
            if not path.is_file():
                raise CommandError(f"There is no file {path}.")
        into = Import(activity=_activity(options["forum"]), source=options["source"] or _host(files[0]))
        dry, languages = options["dry_run"], options["languages"].split(",")
        try:
            self._take("proposals", files[0], decidim.proposals, None if dry else import_proposals, into, languages)
            if len(files) > 1:
                self._take("comments", files[1], decidim.comments, None if dry else import_comments, into, languages)
        except NotATable as fault:
            raise CommandError(str(fault)) from None
        if not dry:
            finish_import(
                actor=None, into=into, failures=self.faults, failed=self.failed, digest=digest_of_files(files)
            )
        self._report(into, dry=dry)

    def _take(
        self, what: str, path: Path, read: Callable[..., Iterator[Any]], write: Any, into: Import, languages: list[str]
    ) -> None:
        """Read one table to its end, batch by batch; each batch is its own transaction."""
        read_rows = 0
        with rows_of(path) as (columns, rows):
            found = read(columns, rows, languages=languages, people=f"Participant of {into.source}")
            for batch in _batches(found, BATCH):
                good = [row for row in batch if not isinstance(row, Fault)]
                for fault in (row for row in batch if isinstance(row, Fault)):
                    self._note(what, fault)
                if write and good:
                    write(into=into, rows=good)
                read_rows += len(batch)
                self.stdout.write(f"\r{what}: {read_rows:,} read", ending="")
                self.stdout.flush()
        self.stdout.write("")

    def _note(self, what: str, fault: Fault) -> None:
        self.failed += 1
        if len(self.faults) < KEPT_FAULTS:
            self.faults.append((fault.line, fault.reason))
        self.stderr.write(f"{what}, line {fault.line}: {fault.reason}")

    def _report(self, into: Import, *, dry: bool) -> None:
        for words in into.adrift[:20]:
            self.stderr.write(words)
        seconds = time.monotonic() - self.began
        if dry:
            self.stdout.write(f"Nothing was written (dry run). {self.failed} rows cannot go in.")
            return
        self.stdout.write(
            f"{into.proposals:,} proposals and {into.posts:,} comments are new; {self.failed} rows could not go in;"
            f" {len(into.adrift)} comments had no parent or proposal. {seconds:.1f} s."
        )


def _activity(slug: str) -> Activity:
    forum = Forum.objects.filter(slug=slug).first()
    if forum is None:
        raise CommandError(f"There is no forum {slug!r}. Its slug is the last part of its address.")
    activity = (
        Activity.objects.select_related("forum").filter(forum=forum, kind="proposals").order_by("-opens_at").first()
    )
    if activity is None:
        raise CommandError(f"The forum {slug!r} runs no activity for proposals; open one first.")
    return activity


def _host(path: Path) -> str:
    """The platform's name, from the first address in the table."""
    try:
        with rows_of(path) as (_columns, rows):
            for _line, row in islice(rows, 100):
                if host := urlsplit(row.get("url", "")).hostname:
                    return host[:40]
    except NotATable as fault:
        raise CommandError(str(fault)) from None
    raise CommandError("The table names no address of its platform: say --source NAME.")


def _batches(rows: Iterator[One], size: int) -> Iterator[list[One]]:
    while batch := list(islice(rows, size)):
        yield batch
