"""Who is told of a report, a decision, an appeal and its answer."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from accounts.models import Role
from accounts.queries import users_with_role
from ledger.models import Entry
from moderation import hosts
from moderation.authors import author_user_ids
from moderation.events import (
    AppealDecided,
    AppealMade,
    ContentDecided,
    ContentEscalated,
    ContentFlagged,
    ContentRephrased,
    ItemTakenOver,
)
from moderation.models import Appeal, BlockHid, Decision, Flag, Reason, TakeOver
from notifications.duties import Audience, tells


@tells(ContentFlagged)
def content_flagged(event: ContentFlagged, entry: Entry) -> Iterable[Audience]:
    yield Audience("moderators", _moderators(event.subject_kind, event.subject_id))
    if event.reason_code == Reason.UNLAWFUL:
        yield Audience("council", users_with_role(Role.MODERATOR))


@tells(ContentDecided)
def content_decided(event: ContentDecided, entry: Entry) -> Iterable[Audience]:
    # The answer to an appeal has its own news for the author; the same act must not arrive twice.
    # What waited and was released has news of its own, too.
    if BlockHid.objects.filter(
        Q(decision=event.decision_id) | Q(restored=event.decision_id)
    ).exists() or event.subject_kind in ("moderation.block", "moderation.measure"):
        return  # a block or a step has news of its own, whatever it hid
    released = event.subject_kind == "moderation.held" and event.outcome == Decision.Outcome.KEEP
    if not released and not Appeal.objects.filter(answer=event.decision_id).exists():
        yield Audience("author", _authors(event.subject_kind, event.subject_id))
    if event.outcome == Decision.Outcome.HOLD:
        waiting = Flag.objects.waiting().of(event.subject_kind, event.subject_id)
        yield Audience("reporters", waiting.values_list("by_id", flat=True))
        yield Audience("moderators", _moderators(event.subject_kind, event.subject_id))
    else:
        yield Audience("reporters", Flag.objects.filter(decision=event.decision_id).values_list("by_id", flat=True))


@tells(AppealMade)
def appeal_made(event: AppealMade, entry: Entry) -> Iterable[Audience]:
    decision = Decision.objects.get(pk=event.decision_id)
    record = hosts.record_of(decision.subject_kind, decision.subject_id)
    if record is not None:
        # The council's moderators too: the place may have nobody but the one who decided first.
        asked = {*hosts.host_of(record).moderators(record), *users_with_role(Role.MODERATOR)}
        yield Audience("moderators", sorted(asked - {decision.by_id, *author_user_ids(record)}))


@tells(AppealDecided)
def appeal_decided(event: AppealDecided, entry: Entry) -> Iterable[Audience]:
    yield Audience("author", Appeal.objects.filter(pk=event.appeal_id).values_list("by_id", flat=True))


@tells(ContentRephrased)
def content_rephrased(event: ContentRephrased, entry: Entry) -> Iterable[Audience]:
    yield Audience("moderators", _moderators(event.subject_kind, event.subject_id))


@tells(ContentEscalated)
def content_escalated(event: ContentEscalated, entry: Entry) -> Iterable[Audience]:
    yield Audience("council", users_with_role(Role.MODERATOR))


@tells(ItemTakenOver)
def item_taken_over(event: ItemTakenOver, entry: Entry) -> Iterable[Audience]:
    found = TakeOver.objects.filter(pk=event.take_over_id, from_user__isnull=False)
    yield Audience("first", found.values_list("from_user_id", flat=True))


def _authors(kind: str, pk: int) -> Any:
    record: Any = hosts.record_of(kind, pk)
    return author_user_ids(record) if record is not None else ()


def _moderators(kind: str, pk: int) -> Iterable[int]:
    """A place without moderators of its own is looked after by the council's."""
    record: Any = hosts.record_of(kind, pk)
    if record is None:
        return ()
    return list(hosts.host_of(record).moderators(record)) or users_with_role(Role.MODERATOR)
