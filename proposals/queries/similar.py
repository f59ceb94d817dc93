"""Proposals that ask for nearly the same: offered while somebody writes, and shown as what other wards raise."""

from typing import Any

from places.models import Area
from proposals.models import Likeness, Proposal
from search.queries import similar as similar_documents

KIND = "proposals.proposal"
OFFERED = 3
ELSEWHERE = 5
LOOKED_AT = 40  # documents among which those of other forums are sought
SHORTEST = 8  # letters before it is worth asking


def similar(title: str, *, exclude_id: int | None = None, language: str = "en") -> list[Any]:
    """Up to three search documents (title, url, subject_id) of public proposals, the nearest first."""
    words = " ".join(title.split())[:150]
    if len(words) < SHORTEST:
        return []
    return list(similar_documents(words, kind=KIND, language=language, limit=OFFERED, exclude_id=exclude_id))


def raised_elsewhere(title: str, *, forum_id: int, language: str = "en") -> list[Proposal]:
    """Up to five public proposals of other forums that ask for nearly what the title says, the nearest first, with forum and ward."""
    words = " ".join(title.split())[:150]
    if len(words) < SHORTEST:
        return []
    found = similar_documents(words, kind=KIND, language=language, limit=LOOKED_AT)
    near = [one.subject_id for one in found if one.group != f"forum:{forum_id}"][:ELSEWHERE]
    rows = Proposal.objects.shown().filter(pk__in=near).exclude(forum=forum_id)
    by_id = {one.pk: one for one in for_naming(rows)}
    return [by_id[pk] for pk in near if pk in by_id]


def likenesses_of(proposal: Proposal) -> list[Proposal]:
    """What stands beside it; one query, and none where nothing does."""
    if not proposal.likeness_count:
        return []
    rows = Likeness.objects.filter(proposal=proposal, other__hidden_at=None).exclude(other__state="withdrawn")
    ids = rows.order_by("place", "pk").values("other_id")[:ELSEWHERE]
    return list(for_naming(Proposal.objects.shown().filter(pk__in=ids)).order_by("-supports", "-pk"))


def wards_raising(proposals: list[Proposal]) -> list[Area]:
    """The areas that these are about, each once, in the order given."""
    return list({one.area.pk: one.area for one in proposals if one.area}.values())


def for_naming(rows: Any) -> Any:
    """With what a list of names needs, and without the words."""
    return rows.select_related("forum", "area", "author").defer(
        "body", "body_html", "assets", "assets_html", "area__boundary", "forum__purpose", "forum__purpose_html"
    )
