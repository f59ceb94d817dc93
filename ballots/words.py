"""Moments as plain words, for reasons that are read in pages and over the API alike."""

from datetime import datetime

from django.utils.translation import gettext as _

from core.clock import LONDON, today
from core.ui.dates import day_words


def day_of(moment: datetime) -> str:
    """ "20 February 2026", in London."""
    return day_words(moment.astimezone(LONDON).date(), "full", today())


def moment_of(moment: datetime) -> str:
    """ "at 14:03 on 20 February 2026", in London."""
    return _("at %(time)s on %(day)s") % {"time": moment.astimezone(LONDON).strftime("%H:%M"), "day": day_of(moment)}
