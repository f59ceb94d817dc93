"""What arrives is published, or waits whole for a person; what waits is released, refused or taken back."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clocks.actions import set_deadline
from core import now, today
from core.limits import key_of_user, within_limit
from core.states import StateConflict
from core.verdicts import Refused, no, require
from ledger.actions import record
from moderation import arrivals
from moderation.actions.writing import meet_all
from moderation.arrivals import Arrival
from moderation.events import HeldBack, HeldReleased, HeldTakenBack
from moderation.models import Decision, Held
from moderation.policies import may_take_back
from moderation.queries.arrivals import judged
from moderation.queries.trust import standing_of

HOUR = 3600
State = Held.State


@transaction.atomic
def receive(*, actor: Any, arrival: Arrival) -> Held | None:
    """None where it may be published now; else it waits whole, with its place's moderators told and a day by which they look.

    The caller's own policy has said that `actor` may do the act. Raises Refused for whoever writes faster than their trust allows.
    """
    standing = standing_of(actor)
    require(within_limit(f"writing:{key_of_user(actor.pk)}", times=standing.posts_an_hour, seconds=HOUR))
    if arrival.exempt:
        return None
    found = judged(actor, arrival, standing)
    if not found.why:
        return None
    kind, pk = arrival.about or ("", None)
    facts = {"act": arrival.act, "host_key": arrival.host_key, "title": arrival.title[:200], "url": arrival.url}
    try:
        with transaction.atomic():
            held = Held.objects.create(
                **facts,
                words_html=arrival.html,
                payload=arrival.payload,
                about_kind=kind,
                about_id=pk,
                why=[str(code) for code in found.why],
                score=found.score,
                by=actor,
                at=now(),
                due=today(),
            )
    except IntegrityError as error:
        raise Refused(no(_("This waits for a person already."))) from error
    held.due = set_deadline(subject=held, rule="moderation.held", start=today()).due
    held.save(update_fields=("due",))
    record(HeldBack(held_id=held.pk, act=held.act), actor=actor, subject=held, public=False)
    return held


@transaction.atomic
def take_back(*, actor: Any, held: Held) -> Held:
    """It waits for nobody any more and is published nowhere."""
    require(may_take_back(actor, held))
    _settle(held, State.WAITING, State.TAKEN_BACK)
    record(HeldTakenBack(held_id=held.pk), actor=actor, subject=held, public=False)
    return held


@transaction.atomic
def take_back_about(*, actor: Any, kind: str, pk: int) -> None:
    """The draft that waits is in its author's hands again; nothing where none waits."""
    held = Held.objects.waiting().filter(about_kind=kind, about_id=pk).first()
    if held is not None:
        take_back(actor=actor, held=held)


def settled(held: Held, decision: Decision) -> None:
    """What a decision makes of it: kept, or shown again after an appeal, it is published as if new; hidden, it never is."""
    if decision.outcome == Decision.Outcome.HIDE:
        if not Held.objects.filter(pk=held.pk, state=State.REFUSED).exists():  # the answer to an appeal changes nothing
            _settle(held, State.WAITING, State.REFUSED)
        return
    _settle(held, State.WAITING if decision.outcome == Decision.Outcome.KEEP else State.REFUSED, State.RELEASED)
    held.by = User.objects.select_related("person").get(pk=held.by_id)
    held.became_url = _published(held)
    held.save(update_fields=("became_url",))
    record(HeldReleased(held_id=held.pk, act=held.act), actor=decision.by, subject=held, public=False)


def _published(held: Held) -> str:
    """Where it stands now. Raises Refused, in words for the moderator, where its author may not do the act any more."""
    try:
        return arrivals.publish(held)
    except Refused as refusal:
        sentence = _("This cannot be published now, for its author would be told: “%(reason)s”")
        raise Refused(no(sentence % {"reason": refusal.verdict.reason})) from refusal


def _settle(held: Held, before: str, after: str) -> None:
    """Of two who settle it at once exactly one does; the other meets StateConflict."""
    moment = now()
    if not Held.objects.filter(pk=held.pk, state=before).update(state=after, settled_at=moment):
        raise StateConflict
    held.state, held.settled_at = after, moment
    meet_all(Held, [held.pk])
