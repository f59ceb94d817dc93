"""Requests for forums, on the desks of those who answer them."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from core.desk import Act, Entry, Office, register
from forums.queries import requests_waiting
from forums.states import RequestState


def requests(office: Office) -> Iterator[Entry]:
    """The council's own yes or no, or the second look of scrutiny."""
    for one in requests_waiting(office.user):
        again = one.state == RequestState.REVIEWING
        there = reverse("forums:review_request" if again else "forums:answer_request", args=[one.pk])
        yield Entry(
            "request",
            str(one.pk),
            one.title,
            reverse("forums:request", args=[one.pk]),
            (Act(_("Look at the refusal again") if again else _("Answer the request"), there),),
            one.due,
            note=f"{one.get_kind_display()} · {one.get_state_display()}",
        )


register(requests, roles=("clerk", "administrator"), kinds={"request": gettext_lazy("Request for a forum")})
