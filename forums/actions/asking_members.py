"""A forum puts a question to its members, or takes one of its meetings among its activities."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ballots.actions import certify_ballot, plan_ballot
from ballots.models import Ballot
from ballots.queries import ballots_about
from core import now
from core.subjects import key_of
from core.verdicts import Refused, no, require
from forums.actions.activities import freeze_rules, open_activity
from forums.models import Activity, Forum, Phase
from forums.policies import may_certify_activity
from forums.queries.people import member_person_ids
from forums.states import ActivityKind
from meetings.models import Gathering


@transaction.atomic
def open_ballot(
    *,
    actor: Any,
    forum: Forum,
    title: str,
    opens_at: datetime,
    closes_at: datetime,
    explanation: str = "",
    phase: Phase | None = None,
) -> Activity:
    """The members of this moment may vote on the question between the two moments; question, roll and days are final."""
    activity = open_activity(
        actor=actor,
        forum=forum,
        kind=ActivityKind.BALLOT,
        title=title,
        explanation=explanation,
        opens_at=opens_at,
        closes_at=closes_at,
        phase=phase,
    )
    plan_ballot(
        actor=actor,
        subject=activity,
        host=forum,
        question=activity.title,
        explanation=explanation,
        opens_at=opens_at,
        closes_at=closes_at,
        roll=member_person_ids(forum),
    )
    return freeze_rules(activity=activity)


@transaction.atomic
def certify_activity(*, actor: Any, activity: Activity) -> Ballot:
    """The members' answer stands, and the sealed votes are destroyed."""
    require(may_certify_activity(actor, activity))
    ballot = ballots_about(key_of(activity)).first()
    if ballot is None:
        raise Refused(no(_("There is no ballot here.")))
    return certify_ballot(actor=actor, ballot=ballot)


@transaction.atomic
def announce_gathering(
    *, actor: Any, forum: Forum, gathering: Gathering, title: str, explanation: str = "", phase: Phase | None = None
) -> Activity:
    """One of the forum's meetings stands among its activities until it ends, and moves with it."""
    if (gathering.host_kind, gathering.host_id) != key_of(forum):
        raise Refused(no(_("That is no meeting of this forum.")))
    return open_activity(
        actor=actor,
        forum=forum,
        kind=ActivityKind.MEETING,
        title=title,
        explanation=explanation,
        opens_at=now(),
        closes_at=gathering.ends_at,
        gathering=gathering,
        phase=phase,
    )


@transaction.atomic
def follow_gathering(*, gathering_id: int) -> None:
    """What announces the meeting ends when the meeting does; at once where it is cancelled. Said twice, it holds once."""
    gathering = Gathering.objects.get(pk=gathering_id)
    announced = Activity.objects.filter(gathering=gathering, ended_at=None)
    ends = now() if gathering.cancelled_because else gathering.ends_at
    announced.filter(opens_at__lt=ends).update(closes_at=ends)
