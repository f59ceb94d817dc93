"""Requests for forums as pages and desks need them."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Role
from accounts.queries import has_role, person_of
from clocks.models import Deadline
from clocks.queries import deadline_of
from core import today
from core.keyset import Page, paginate
from forums.models import ForumRequest, RequestBacking
from forums.querysets import RequestQuerySet
from forums.states import RequestState

ANSWER, REVIEW = "forums.request_answer", "forums.request_review"
STEWARDS = (Role.CLERK, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class RequestPage:
    """One request, with the clock that runs on it and whether the visitor stands behind it."""

    request: ForumRequest
    areas: list[Any]
    deadline: Deadline | None
    backed: bool
    still_needed: int
    is_late: bool


def request_list(state: str = "", *, late: bool = False) -> RequestQuerySet:
    """Requests, the newest first."""
    found = ForumRequest.objects.for_list()
    found = found.filter(state=state) if state else found
    return (found.late(today()) if late else found).order_by("-id")


def request_rows(state: str = "", *, late: bool = False, after: str = "", before: str = "") -> Page[ForumRequest]:
    return paginate(request_list(state, late=late), ("-id",), after=after, before=before, size=30)


def request_page(request: ForumRequest, user: Any) -> RequestPage:
    """In a fixed number of queries."""
    running = {RequestState.CONSIDERING: ANSWER, RequestState.REVIEWING: REVIEW}.get(RequestState(request.state))
    return RequestPage(
        request=request,
        areas=list(request.areas.for_list()),  # type: ignore[attr-defined]
        deadline=deadline_of(("forums.forumrequest", request.pk), running) if running else None,
        backed=has_backed(user, request),
        still_needed=max(request.needed - request.backing_count, 0),
        is_late=is_late(request),
    )


def is_late(request: ForumRequest) -> bool:
    """An answer is owed, and its day has passed."""
    owed = request.state in (RequestState.CONSIDERING, RequestState.REVIEWING)
    return owed and request.due is not None and request.due < today()


def has_backed(user: Any, request: ForumRequest) -> bool:
    person = person_of(user)
    return person is not None and RequestBacking.objects.filter(request=request, person=person).exists()


def requests_waiting(user: Any) -> list[ForumRequest]:
    """What this user's office owes an answer, the first due first: the council's own yes or no, or the second look of scrutiny."""
    found = ForumRequest.objects.none()
    if has_role(user, *STEWARDS):
        found = found | ForumRequest.objects.for_list().before_the_council()
    if has_role(user, Role.SCRUTINY_OFFICER):
        found = found | ForumRequest.objects.for_list().before_scrutiny()
    return list(found.order_by("due", "id")[:100])


def late_requests() -> list[ForumRequest]:
    """Answers that are owed and late, the longest wait first."""
    return list(ForumRequest.objects.for_list().late(today()).order_by("due", "id")[:100])


def backer_user_ids(request_id: int) -> list[int]:
    """The sign-ins of those who stand behind a request: those to tell."""
    found = RequestBacking.objects.filter(request=request_id, person__user__isnull=False)
    return list(found.order_by("person__user_id").values_list("person__user_id", flat=True))
