"""Who facilitates where."""

from typing import Any

from accounts.queries import person_of
from forums.models import Forum, Membership
from places.queries import areas_around


def facilitates(user: Any) -> bool:
    """Whether this user is a facilitator of any forum today."""
    person = person_of(user)
    return person is not None and Membership.objects.facilitators().filter(person=person).exists()


def facilitates_around(user: Any, area_id: int) -> bool:
    """Whether this user is a facilitator of a forum that names the area, or one in which it lies; two queries."""
    person = person_of(user)
    if person is None:
        return False
    forums = Forum.objects.for_areas(areas_around(area_id))
    return Membership.objects.facilitators().filter(person=person, forum__in=forums).exists()


def facilitator_user_ids_around(area_id: int) -> list[int]:
    """The sign-ins of those who facilitate forums there: those to tell."""
    forums = Forum.objects.for_areas(areas_around(area_id))
    found = Membership.objects.facilitators().filter(forum__in=forums, person__user__isnull=False)
    return list(found.order_by("person__user_id").values_list("person__user_id", flat=True).distinct())
