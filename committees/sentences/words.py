"""The pieces that the sentences share."""

from typing import Any

from django.utils.translation import gettext as _

from core.subjects import Subject


def label_of(subject: Subject | None) -> dict[str, Any]:
    return {"it": subject.label if subject else _("something on a committee's record")}
