"""The pieces that the sentences share."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.subjects import Subject


def label_of(subject: Subject | None) -> dict[str, Any]:
    return {"it": subject.label if subject else _("something on a committee's record")}


def day_of(iso: str) -> str:
    """A day of the record in words; "" for none."""
    return date_format(date.fromisoformat(iso), "j F Y") if iso else ""
