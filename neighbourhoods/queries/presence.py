"""Community development, ward by ward: who is there, and where nobody is."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from core import today
from neighbourhoods.models import Presence
from places.models import Area
from places.queries import wards


@dataclass(frozen=True, slots=True)
class WardRow:
    """A ward with the posts that are there today; none is a gap."""

    ward: Area
    posts: list[Presence] = field(default_factory=list)

    @property
    def is_gap(self) -> bool:
        return not self.posts


@dataclass(frozen=True, slots=True)
class Register:
    """Every ward of today; `gaps` of them with nobody."""

    rows: list[WardRow]
    gaps: int
    total: int

    @property
    def staffed(self) -> int:
        return self.total - self.gaps


def register(show: str = "") -> Register:
    """All wards of today, by name; "gap" or "here" shows those alone, and the counts stay those of all. Two queries."""
    posts: dict[int, list[Presence]] = defaultdict(list)
    for post in Presence.objects.current(today()).order_by("role", "id"):
        posts[post.area_id].append(post)
    rows = [WardRow(ward, posts.get(ward.pk, [])) for ward in wards()]
    gaps = sum(row.is_gap for row in rows)
    shown = [row for row in rows if not show or row.is_gap == (show == "gap")]
    return Register(shown, gaps, len(rows))


def posts_of(area: Area) -> tuple[list[Presence], list[Presence]]:
    """Those who are there (or will be), and those who were; one query."""
    day = today()
    rows = list(Presence.objects.filter(area=area).order_by("-since", "-id"))
    now_here = [row for row in rows if row.until is None or row.until >= day]
    return now_here, [row for row in rows if row.until is not None and row.until < day]


def is_gap(area_id: int) -> bool:
    """Whether nobody is there today."""
    return not Presence.objects.current(today()).filter(area=area_id).exists()


EXPORT_HEAD = ("ward code", "ward", "present", "role", "organisation", "hours", "contact", "since", "until")


def export_rows() -> list[tuple[Any, ...]]:
    """Every ward of today: a row for each post there, or one that says that nobody is."""
    found = []
    for row in register().rows:
        if row.is_gap:
            found.append((row.ward.code, row.ward.name, "no", "", "", "", "", "", ""))
        for post in row.posts:
            until = post.until.isoformat() if post.until else ""
            facts = (post.role, post.organisation, post.hours, post.contact, post.since.isoformat(), until)
            found.append((row.ward.code, row.ward.name, "yes", *facts))
    return found
