"""Let a forum rest and go on; put its end to the members; merge it; close it. What has a day happens by itself."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.queries import person_of
from ballots.actions import certify_ballot, plan_ballot
from ballots.models import Ballot
from core import now, today
from core.clock import day_of
from core.states import StateConflict
from core.verdicts import Refused, no, require
from forums.actions.calendar import clear_calendar, draw_calendar
from forums.actions.rules import voting_until
from forums.events import (
    EndingDecided,
    EndingProposed,
    EndingVoteOpened,
    ForumClosed,
    ForumMerged,
    ForumPaused,
    ForumResumed,
)
from forums.models import Ending, Forum, Pause, PreElection
from forums.policies import may_agree_merger, may_pause, may_propose_ending, may_resume
from forums.queries.people import member_person_ids
from forums.queries.rules import rules_in_force
from forums.states import EndingKind, ForumState, QuestionState
from ledger.actions import record


@transaction.atomic
def pause_forum(*, actor: Any, forum: Forum, reason: str, until: date) -> Pause:
    """Nothing new is taken until that day, on which it goes on by itself; meetings that are not published are cancelled."""
    require(may_pause(actor, forum))
    if not reason.strip():
        raise Refused(no(_("Write down why the forum rests: it is published.")))
    if until <= today():
        raise Refused(no(_("The forum goes on on a day to come.")))
    return rest(actor=actor, forum=forum, reason=reason.strip(), until=until)


@transaction.atomic
def rest(*, actor: Any, forum: Forum, reason: str, until: date, election: PreElection | None = None) -> Pause:
    """The forum is paused until that day, by somebody or by the weeks before an election."""
    clear_calendar(forum=forum, reason=reason)
    forum.move(ForumState.PAUSED)
    pause: Pause = Pause.objects.create(forum=forum, reason=reason, since=now(), until=until, election=election)
    record(ForumPaused(forum_id=forum.pk, until=until.isoformat()), actor=actor, subject=forum)
    return pause


@transaction.atomic
def resume_forum(*, actor: Any, forum: Forum) -> Forum:
    """It goes on, before its day or on it (`actor` is then None), and its meetings are planned again."""
    if actor is not None:
        require(may_resume(actor, forum))
    forum.move(ForumState.ACTIVE)
    Pause.objects.filter(forum=forum, ended_at=None).update(ended_at=now())
    draw_calendar(forum=forum)
    record(ForumResumed(forum_id=forum.pk), actor=actor, subject=forum)
    return forum


@transaction.atomic
def propose_ending(*, actor: Any, forum: Forum, kind: str, reason: str, into: Forum | None = None) -> Ending:
    """Announced to the members, who vote after the notice of their rules whether the forum closes, or goes into another."""
    require(may_propose_ending(actor, forum))
    if not reason.strip():
        raise Refused(no(_("Say why: the members read it before they vote.")))
    if kind == EndingKind.MERGE and (into is None or into.pk == forum.pk or not into.is_active):
        raise Refused(no(_("Choose another forum that is active.")))
    moment = now()
    try:
        with transaction.atomic():
            ending = Ending.objects.create(
                forum=forum,
                kind=kind,
                into=into if kind == EndingKind.MERGE else None,
                by=person_of(actor),
                reason=reason.strip(),
                asked_at=moment,
                opens_at=moment + timedelta(days=rules_in_force(forum).notice_days),
            )
    except IntegrityError as error:
        raise Refused(no(_("The members decide about the end of this forum already."))) from error
    event = EndingProposed(forum_id=forum.pk, ending_id=ending.pk, opens_on=day_of(ending.opens_at).isoformat())
    record(event, actor=actor, subject=ending)
    return ending


@transaction.atomic
def open_ending_vote(*, ending: Ending) -> Ending:
    """The members of this moment vote, for as long as on a change of rules. With no members it is not carried."""
    forum = ending.forum
    roll = member_person_ids(forum)
    if not roll or not forum.is_active:
        return _decide(ending, carried=False)
    closes_at = voting_until()
    with translation.override(settings.LANGUAGE_CODE):
        question = (
            _("Shall the forum %(forum)s go into %(into)s?") % {"forum": forum.title, "into": ending.into.title}
            if ending.into is not None
            else _("Shall the forum %(forum)s close?") % {"forum": forum.title}
        )
    ballot = plan_ballot(
        actor=None,
        subject=ending,
        host=forum,
        question=question,
        explanation=ending.reason,
        opens_at=now(),
        closes_at=closes_at,
        quorum=min(rules_in_force(forum).quorum, len(roll)),
        roll=roll,
    )
    ending.move(QuestionState.VOTING, ballot=ballot)
    event = EndingVoteOpened(
        forum_id=forum.pk, ending_id=ending.pk, ballot_id=ballot.pk, closes_on=day_of(closes_at).isoformat()
    )
    record(event, actor=None, subject=ending)
    return ending


@transaction.atomic
def settle_ending(*, ballot: Ballot) -> Ending | None:
    """The members have decided: a forum that closes is closed; one that merges waits for the other's yes. Said twice, it holds once."""
    rows = Ending.objects.select_for_update(of=("self",)).select_related("forum")
    ending = rows.filter(ballot=ballot, state=QuestionState.VOTING).first()
    if ending is None:
        return None
    certify_ballot(actor=None, ballot=ballot)
    _decide(ending, carried=bool(ballot.carried))
    if ending.state == QuestionState.CARRIED and ending.kind == EndingKind.CLOSE:
        close_forum(forum=ending.forum, idle=False)
    return ending


@transaction.atomic
def agree_merger(*, actor: Any, ending: Ending) -> Ending:
    """The forum has gone into the other one: its page leads there, its members are invited, and what it was stays to be read."""
    require(may_agree_merger(actor, ending))
    moment = now()
    if not Ending.objects.filter(pk=ending.pk, agreed_at=None).update(agreed_at=moment):
        raise StateConflict
    ending.agreed_at = moment
    assert ending.into is not None
    with translation.override(settings.LANGUAGE_CODE):
        reason = _("The forum has gone into %(forum)s.") % {"forum": ending.into.title}
    clear_calendar(forum=ending.forum, reason=reason)
    ending.forum.move(ForumState.MERGED)
    event = ForumMerged(forum_id=ending.forum_id, into_id=ending.into.pk)
    record(event, actor=actor, subject=ending.forum, role="facilitator")
    return ending


@transaction.atomic
def close_forum(*, forum: Forum, idle: bool) -> Forum:
    """Closed for good by its members or because nothing happened in it; it stays to be read."""
    with translation.override(settings.LANGUAGE_CODE):
        reason = _("The forum is closed.")
    clear_calendar(forum=forum, reason=reason)
    forum.move(ForumState.CLOSED)
    record(ForumClosed(forum_id=forum.pk, idle=idle), actor=None, subject=forum)
    return forum


def _decide(ending: Ending, *, carried: bool) -> Ending:
    ending.move(QuestionState.CARRIED if carried else QuestionState.NOT_CARRIED, decided_at=now())
    event = EndingDecided(forum_id=ending.forum_id, ending_id=ending.pk, carried=carried)
    record(event, actor=None, subject=ending)
    return ending
