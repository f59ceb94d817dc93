"""What stands on an agenda, where it came from, and when the agenda went out, with the proof."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clocks.actions import meet
from committees import events
from committees.models import AgendaItem, Claim, Meeting, Referral
from committees.policies.meetings import may_add_item, may_publish_agenda
from committees.policies.who import is_chair
from committees.queries.agendas import agenda_of, agenda_text, digest_of, timing
from core import now
from core.clock import LONDON, day_of
from core.verdicts import Refused, no, require
from ledger.actions import record
from meetings.actions import add_item, publish
from meetings.states import State


@transaction.atomic
def add_agenda_item(
    *,
    actor: Any,
    meeting: Meeting,
    title: str,
    summary: str = "",
    origin: str = "",
    education: bool = False,
    late_reason: str = "",
) -> AgendaItem:
    """The item is the last on the agenda. Once the agenda is out, only with the chair's reason why it cannot wait."""
    require(may_add_item(actor, meeting))
    return place_on_agenda(
        actor=actor,
        meeting=meeting,
        title=title,
        summary=summary,
        origin=origin,
        education=education,
        late_reason=late_reason,
    )


@transaction.atomic
def place_on_agenda(
    *,
    actor: Any,
    meeting: Meeting,
    title: str,
    summary: str = "",
    origin: str = "",
    about: models.Model | None = None,
    referrals: Iterable[Referral] = (),
    claim: Claim | None = None,
    education: bool = False,
    late_reason: str = "",
) -> AgendaItem:
    """The same for what a referral, a disputed delivery or an adjournment brings; the caller's policy has said yes."""
    late_reason = late_reason.strip()
    # Read now: the agenda may have gone out since the page was opened.
    meeting.gathering.refresh_from_db(fields=("state", "published_at"))
    is_late = meeting.gathering.state != State.SCHEDULED
    if is_late and not late_reason:
        raise Refused(
            no(
                _(
                    "The agenda of that meeting is out. Give the chair's reason why this cannot wait for the next meeting."
                )
            )
        )
    item = add_item(
        actor=actor, gathering=meeting.gathering, title=title, summary=summary, origin=origin, subject=about
    )
    row = AgendaItem.objects.create(
        item=item, meeting=meeting, claim=claim, education=education, late_reason=late_reason if is_late else ""
    )
    row.referrals.set(referrals)
    record(events.AgendaItemAdded(row.pk, meeting.pk, is_late), actor=actor, subject=row, role=_role(actor, meeting))
    return row


@transaction.atomic
def publish_agenda(*, actor: Any, meeting: Meeting, short_notice_reason: str = "") -> Meeting:
    """The agenda is public, with the proof of when: the moment, the last day for it, the reckoning and the digest of its text.

    Too late for the meeting, it is refused unless the chair's reason is given; the reason is then shown beside the agenda.
    Source: Local Government Act 1972, s100A(6) and s100B(3): five clear days, or when the meeting was convened if later.
    """
    require(may_publish_agenda(actor, meeting))
    at = now()
    gate = timing(meeting.publish_by, at)
    reason = short_notice_reason.strip()
    if not gate.in_time and not reason:
        raise Refused(no(too_late(meeting)))
    publish(actor=actor, gathering=meeting.gathering)
    text = agenda_text(meeting, agenda_of(meeting))
    rule = meeting.notice.rule if meeting.notice else None
    meeting.proof = {
        "at": at.astimezone(LONDON).isoformat(timespec="seconds"),
        "available_on": gate.available_on.isoformat(),
        "last_day": gate.last_day.isoformat(),
        "in_time": gate.in_time,
        "rule": f"{rule.key} v{rule.version}" if rule else "",
        "profile": rule.profile if rule else "",
        "clear_days": rule.amount if rule else 0,
        "sha256": digest_of(text),
        "text": text,
    }
    meeting.short_notice_reason = "" if gate.in_time else reason
    meeting.save(update_fields=("proof", "short_notice_reason"))
    if meeting.notice:
        meet(deadline=meeting.notice)
    event = events.AgendaPublished(
        meeting_id=meeting.pk,
        body_id=meeting.body_id,
        on=day_of(meeting.gathering.starts_at).isoformat(),
        last_day=gate.last_day.isoformat(),
        items=meeting.agenda.count(),
        short_notice=not gate.in_time,
        digest=meeting.proof["sha256"],
    )
    record(event, actor=actor, subject=meeting, role="clerk")
    return meeting


def too_late(meeting: Meeting) -> str:
    """Why the agenda cannot go out as it is, in a sentence with the days in it."""
    gate = timing(meeting.publish_by)
    words = {
        "last": date_format(gate.last_day, "l j F Y"),
        "meeting": date_format(day_of(meeting.gathering.starts_at), "l j F Y"),
        "available": date_format(gate.available_on, "l j F Y"),
    }
    if gate.after_cutoff:
        return (
            _(
                "It is too late: for a meeting on %(meeting)s the agenda had to be out by %(last)s. The offices have closed at 17:00, so it would be available from %(available)s. Move the meeting, or give the chair's reason for short notice."
            )
            % words
        )
    return (
        _(
            "It is too late: for a meeting on %(meeting)s the agenda had to be out by %(last)s. Move the meeting, or give the chair's reason for short notice."
        )
        % words
    )


def _role(actor: Any, meeting: Meeting) -> str:
    return "chair" if is_chair(actor, meeting.body) else "clerk"
