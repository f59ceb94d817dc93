from django.utils.translation import gettext as _

from core.subjects import Subject
from ledger.sentences import says
from moderation.events import MonthPublished


@says(MonthPublished)
def month_published(event: MonthPublished, subject: Subject | None, audience: str) -> str:
    return _("The figures of moderation in %(month)s were published.") % {"month": event.month}
