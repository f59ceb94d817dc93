"""Another forum's members decide on a proposal. Its own forum keeps supports, state and line; each decision stands for itself."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from ballots.actions import plan_ballot
from core import now
from core.verdicts import Refused, no, require
from forums.models import Forum
from forums.queries import member_person_ids
from ledger.actions import record
from proposals.actions import steps
from proposals.events import AskedElsewhere, DecidedElsewhere, ForumsDisagree, SeenElsewhere
from proposals.models import Adoption, Proposal
from proposals.policies import may_ask_elsewhere, may_look_elsewhere
from proposals.queries.decisions import NEWS


@transaction.atomic
def ask_elsewhere(*, actor: Any, proposal: Proposal, forum: Forum, closes_at: datetime) -> Adoption:
    """The members of `forum` may vote until `closes_at` on whether it adopts the proposal too. Asked once of each forum."""
    held = Proposal.objects.select_for_update(of=("self",)).select_related("forum").get(pk=proposal.pk)
    require(may_ask_elsewhere(actor, held, forum))
    ballot = plan_ballot(
        actor=actor,
        subject=held,
        host=forum,
        question=steps.in_our_words(
            _, "Shall %(forum)s adopt “%(title)s” too?", forum=forum.title, title=cut(held.title, 150)
        ),
        explanation=steps.in_our_words(
            _, "It is a proposal of %(forum)s. What you decide stands beside what they decide.", forum=held.forum.title
        ),
        opens_at=now(),
        closes_at=closes_at,
        roll=member_person_ids(forum),
    )
    try:
        with transaction.atomic():
            adoption = Adoption.objects.create(
                proposal=held, forum=forum, ballot=ballot, supports_at_opening=held.supports
            )
    except IntegrityError as error:
        raise Refused(no(_("This forum was asked about it already. A forum decides on a proposal once."))) from error
    Proposal.objects.filter(pk=held.pk).update(elsewhere_count=F("elsewhere_count") + 1)
    event = AskedElsewhere(
        held.pk, adoption.pk, forum_id=forum.pk, ballot_id=ballot.pk, closes_at=closes_at.isoformat()
    )
    record(event, actor=actor, subject=held, role="facilitator")
    return adoption


@transaction.atomic
def look_elsewhere(*, actor: Any, adoption: Adoption) -> Adoption:
    """What the other forum began or decided waits on the desk of the proposal's own no more, until there is more news of it."""
    require(may_look_elsewhere(actor, adoption))
    moment = now()
    if Adoption.objects.filter(NEWS, pk=adoption.pk).update(seen_at=moment):
        adoption.seen_at = moment
        event = SeenElsewhere(adoption.proposal_id, adoption.pk, forum_id=adoption.forum_id)
        record(event, actor=actor, subject=adoption.proposal, role="facilitator", public=False)
    return adoption


def decided_elsewhere(actor: Any, adoption: Adoption) -> None:
    """The decision of another forum is in the record; the proposal itself stays where it is."""
    ballot = adoption.ballot
    event = DecidedElsewhere(
        adoption.proposal_id,
        adoption.pk,
        forum_id=adoption.forum_id,
        adopted=bool(adoption.adopted),
        yes=ballot.yes or 0,
        no=ballot.no or 0,
        abstain=ballot.abstain or 0,
    )
    record(event, actor=actor, subject=adoption.proposal, role="facilitator")


def note_disagreement(adoption: Adoption) -> None:
    """Said when this decision is the first that differs from those of other forums, and not again."""
    decided = list(
        Adoption.objects.filter(proposal=adoption.proposal_id, certified_at__isnull=False)
        .exclude(pk=adoption.pk)
        .values_list("adopted", flat=True)
    )
    if not decided or len(set(decided)) > 1 or bool(decided[0]) == bool(adoption.adopted):
        return
    all_of_them = [*decided, adoption.adopted]
    event = ForumsDisagree(
        adoption.proposal_id,
        adopted=sum(bool(one) for one in all_of_them),
        not_adopted=sum(not one for one in all_of_them),
    )
    record(event, actor=None, subject=adoption.proposal)


def cut(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: width - 1].rstrip()}…"
