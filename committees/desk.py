"""Agendas of council bodies that have to be out by a day, on the clerk's desk."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import Role
from accounts.queries import has_role
from committees.models import AgendaItem, Meeting
from committees.queries.agendas import to_publish
from core import today
from core.desk import Act, Entry, Office, register
from core.ui.dates import when


def agendas(office: Office) -> Iterator[Entry]:
    """The scrutiny officer sits at this desk too, and publishes no agenda."""
    meetings = to_publish(today()) if has_role(office.user, Role.CLERK) else []
    bare = _bare(meetings)
    for one in meetings:
        act = Act(_("Publish the agenda"), reverse("committees:publish", args=[one.pk]))
        if one.pk in bare:
            act = Act(_("Put something on the agenda"), reverse("committees:new_item", args=[one.pk]))
        url = reverse("committees:meeting", args=[one.pk])
        note = format_html("{} · {}", one.body.name, when(one.gathering.starts_at, "short"))
        yield Entry("agenda", str(one.pk), one.gathering.title, url, (act,), one.publish_by, note=note)


def _bare(meetings: Sequence[Meeting]) -> frozenset[int]:
    """An agenda can be published once there is something on it; one query, and none without agendas."""
    ids = {meeting.pk for meeting in meetings}
    filled = AgendaItem.objects.filter(meeting__in=ids).order_by().values_list("meeting_id", flat=True).distinct()
    return frozenset(ids.difference(filled)) if ids else frozenset()


register(agendas, roles=("clerk",), kinds={"agenda": gettext_lazy("Agenda")})
