from django.utils.translation import gettext as _, ngettext

from core.subjects import Subject
from ledger.sentences import says
from places.events import AreasImported, AreaSucceeded, BoundariesSet, PopulationAdded, PostcodesImported


@says(AreasImported)
def areas_imported(event: AreasImported, subject: Subject | None, audience: str) -> str:
    return _("The council's areas were brought in from a file: %(added)d added, %(changed)d changed.") % {
        "added": event.added,
        "changed": event.changed,
    }


@says(BoundariesSet)
def boundaries_set(event: BoundariesSet, subject: Subject | None, audience: str) -> str:
    return ngettext("The boundary of %(n)d area was set.", "The boundaries of %(n)d areas were set.", event.count) % {
        "n": event.count
    }


@says(PostcodesImported)
def postcodes_imported(event: PostcodesImported, subject: Subject | None, audience: str) -> str:
    return _("The table of postcodes was brought in from a file: %(added)d added, %(changed)d changed.") % {
        "added": event.added,
        "changed": event.changed,
    }


@says(AreaSucceeded)
def area_succeeded(event: AreaSucceeded, subject: Subject | None, audience: str) -> str:
    if subject is None:
        return _("An area was replaced at a boundary review.")
    return _("%(name)s was replaced at a boundary review.") % {"name": subject.label}


@says(PopulationAdded)
def population(event: PopulationAdded, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "%(n)d figure of how many people live here came in, with its source.",
        "%(n)d figures of how many people live here came in, with their source.",
        event.figures,
    ) % {"n": event.figures}
