"""Who belongs to a forum, and in which role."""

from typing import Any

from django.conf import settings
from django.utils import translation

from accounts.models import Person
from accounts.queries import person_of
from forums.models import Forum, Membership, Post, RequestBacking, Thread


def membership_of(user: Any, forum: Forum) -> Membership | None:
    """The current membership of this user, of either role; one query, and none for a visitor."""
    person = person_of(user)
    if person is None:
        return None
    return Membership.objects.current().filter(forum=forum, person=person).first()


def is_member(user: Any, forum: Forum) -> bool:
    """Whether this user belongs to the forum today, also as its facilitator."""
    return membership_of(user, forum) is not None


def is_facilitator(user: Any, forum: Forum) -> bool:
    person = person_of(user)
    return person is not None and Membership.objects.facilitators().filter(forum=forum, person=person).exists()


def member_person_ids(forum: Forum) -> list[int]:
    """Those who decide for the forum, such as the roll of a ballot. Facilitators never decide its content and are left out."""
    return list(
        Membership.objects.members().filter(forum=forum).order_by("person_id").values_list("person_id", flat=True)
    )


def member_user_ids(forum: Forum) -> list[int]:
    """The sign-ins of everybody in the forum, facilitators included: those to tell."""
    found = Membership.objects.current().filter(forum=forum, person__user__isnull=False)
    return list(found.order_by("person__user_id").values_list("person__user_id", flat=True))


def facilitator_user_ids(forum_id: int) -> list[int]:
    found = Membership.objects.facilitators().filter(forum=forum_id, person__user__isnull=False)
    return list(found.order_by("person__user_id").values_list("person__user_id", flat=True))


def owner_keys(user: Any) -> list[str]:
    """The owner keys of the steps that wait for this user: of the forums they facilitate and of those they are in."""
    person = person_of(user)
    if person is None:
        return []
    mine = Membership.objects.current().filter(person=person).order_by("forum_id")
    return [f"forum:{one.forum_id}" if one.is_facilitator else f"members:{one.forum_id}" for one in mine]


def facilitators_of(forum: Forum) -> str:
    """Who owes what the forum owes. Said once, to everybody, in the council's own language."""
    with translation.override(settings.LANGUAGE_CODE):
        return translation.gettext("the facilitators of %(forum)s") % {"forum": forum.title}


def participant_user_ids(thread: Thread) -> list[int]:
    """The sign-ins of those who wrote in the thread, and of the one who began it."""
    wrote = (
        Post.objects.filter(thread=thread, author__user__isnull=False)
        .order_by()
        .values_list("author__user_id", flat=True)
    )
    ids = set(wrote.distinct())
    if thread.author is not None and thread.author.user_id:
        ids.add(thread.author.user_id)
    return sorted(ids)


def founds(person: Person, forum: Forum) -> bool:
    """Whether they are among those who asked for the forum."""
    return RequestBacking.objects.filter(request__forum=forum, person=person).exists()


def belongs(person: Person, forum: Forum) -> bool:
    """Whether they are in the forum today, in either role."""
    return Membership.objects.current().filter(forum=forum, person=person).exists()


def checked_kinds(person: Person) -> set[str]:
    """As what kinds of stakeholder somebody has checked that they take part."""
    return set(person.standings.filter(checked_at__isnull=False).values_list("kind", flat=True))
