"""Enter the weeks before an election; they begin and end by themselves, and forums rest where it was said."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from core import noticeboard, now, today
from core.states import StateConflict
from core.verdicts import Refused, no, require
from forums.actions.endings import rest, resume_forum
from forums.events import PreElectionBegan, PreElectionEnded, PreElectionEntered
from forums.models import Forum, PreElection
from forums.policies.elections import may_end_election, may_enter_election
from forums.queries.elections import concerned_forums, on_the_board
from ledger.actions import record
from places.models import Area


@transaction.atomic
def enter_election(
    *, actor: Any, begins: date, ends: date, source: str, areas: Iterable[Area] = (), pauses: bool = False
) -> PreElection:
    """It begins on its first day by itself, or with this act where that day has come."""
    require(may_enter_election(actor))
    if ends < begins:
        raise Refused(no(_("The last day comes after the first.")))
    if ends < today():
        raise Refused(no(_("Enter a period that is not over yet.")))
    if not source.strip():
        raise Refused(no(_("Say where the dates come from.")))
    entered = {"source": source.strip(), "pauses": pauses, "by": actor, "entered_at": now()}
    made: PreElection = PreElection.objects.create(begins=begins, ends=ends, **entered)
    made.areas.set(areas)
    event = PreElectionEntered(made.pk, begins=begins.isoformat(), ends=ends.isoformat())
    record(event, actor=actor, subject=made)
    if begins <= today():
        _begin(made)
        noticeboard.put(on_the_board())
    return made


@transaction.atomic
def end_election(*, actor: Any, election: PreElection) -> PreElection:
    """Over before its day: the banner is gone, and the forums that it let rest go on."""
    require(may_end_election(actor, election))
    if not _end(election, actor):
        raise StateConflict
    election.refresh_from_db()
    noticeboard.put(on_the_board())
    return election


def turn_elections() -> int:
    """Every period whose first day has come has begun, every one whose last day is past has ended; gives how many turned.

    Forums that were founded or taken up meanwhile rest too, and the banner is up where Redis had lost it.
    """
    turned = 0
    for election in PreElection.objects.to_end(today()).order_by("pk"):
        with transaction.atomic():
            turned += _end(election, None)
    for election in PreElection.objects.running(today()).order_by("pk"):
        with transaction.atomic():
            turned += _begin(election)
            _let_rest(election)
    with transaction.atomic():
        facts = on_the_board()
        if not noticeboard.stands(facts):
            noticeboard.put(facts)
    return turned


def _begin(election: PreElection) -> bool:
    """Of two at once one begins it."""
    if not PreElection.objects.filter(pk=election.pk, begun_at=None, ended_at=None).update(begun_at=now()):
        return False
    record(PreElectionBegan(election.pk, ends=election.ends.isoformat()), actor=None, subject=election)
    _let_rest(election)
    return True


def _end(election: PreElection, actor: Any) -> bool:
    if not PreElection.objects.filter(pk=election.pk, ended_at=None).update(ended_at=now()):
        return False
    record(PreElectionEnded(election.pk, early=actor is not None), actor=actor, subject=election)
    for forum in Forum.objects.filter(pauses__election=election, pauses__ended_at=None).order_by("pk"):
        _unless_moved(partial(resume_forum, actor=None, forum=forum))
    return True


def _let_rest(election: PreElection) -> None:
    if not election.pauses:
        return
    with translation.override(settings.LANGUAGE_CODE):
        reason = _("The weeks before an election: the forum goes on after polling day.")
    why: dict[str, Any] = {"reason": reason, "until": election.ends + timedelta(days=1), "election": election}
    for forum in concerned_forums(election).order_by("pk"):
        _unless_moved(partial(rest, actor=None, forum=forum, **why))


def _unless_moved(act: Callable[[], Any]) -> None:
    """A forum that somebody moved at this moment is passed over; the next turn sees it."""
    try:
        with transaction.atomic():
            act()
    except StateConflict:
        pass
