"""What proposals keep about a person: what they asked for, and what they support."""

from typing import Any

from core import personal
from proposals.models import Proposal, Support
from proposals.states import State

NOBODY = "A resident"


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    return {
        "proposals": [_proposal(row) for row in Proposal.objects.filter(author_id=person_id).order_by("pk")],
        "supports": [
            {
                "proposal": reference,
                "title": title,
                "given_at": given_at.isoformat(),
                "channel": channel,
                "level": level,
            }
            for reference, title, given_at, channel, level in Support.objects.filter(person_id=person_id)
            .order_by("pk")
            .values_list("proposal__reference", "proposal__title", "given_at", "channel", "level")
        ],
    }


def erase(person_id: int, user_id: int | None) -> None:
    """Drafts go; what was published stays, by a resident. Supports stay counted: their row points to a person without a name."""
    mine = Proposal.objects.filter(author_id=person_id)
    mine.filter(state=State.DRAFT).delete()
    mine.update(author=None, author_label=NOBODY)


def _proposal(row: Proposal) -> dict[str, Any]:
    return {
        "reference": row.reference,
        "state": row.state,
        "title": row.title,
        "body": row.body,
        "assets": row.assets,
        "created_at": row.created_at.isoformat(),
        "published_at": row.published_at.isoformat() if row.published_at else None,
        "versions": list(row.versions.values("version", "title", "body", "assets")),  # type: ignore[attr-defined]
    }


personal.register("proposals", export=export, erase=erase)
