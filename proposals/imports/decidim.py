"""Decidim's two tables, in two dialects: the flat one of its first years, and the export of today with `;` and `title/en`.

Length rules are our form's, not the table's: an old title may be shorter or longer than we ask of new ones.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from core.clock import LONDON
from core.text import one_line, plain
from forums.states import Stance
from proposals.imports.languages import guess
from proposals.imports.rows import CommentRow, Fault, ProposalRow
from proposals.imports.tables import NotATable
from proposals.states import Origin

ORIGINS = {
    "citizen": Origin.CITIZEN,
    "official": Origin.OFFICIAL,
    "organization": Origin.ORGANISATION,
    "meeting": Origin.MEETING,
}
STANCES = {"1": Stance.FOR, "-1": Stance.AGAINST}
LONGEST_TITLE = 300
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: which columns there are, and the languages a text may be in."""

    columns: frozenset[str]
    languages: Sequence[str]
    people: str  # how an author without a name is called, such as "A participant of decidim.barcelona"


def proposals(
    columns: Sequence[str], rows: Iterator[tuple[int, Row]], *, languages: Sequence[str], people: str
) -> Iterator[ProposalRow | Fault]:
    """Each row as a proposal or as a fault. Raises NotATable where the columns are not those of proposals."""
    reading = Reading(frozenset(columns), languages, people)
    if "id" not in reading.columns or not (
        _has(reading, "title") and (_has(reading, "body") or "summary" in reading.columns)
    ):
        raise NotATable("these are not the columns of proposals: id, title and summary (or title/…, body/…) are needed")
    for line, row in rows:
        yield _one(line, lambda line=line, row=row: _proposal(reading, line, row))  # type: ignore[misc]


def comments(
    columns: Sequence[str], rows: Iterator[tuple[int, Row]], *, languages: Sequence[str], people: str
) -> Iterator[CommentRow | Fault]:
    """Each row as a comment or as a fault. Raises NotATable where the columns are not those of comments."""
    reading = Reading(frozenset(columns), languages, people)
    if "id" not in reading.columns or not _has(reading, "body"):
        raise NotATable("these are not the columns of comments: id and body are needed")
    for line, row in rows:
        yield _one(line, lambda line=line, row=row: _comment(reading, line, row))  # type: ignore[misc]


class BadRow(Exception):
    """Why a row cannot go in."""


def _one(line: int, read: Callable[[], ProposalRow | CommentRow]) -> ProposalRow | CommentRow | Fault:
    try:
        return read()
    except BadRow as bad:
        return Fault(line, str(bad))


def _proposal(reading: Reading, line: int, row: Row) -> ProposalRow:
    source_id = _needed(row, "id")
    title, language = _text(reading, row, "title")
    title = one_line(plain(title))
    html, _language = _text(reading, row, "body" if _has(reading, "body") else "summary")
    if not title:
        raise BadRow("it has no title")
    if len(title) > LONGEST_TITLE:
        raise BadRow(f"its title has {len(title)} characters; {LONGEST_TITLE} is the most a title can have")
    if not html.strip():
        html = title
    url = row.get("url", "").strip()
    return ProposalRow(
        line=line,
        source_id=source_id[:40],
        reference=(row.get("code") or row.get("reference") or "").strip()[:40],
        title=title,
        html=html,
        published_at=_moment(row.get("published_at") or row.get("created_at") or ""),
        author_label=_author(reading, row),
        origin=ORIGINS.get(row.get("source", ""), Origin.CITIZEN),
        outcome=_outcome(row),
        topic=one_line(row.get("category") or _first(row, "category/name") or "")[:80],
        language=language or guess(f"{title} {html}", reading.languages),
        supports=_number(row.get("total_votes") or row.get("votes") or row.get("supports") or "0", "supports"),
        url=url[:500] if urlsplit(url).scheme in {"http", "https"} else "",
    )


def _comment(reading: Reading, line: int, row: Row) -> CommentRow:
    html, language = _text(reading, row, "body")
    if not html.strip():
        raise BadRow("it says nothing")
    parent, proposal = row.get("parent_id", "").strip(), row.get("proposal_id", "").strip()
    if "commentable_type" in reading.columns:
        is_reply = row["commentable_type"].endswith("Comment")
        parent = row.get("commentable_id", "").strip() if is_reply else ""
        proposal = urlsplit(row.get("root_commentable_url", "")).path.rstrip("/").rsplit("/", 1)[-1]
    return CommentRow(
        line=line,
        source_id=_needed(row, "id")[:40],
        proposal_id=proposal[:40],
        parent_id=parent[:40],
        html=html,
        created_at=_moment(row.get("created_at", "")),
        author_label=_author(reading, row),
        stance=STANCES.get(row.get("alignment", "").strip(), Stance.NEUTRAL),
        useful=_number(row.get("total_likes") or "0", "likes") - _number(row.get("total_dislikes") or "0", "dislikes"),
        language=language or row.get("locale", "") or guess(plain(html), reading.languages),
    )


def _has(reading: Reading, name: str) -> bool:
    return name in reading.columns or any(column.startswith(f"{name}/") for column in reading.columns)


def _text(reading: Reading, row: Row, name: str) -> tuple[str, str]:
    """A text and its language: `body`, or the first `body/xx` that says something."""
    if row.get(name, "").strip():
        return row[name], ""
    for column in reading.columns:
        if column.startswith(f"{name}/") and row.get(column, "").strip() and "machine_translations" not in column:
            return row[column], column.split("/", 1)[1][:12]
    return "", ""


def _first(row: Row, prefix: str) -> str:
    return next((value for column, value in row.items() if column.startswith(f"{prefix}/") and value), "")


def _outcome(row: Row) -> str:
    if row.get("withdrawn", "").lower() == "true" or row.get("state") == "withdrawn":
        return "withdrawn"
    return "refused" if (row.get("status") or row.get("state")) == "rejected" else "open"


def _author(reading: Reading, row: Row) -> str:
    """A public name where the export has one; else nobody's, told apart by number so that a debate can be followed."""
    name = one_line(row.get("author/name", "") or row.get("user_group/name", ""))
    number = row.get("author_id") or row.get("author/id") or ""
    return (name or f"{reading.people} {number}".strip())[:80]


def _needed(row: Row, name: str) -> str:
    value = (row.get(name) or "").strip()
    if not value:
        raise BadRow(f"its {name} is missing")
    return value


def _number(text: str, what: str) -> int:
    try:
        return max(int(text.strip()), 0)
    except ValueError:
        raise BadRow(f"{text!r} is not a number of {what}") from None


def _moment(text: str) -> datetime:
    """A date or moment; without a zone it is London's."""
    text = text.strip().replace(" UTC", "+00:00")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadRow(f"{text!r} is not a date") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC)
