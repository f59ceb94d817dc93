"""What the floors below ask of us: what somebody is to the council, and where the meetings of its bodies have their pages."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.queries import person_of
from committees.models import Meeting, Seat
from committees.queries.seats import is_councillor
from committees.steps import path_to
from core import today
from core.verdicts import Verdict, no


def councillor_knows(user: Any) -> bool:
    """Whether this user is a councillor today."""
    person = person_of(user)
    return person is not None and is_councillor(person.pk, today())


def run_elsewhere(user: Any, body_id: int) -> Verdict:
    """Nobody runs a body's meeting from the pages of plain gatherings: those know nothing of clear days, quorum and seats."""
    return no(_("Meetings of council bodies are run from their own pages, which keep the law's times."))


def meeting_addresses(gathering_ids: list[int]) -> dict[int, str]:
    rows = Meeting.objects.filter(gathering__in=gathering_ids).values_list("gathering_id", "pk")
    return {gathering_id: path_to("meeting", pk) for gathering_id, pk in rows}


def people_expected(body_id: int) -> list[tuple[int, str]]:
    """Those who sit on the body today."""
    rows = Seat.objects.filter(body=body_id, until=None, person__isnull=False).order_by("name")
    return [(person_id, name) for person_id, name in rows.values_list("person_id", "name")]
