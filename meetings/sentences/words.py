"""The two words that every sentence on gatherings has."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.clock import LONDON
from core.subjects import Subject


def title_of(subject: Subject | None) -> str:
    return subject.label if subject else _("A gathering")


def moment(iso: str) -> str:
    return date_format(datetime.fromisoformat(iso).astimezone(LONDON), "j F Y, H:i")
