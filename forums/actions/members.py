"""Join, leave, facilitate, speak for the forum."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from accounts.models import Person, StakeholderKind
from accounts.queries import person_of
from core import now
from core.states import StateConflict
from core.verdicts import Refused, no, require
from forums.events import (
    FacilitatorAppointed,
    FacilitatorEnded,
    ForumJoined,
    ForumLeft,
    MandateGiven,
    MandateRecalled,
    PlaceGiven,
)
from forums.models import Forum, Mandate, Membership, WaitingPlace
from forums.policies import may_appoint, may_give_mandate, may_join, may_leave, may_recall, may_stop_waiting, may_wait
from forums.states import MemberRole
from ledger.actions import record
from notifications.actions import follow, unfollow


@transaction.atomic
def join(*, actor: Any, forum: Forum, kind: str = StakeholderKind.RESIDENT) -> Membership:
    """The person is a member from now on, as this kind of stakeholder, and hears of the forum's news.

    Two clicks make one membership, and of two who want the last place at once one gets it: the forum is held meanwhile.
    """
    held = _held(forum)
    require(may_join(actor, held, kind))
    membership = _enter(forum, actor.person, MemberRole.MEMBER, kind)
    WaitingPlace.objects.filter(forum=forum, person=actor.person).delete()
    follow(actor=actor, subject=forum)
    # Who is in which forum is not for everybody to read.
    record(ForumJoined(forum_id=forum.pk), actor=actor, subject=forum, public=False)
    return membership


@transaction.atomic
def leave(*, actor: Any, forum: Forum) -> None:
    """The membership has ended; what the person wrote stays."""
    require(may_leave(actor, forum))
    if not Membership.objects.current().filter(forum=forum, person=person_of(actor)).update(left_at=now()):
        raise StateConflict
    Forum.objects.filter(pk=forum.pk).update(member_count=F("member_count") - 1)
    unfollow(actor=actor, subject=forum)
    fill_places(forum=forum)
    record(ForumLeft(forum_id=forum.pk), actor=actor, subject=forum, public=False)


@transaction.atomic
def appoint_facilitator(*, actor: Any, forum: Forum, person: Person) -> Membership:
    """The person runs the forum from now on, and no longer decides its content."""
    require(may_appoint(actor, forum))
    if person.user_id is None:
        raise Refused(no(_("A facilitator needs a sign-in. This person has none.")))
    if Membership.objects.facilitators().filter(forum=forum, person=person).exists():
        raise Refused(no(_("This person facilitates the forum already.")))
    if Membership.objects.members().filter(forum=forum, person=person).update(role=MemberRole.FACILITATOR):
        membership = Membership.objects.current().get(forum=forum, person=person)
    else:
        membership = _enter(forum, person, MemberRole.FACILITATOR)
    record(FacilitatorAppointed(forum_id=forum.pk, person_id=person.pk), actor=actor, subject=forum)
    return membership


@transaction.atomic
def end_facilitator(*, actor: Any, forum: Forum, person: Person) -> None:
    """The person is a plain member again."""
    require(may_appoint(actor, forum))
    if not Membership.objects.facilitators().filter(forum=forum, person=person).update(role=MemberRole.MEMBER):
        raise StateConflict
    record(FacilitatorEnded(forum_id=forum.pk, person_id=person.pk), actor=actor, subject=forum)


@transaction.atomic
def give_mandate(
    *, actor: Any, forum: Forum, person: Person, text: str, since: date, until: date | None = None
) -> Mandate:
    """The person speaks for the forum, with this text and for this time. A committee's seat can point to it."""
    require(may_give_mandate(actor, forum))
    if not Membership.objects.current().filter(forum=forum, person=person).exists():
        raise Refused(no(_("A representative is chosen among the members of the forum.")))
    mandate = Mandate.objects.create(forum=forum, person=person, text=text, since=since, until=until)
    record(MandateGiven(forum_id=forum.pk, mandate_id=mandate.pk), actor=actor, subject=forum)
    return mandate


@transaction.atomic
def recall_mandate(*, actor: Any, mandate: Mandate) -> Mandate:
    """The person speaks for the forum no more, from this moment."""
    require(may_recall(actor, mandate))
    moment = now()
    if not Mandate.objects.filter(pk=mandate.pk, recalled_at=None).update(recalled_at=moment):
        raise StateConflict
    mandate.recalled_at = moment
    record(MandateRecalled(forum_id=mandate.forum_id, mandate_id=mandate.pk), actor=actor, subject=mandate.forum)
    return mandate


@transaction.atomic
def wait_for_place(*, actor: Any, forum: Forum, kind: str = StakeholderKind.RESIDENT) -> WaitingPlace:
    """The person waits, behind those who came before, and is in as soon as a place of theirs is free."""
    held = _held(forum)
    require(may_wait(actor, held, kind))
    waiting: WaitingPlace = WaitingPlace.objects.create(forum=forum, person=actor.person, kind=kind, since=now())
    return waiting


@transaction.atomic
def stop_waiting(*, actor: Any, forum: Forum) -> None:
    """The person waits no more."""
    require(may_stop_waiting(actor, forum))
    WaitingPlace.objects.filter(forum=forum, person=actor.person).delete()


@transaction.atomic
def fill_places(*, forum: Forum) -> int:
    """Whoever waits longest has each free place that they can take, and is told; how many came in."""
    held = _held(forum)
    came = 0
    for waiting in WaitingPlace.objects.filter(forum=held).select_related("person__user").order_by("since", "pk"):
        user = waiting.person.user
        if user is None or not may_join(user, held, waiting.kind):
            continue
        _enter(forum, waiting.person, MemberRole.MEMBER, waiting.kind)
        waiting.delete()
        follow(actor=user, subject=forum)
        event = PlaceGiven(forum_id=forum.pk, person_id=waiting.person_id)
        record(event, actor=None, subject=forum, public=False)
        came += 1
    return came


def _held(forum: Forum) -> Forum:
    held: Forum = Forum.objects.select_for_update().get(pk=forum.pk)
    return held


def _enter(forum: Forum, person: Person, role: MemberRole, kind: str = StakeholderKind.RESIDENT) -> Membership:
    """One more in the forum, or Refused where the person got in a moment ago."""
    try:
        with transaction.atomic():
            membership = Membership.objects.create(forum=forum, person=person, role=role, kind=kind, joined_at=now())
    except IntegrityError as error:
        raise Refused(no(_("You are in this forum."))) from error
    Forum.objects.filter(pk=forum.pk).update(member_count=F("member_count") + 1)
    forum.member_count += 1
    return membership
