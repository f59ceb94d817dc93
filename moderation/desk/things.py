"""Things to decide on: what may be against the law, reports, what is held, appeals."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from core.clock import LONDON
from core.desk import Act, Entry, Office, register
from core.ui.dates import when
from moderation.policies.interests import left_to_others
from moderation.policies.locks import name_of
from moderation.queries import Waiting, appeals_waiting, escalated, queue
from moderation.queries.escalations import escalated_keys
from moderation.queries.held import held_waiting

HELD, POST = "moderation.held", "forums.post"
MODERATORS = ("facilitator", "moderator")


def against_the_law(office: Office) -> Iterator[Entry]:
    """Hidden, and before the council's moderators by the hour."""
    for one in escalated():
        key = (one.escalation.subject_kind, one.escalation.subject_id)
        title = one.subject.label if one.subject else _("Something that was hidden")
        note = format_html("{} {}", _("Hidden since it was handed on."), _until(one.escalation.due_at))
        url, take = (
            reverse("moderation:content", args=key),
            Act(_("Take it"), reverse("moderation:take", args=key), sends=True),
        )
        yield Entry("escalation", str(one.escalation.pk), title, url, (take,), one.escalation.due_at, note=note)


def reported(office: Office) -> Iterator[Entry]:
    """Things with all the reports on them, and what has come back from authors. What the council's moderators have before them waits for nobody else."""
    urgent = escalated_keys()
    rows = [one for one in queue(office.places) if (one.kind, one.id) not in urgent]
    others = left_to_others(office.user, [(one.kind, one.id) for one in rows])
    for one in rows:
        yield Entry(
            "report",
            f"{one.kind}:{one.id}",
            one.subject.label if one.subject else _("Something that was reported"),
            reverse("moderation:content", args=(one.kind, one.id)),
            tuple(_acts(office.user, one)),
            one.due_at or one.due,
            note=_news(office.user, one),
            weight=round(one.weight * 100),
            aside=(one.kind, one.id) in others,
        )


def held(office: Office) -> Iterator[Entry]:
    """What is not published before a person has looked at it, by the rule of the place or because of what it says."""
    rows = held_waiting(office.places)
    others = left_to_others(office.user, [(HELD, one.pk) for one in rows])
    for one in rows:
        take = reverse("moderation:take", args=(HELD, one.pk))
        acts = (
            Act(_("Publish"), take, sends=True, name="outcome", value="keep"),
            Act(_("Do not publish"), take, sends=True, name="outcome", value="hide"),
        )
        url, note = reverse("moderation:content", args=(HELD, one.pk)), " ".join(one.reasons)
        yield Entry("held", str(one.pk), one.title, url, acts, one.due, note=note, aside=(HELD, one.pk) in others)


def appealed(office: Office) -> Iterator[Entry]:
    """Appeals against what somebody else decided."""
    rows = appeals_waiting(office.places, user=office.user)
    keys = {one.appeal.pk: (one.appeal.decision.subject_kind, one.appeal.decision.subject_id) for one in rows}
    others = left_to_others(office.user, keys.values())
    for one in rows:
        url, title = reverse("moderation:answer", args=[one.appeal.pk]), one.subject.label if one.subject else ""
        yield Entry(
            "appeal",
            str(one.appeal.pk),
            title or _("An appeal"),
            url,
            (Act(_("Answer the appeal"), url),),
            one.appeal.due,
            note=_("You did not decide on this first, so you can answer."),
            aside=keys[one.appeal.pk] in others,
        )


def _acts(user: Any, one: Waiting) -> Iterator[Act]:
    """What somebody else has can be taken over, and nothing else be done to it."""
    key = (one.kind, one.id)
    if _of_another(user, one):
        yield Act(_("Take over"), reverse("moderation:take_over", args=key), sends=True)
        return
    take = reverse("moderation:take", args=key)
    yield Act(_("Hide"), take, sends=True, name="outcome", value="hide")
    yield Act(_("Keep"), take, sends=True, name="outcome", value="keep")
    if one.kind == POST:
        yield Act(_("Ask to rephrase"), take, sends=True, name="outcome", value="rephrase")
        yield Act(_("Move"), take, sends=True, name="next", value=reverse("forums:move_post", args=[one.id]))


def _of_another(user: Any, one: Waiting) -> bool:
    return one.lock is not None and one.lock.by_id != user.pk


def _news(user: Any, one: Waiting) -> str:
    if one.lock is not None and _of_another(user, one):
        time = one.lock.taken_at.astimezone(LONDON).strftime("%H:%M")
        said = _("%(name)s has this since %(time)s.") % {"name": name_of(one.lock), "time": time}
        return format_html("{} {}", said, _until(one.due_at)) if one.due_at is not None else said
    if one.news == "rephrased":
        return _("Its author has found other words.")
    if one.news == "silent":
        return _("Its author was asked for other words and gave none.")
    words = ngettext("%(n)s report", "%(n)s reports", one.reports) % {"n": one.reports}
    said = f"{words}: {', '.join(one.reasons)}"
    return format_html("{}. {}", said, _until(one.due_at)) if one.due_at is not None else said


def _until(moment: datetime) -> SafeString:
    return format_html(_("Decide by {moment}."), moment=when(moment))


register(against_the_law, roles=("moderator",), kinds={"escalation": gettext_lazy("It may be against the law")})
register(reported, roles=MODERATORS, kinds={"report": gettext_lazy("Reported")})
register(held, roles=MODERATORS, kinds={"held": gettext_lazy("Waits to be published")})
register(appealed, roles=MODERATORS, kinds={"appeal": gettext_lazy("Appeal")})
