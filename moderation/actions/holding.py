"""Out of sight until a person looks: only when enough people agree who are here long enough."""

from clocks.actions import set_deadline
from core import now, today
from core.subjects import key_of
from ledger.actions import record
from moderation.actions.writing import lock
from moderation.events import ContentDecided
from moderation.models import Decision, Flag, Moderated
from moderation.queries.reporters import agreement_on, was_kept
from moderation.queries.settings import numbers
from search import actions as search


def hold_if_agreed(*, subject: Moderated, host_key: str, newest: Flag) -> Decision | None:
    """The thing is held, due for a person within a day, if the reports on it weigh enough and come from enough settled accounts.

    The reports stay open: a person answers them. What a person has kept or shown again before stays in sight.
    """
    key, limits = key_of(subject), numbers()
    found = agreement_on(key)
    if found.settled < limits["flags.hide_accounts"] or found.weight < limits["flags.hide_sum"]:
        return None
    if was_kept(key) or lock(subject).is_hidden:
        return None
    made = Decision.objects.create(
        subject_kind=key[0],
        subject_id=key[1],
        host_key=host_key,
        outcome=Decision.Outcome.HOLD,
        statement="",
        by=None,
        at=now(),
    )
    subject.hidden_at, subject.hidden_because = made.at, ""
    type(subject)._base_manager.filter(pk=subject.pk).update(hidden_at=made.at, hidden_because="")
    search.withdraw(subject_kind=key[0], subject_id=key[1])
    due = set_deadline(subject=newest, rule="moderation.held", start=today()).due
    Flag.objects.waiting().of(*key).filter(due__gt=due).update(due=due)
    newest.due = min(newest.due, due)
    event = ContentDecided(made.pk, subject_kind=key[0], subject_id=key[1], outcome="hold", reason_code="")
    record(event, actor=None, subject=made)
    return made
