"""What a reader wants to see of a conversation, as it stands in the address of the page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from core.text import number
from forums.states import EvidenceKind, Sort, Stance

FIELDS = ("sort", "view", "stance", "evidence", "language", "under")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Nothing said: openers, the oldest first, each with its first answers."""

    sort: str = ""
    view: str = ""
    stance: str = ""
    evidence: str = ""
    language: str = ""
    under: int = 0
    after: str = ""
    before: str = ""

    @property
    def order(self) -> Sort:
        return Sort(self.sort or (Sort.BEST if self.columns else Sort.OLDEST))

    @property
    def columns(self) -> bool:
        return self.view == "columns"

    @property
    def is_flat(self) -> bool:
        """Single posts, wherever they stand."""
        return bool(self.evidence or self.language)

    @property
    def is_first_page(self) -> bool:
        """Where a conversation begins to be read: what stands before the posts stands here alone."""
        return not (self.after or self.before or self.under or self.is_flat or self.stance or self.columns)

    def query(self, **changes: Any) -> str:
        """The address of the same with these changes, on its first page: "?sort=best"; "?" for nothing."""
        other = replace(self, after="", before="", **changes)
        said = {name: getattr(other, name) for name in FIELDS if getattr(other, name)}
        return f"?{urlencode(said)}" if said else "?"


def wanted_of(sent: Mapping[str, Any]) -> Wanted:
    """What the address says; what makes no sense counts as not said."""
    return Wanted(
        sort=_one_of(sent.get("sort"), Sort.values),
        view=_one_of(sent.get("view"), ["columns"]),
        stance=_one_of(sent.get("stance"), [Stance.FOR, Stance.AGAINST]),
        evidence=_one_of(sent.get("evidence"), EvidenceKind.values),
        language=str(sent.get("language") or "")[:12],
        under=number(sent.get("under") or ""),
        after=str(sent.get("after") or ""),
        before=str(sent.get("before") or ""),
    )


def _one_of(said: Any, known: list[Any]) -> str:
    return str(said) if said in known else ""
