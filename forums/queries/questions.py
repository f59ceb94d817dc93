"""Questions of an activity as its page needs them."""

from typing import Any

from accounts.queries import person_of
from core.keyset import Page, paginate
from forums.models import Activity, AskedQuestion, QuestionBacking
from forums.querysets import AskedQuestionQuerySet

ORDER = ("-backers", "-id")
SHOWS = ("asked", "answered", "unanswered")


def question_list(activity: Activity, show: str = "asked") -> AskedQuestionQuerySet:
    """Those asked, answered or not answered; what most people want to know first."""
    found = AskedQuestion.objects.filter(activity=activity).for_list()
    if show == "answered":
        return found.answered()
    return found.unanswered() if show == "unanswered" else found


def question_page(user: Any, activity: Activity, show: str, after: str, before: str) -> Page[AskedQuestion]:
    """A page of them in one query, and one more for whoever is signed in: which of them they want to know."""
    page = paginate(question_list(activity, show).order_by(*ORDER), ORDER, after=after, before=before, size=20)
    person = person_of(user)
    mine: set[int] = set()
    if person is not None:
        backed = QuestionBacking.objects.filter(person=person, question__in=page.rows)
        mine = set(backed.values_list("question_id", flat=True))
    for question in page.rows:
        question.is_mine = question.pk in mine  # type: ignore[attr-defined]
    return page
