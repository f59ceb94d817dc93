"""The weeks before an election."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums import events
from ledger.sentences import says


@says(events.PreElectionEntered)
def entered(event: events.PreElectionEntered, subject: Subject | None, audience: str) -> str:
    return _("The weeks before an election were entered: %(begins)s to %(ends)s.") % {
        "begins": event.begins,
        "ends": event.ends,
    }


@says(events.PreElectionBegan)
def began(event: events.PreElectionBegan, subject: Subject | None, audience: str) -> str:
    return _("The weeks before an election began. They end on %(ends)s.") % {"ends": event.ends}


@says(events.PreElectionEnded)
def ended(event: events.PreElectionEnded, subject: Subject | None, audience: str) -> str:
    if event.early:
        return _("The weeks before an election were ended before their day.")
    return _("The weeks before an election are over.")
