"""What a forum runs for a time, and the rules that freeze with the first input."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Level
from core import now
from core.states import StateConflict
from core.text import one_line
from core.verdicts import Refused, Verdict, no, require, yes
from forums.actions.counting import count_survey
from forums.events import ActivityChanged, ActivityEnded, ActivityOpened, ActivityRulesFrozen, ActivityStarted
from forums.models import Activity, Forum, Phase
from forums.policies import may_change_activity, may_change_rules, may_open_activity
from forums.states import ActivityKind
from ledger.actions import record
from meetings.models import Gathering


@transaction.atomic
def open_activity(
    *,
    actor: Any,
    forum: Forum,
    kind: str,
    title: str,
    opens_at: datetime,
    closes_at: datetime | None = None,
    explanation: str = "",
    threshold: int = 0,
    minimum_level: int = Level.DECLARED,
    months_open: int = 12,
    phase: Phase | None = None,
    gathering: Gathering | None = None,
) -> Activity:
    """The forum runs one more activity, from `opens_at` on; without `closes_at` it is always open.

    `threshold` is how many supports put a proposal to the members; an activity for proposals needs one.
    """
    require(may_open_activity(actor, forum))
    require(ends(kind, closes_at) and lasts(opens_at, closes_at))
    if kind == ActivityKind.PROPOSALS and threshold < 1:
        raise Refused(no(_("Say how many supports a proposal needs before the members vote on it.")))
    activity = Activity.objects.create(
        forum=forum,
        kind=kind,
        title=one_line(title),
        explanation=explanation,
        opens_at=opens_at,
        closes_at=closes_at,
        threshold=threshold,
        minimum_level=minimum_level,
        months_open=months_open,
        phase=phase,
        gathering=gathering,
    )
    record(ActivityOpened(forum_id=forum.pk, activity_id=activity.pk), actor=actor, subject=activity)
    if activity.is_open:
        _start(activity)
    return activity


@transaction.atomic
def change_activity(
    *,
    actor: Any,
    activity: Activity,
    title: str,
    explanation: str,
    closes_at: datetime | None,
    threshold: int,
    minimum_level: int,
    months_open: int,
    phase: Phase | None = None,
) -> Activity:
    """Its words and its end are new; its rules too, unless somebody has taken part under them. Ending it now is `closes_at=now()`."""
    require(may_change_activity(actor, activity))
    rules = {"threshold": threshold, "minimum_level": minimum_level, "months_open": months_open}
    changed = any(getattr(activity, name) != value for name, value in rules.items())
    if changed:
        require(may_change_rules(actor, activity))
    require(ends(activity.kind, closes_at) and lasts(activity.opens_at, closes_at))
    words = {"title": one_line(title), "explanation": explanation, "closes_at": closes_at, "phase": phase}
    # Against a first input that comes in at this very moment: rules change only while they are not frozen.
    rows = Activity.objects.filter(pk=activity.pk)
    if not (rows.filter(frozen_at=None).update(**words, **rules) if changed else rows.update(**words)):
        raise StateConflict
    for name, value in (words | rules).items():
        setattr(activity, name, value)
    record(ActivityChanged(forum_id=activity.forum_id, activity_id=activity.pk), actor=actor, subject=activity)
    return activity


@transaction.atomic
def freeze_rules(*, activity: Activity) -> Activity:
    """The rules can no longer change; called with every first input, and only the first one is recorded."""
    moment = now()
    if activity.frozen_at is None and Activity.objects.filter(pk=activity.pk, frozen_at=None).update(frozen_at=moment):
        activity.refresh_from_db(fields=("frozen_at", "threshold", "minimum_level", "months_open"))
        event = ActivityRulesFrozen(
            activity_id=activity.pk,
            threshold=activity.threshold,
            minimum_level=activity.minimum_level,
            months_open=activity.months_open,
        )
        record(event, actor=None, subject=activity)
    return activity


def turn_activities() -> int:
    """What has begun or ended by its dates is recorded, once each; gives how many. Two at once record nothing twice."""
    moment = now()
    turned = 0
    for activity in Activity.objects.to_start(moment).order_by("opens_at", "id"):
        with transaction.atomic():
            turned += _start(activity)
    for activity in Activity.objects.to_end(moment).order_by("closes_at", "id"):
        with transaction.atomic():
            turned += _end(activity)
    return turned


def lasts(opens_at: datetime | None, closes_at: datetime | None) -> Verdict:
    """Whether something can run between these moments."""
    if opens_at is not None and closes_at is not None and closes_at <= opens_at:
        return no(_("The end must come after the beginning."))
    return yes()


def ends(kind: str, closes_at: datetime | None) -> Verdict:
    """What is counted at its end has one."""
    if kind == ActivityKind.SURVEY and closes_at is None:
        return no(_("Say until when people can answer."))
    return yes()


def _start(activity: Activity) -> bool:
    """Only one of two at the same moment finds the row untold."""
    activity.started_at = now()
    if not Activity.objects.filter(pk=activity.pk, started_at=None).update(started_at=activity.started_at):
        return False
    event = ActivityStarted(forum_id=activity.forum_id, activity_id=activity.pk, kind=activity.kind)
    record(event, actor=None, subject=activity)
    return True


def _end(activity: Activity) -> bool:
    activity.ended_at = now()
    if not Activity.objects.filter(pk=activity.pk, ended_at=None).update(ended_at=activity.ended_at):
        return False
    event = ActivityEnded(forum_id=activity.forum_id, activity_id=activity.pk, kind=activity.kind)
    record(event, actor=None, subject=activity)
    if activity.kind == ActivityKind.SURVEY:
        count_survey(activity=activity)
    return True
