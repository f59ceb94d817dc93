"""Propose rules, let the members vote, put them in force. No step but the first waits for a person."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.queries import person_of
from ballots.actions import certify_ballot, plan_ballot
from ballots.models import Ballot
from clocks.computing import compute
from clocks.queries import holidays, rule_in_force
from core import now, today
from core.clock import day_of
from core.states import StateConflict
from core.text import render
from core.verdicts import Refused, no, require
from forums.actions.calendar import draw_calendar
from forums.actions.members import fill_places
from forums.actions.threads import thread_about
from forums.events import (
    ForumConstituted,
    RulesChanged,
    RulesKept,
    RulesProposed,
    RulesVoteOpened,
    RulesWithdrawn,
)
from forums.models import CHARTER, Charter, Forum, RuleChange, Rules
from forums.policies import may_propose_rules, may_withdraw_rules
from forums.queries.people import member_person_ids
from forums.queries.rules import rules_in_force, standing_rules
from forums.states import ForumState, QuestionState
from forums.wording import differences, values
from ledger.actions import record

COLUMNS = (*CHARTER, "conduct_html")


@transaction.atomic
def give_first_rules(*, forum: Forum) -> Rules:
    """A forum that the council set up has the rules with which its kind begins."""
    template = rules_in_force(forum)
    return Rules.objects.create(forum=forum, version=1, since=now(), **values(template, COLUMNS))


@transaction.atomic
def propose_rules(*, actor: Any, forum: Forum, reason: str, charter: dict[str, Any]) -> RuleChange:
    """Announced to the members, who vote after the notice that the rules in force ask for. One change at a time.

    `charter` names what changes; the rest stays as it is.
    """
    require(may_propose_rules(actor, forum))
    if not reason.strip():
        raise Refused(no(_("Say why: the members read it before they vote.")))
    standing = rules_in_force(forum)
    wanted = values(standing, CHARTER) | charter
    moment = now()
    change = RuleChange(
        forum=forum,
        number=(RuleChange.objects.filter(forum=forum).aggregate(last=Max("number"))["last"] or 0) + 1,
        based_on=standing if standing.pk else None,
        by=person_of(actor),
        reason=reason.strip(),
        asked_at=moment,
        opens_at=moment + timedelta(days=standing.notice_days),
        conduct_html=render(wanted["conduct"]) if wanted["conduct"] else "",
        **wanted,
    )
    if standing.pk and not differences(standing, change):
        raise Refused(no(_("These are the rules as they are. Change one of them.")))
    try:
        with transaction.atomic():
            change.save()
    except IntegrityError as error:
        raise Refused(no(_("A change of the rules is under way. Look at it first."))) from error
    thread_about(record=change, forum=forum, title=f"{forum.title}: {change.title}")
    event = RulesProposed(forum_id=forum.pk, change_id=change.pk, opens_on=day_of(change.opens_at).isoformat())
    record(event, actor=actor, subject=change)
    return change


@transaction.atomic
def withdraw_rules(*, actor: Any, change: RuleChange) -> RuleChange:
    """Taken back before the vote; it stays to be read."""
    require(may_withdraw_rules(actor, change))
    change.move(QuestionState.WITHDRAWN, decided_at=now())
    record(RulesWithdrawn(forum_id=change.forum_id, change_id=change.pk), actor=actor, subject=change)
    return change


@transaction.atomic
def open_rules_vote(*, change: RuleChange) -> RuleChange:
    """The members of this moment are on the roll, and vote until the day that the clock gives. With no members it is not carried."""
    forum = change.forum
    roll = member_person_ids(forum)
    if not roll:
        return _keep(change)
    standing = standing_rules(forum)
    closes_at = voting_until()
    with translation.override(settings.LANGUAGE_CODE):
        question = _("Shall these be the rules of %(forum)s?") % {"forum": forum.title}
        explanation = _("What would change, and why, stands on the page of the change.")
    ballot = plan_ballot(
        actor=None,
        subject=change,
        host=forum,
        question=question,
        explanation=explanation,
        opens_at=now(),
        closes_at=closes_at,
        quorum=min(standing.quorum, len(roll)) if standing else 0,
        roll=roll,
    )
    change.move(QuestionState.VOTING, ballot=ballot)
    event = RulesVoteOpened(
        forum_id=forum.pk, change_id=change.pk, ballot_id=ballot.pk, closes_on=day_of(closes_at).isoformat()
    )
    record(event, actor=None, subject=change)
    return change


def open_due_votes() -> int:
    """The members vote on every change that has been announced long enough; how many votes opened."""
    opened = 0
    for change in RuleChange.objects.due_to_open(now()).select_related("forum").order_by("opens_at", "pk"):
        try:
            open_rules_vote(change=change)
            opened += 1
        except StateConflict:
            continue  # another worker was quicker, or it was taken back
    return opened


@transaction.atomic
def settle_rules(*, ballot: Ballot) -> RuleChange | None:
    """The members have decided: the new version is in force at once, or the old one stays. Said twice, it holds once."""
    change = (
        RuleChange.objects.select_for_update(of=("self",))
        .select_related("forum")
        .filter(ballot=ballot, state=QuestionState.VOTING)
        .first()
    )
    if change is None:
        return None
    certify_ballot(actor=None, ballot=ballot)
    return _enact(change) if ballot.carried else _keep(change)


def voting_until() -> datetime:
    """When a vote that opens now closes: as many days on as the clock says, at this hour."""
    rule = rule_in_force("forums.rule_vote")
    return now() + timedelta(days=(compute(rule, today(), holidays()).due - today()).days)


def _enact(change: RuleChange) -> RuleChange:
    forum = change.forum
    standing = standing_rules(forum)
    charter: Charter = change
    rules = Rules.objects.create(
        forum=forum, version=standing.version + 1 if standing else 1, since=now(), **values(charter, COLUMNS)
    )
    change.move(QuestionState.CARRIED, became=rules, decided_at=now())
    event = RulesChanged(forum_id=forum.pk, change_id=change.pk, version=rules.version)
    record(event, actor=None, subject=change)
    if forum.is_founding:
        forum.move(ForumState.ACTIVE)
        record(ForumConstituted(forum_id=forum.pk), actor=None, subject=forum)
    draw_calendar(forum=forum)
    fill_places(forum=forum)
    return change


def _keep(change: RuleChange) -> RuleChange:
    change.move(QuestionState.NOT_CARRIED, decided_at=now())
    record(RulesKept(forum_id=change.forum_id, change_id=change.pk), actor=None, subject=change)
    return change
