"""Bodies, portfolios and seats."""

from django.utils.translation import gettext as _

from committees import events
from committees.sentences.words import label_of
from core.subjects import Subject
from ledger.sentences import day_of, says


@says(events.BodyCreated)
def created(event: events.BodyCreated, subject: Subject | None, audience: str) -> str:
    return _("The %(it)s was set up.") % label_of(subject)


@says(events.PortfolioCreated)
def portfolio(event: events.PortfolioCreated, subject: Subject | None, audience: str) -> str:
    return _("The post “%(it)s” was written down.") % label_of(subject)


@says(events.PortfolioHeld)
def held(event: events.PortfolioHeld, subject: Subject | None, audience: str) -> str:
    if event.vacant:
        return _("The post “%(it)s” is vacant. What it owes stays owed.") % label_of(subject)
    return _("The post “%(it)s” has a new holder.") % label_of(subject)


@says(events.CouncillorAdded)
def councillor(event: events.CouncillorAdded, subject: Subject | None, audience: str) -> str:
    return _("%(it)s: in office.") % label_of(subject)


@says(events.CouncillorLeft)
def left(event: events.CouncillorLeft, subject: Subject | None, audience: str) -> str:
    return _("%(it)s: no longer in office from %(day)s.") % (label_of(subject) | {"day": day_of(event.on)})


@says(events.PaperListed)
def paper_listed(event: events.PaperListed, subject: Subject | None, audience: str) -> str:
    return _("The %(it)s has a new document on its page.") % label_of(subject)


@says(events.PaperWithdrawn)
def paper_withdrawn(event: events.PaperWithdrawn, subject: Subject | None, audience: str) -> str:
    return _("A document of the %(it)s no longer holds.") % label_of(subject)


@says(events.SeatAdded)
def seat_added(event: events.SeatAdded, subject: Subject | None, audience: str) -> str:
    return _("There is a new place to fill: %(it)s.") % label_of(subject)


@says(events.SeatFilled)
def seat_filled(event: events.SeatFilled, subject: Subject | None, audience: str) -> str:
    return _("A seat was filled: %(it)s.") % label_of(subject)


@says(events.SeatVacated)
def seat_vacated(event: events.SeatVacated, subject: Subject | None, audience: str) -> str:
    return _("A seat became vacant: %(it)s until now.") % label_of(subject)
