"""What this app keeps about a person: entries that they keep, and what they said is out of date."""

from typing import Any

from core import personal
from neighbourhoods.models import Asset, AssetReport


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    return {
        "directory_entries": [
            {"name": row.name, "offers": row.offers, "contact": row.contact, "checked_on": row.checked_on.isoformat()}
            for row in Asset.objects.filter(keeper_id=person_id).order_by("pk")
        ],
        "out_of_date_reports": [
            {"entry": row.asset.name, "text": row.text, "at": row.at.isoformat()}
            for row in AssetReport.objects.filter(by_id=user_id or 0).select_related("asset").order_by("pk")
        ],
    }


def erase(person_id: int, user_id: int | None) -> None:
    """An entry is the organisation's and stays, with nobody who keeps it; reports go."""
    Asset.objects.filter(keeper_id=person_id).update(keeper=None)
    if user_id is not None:
        AssetReport.objects.filter(by_id=user_id).delete()


personal.register("neighbourhoods", export=export, erase=erase)
