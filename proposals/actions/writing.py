"""From a draft to a published proposal, and its later versions."""

import hashlib
import json
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from chain.actions import retitle
from clocks.rules import months_beginning_with
from core import now, text
from core.clock import day_of
from core.verdicts import require
from forums.actions import freeze_rules, retitle_about, thread_about
from forums.models import Activity
from forums.queries import supports_needed
from ledger.actions import record
from moderation.actions import take_back_about
from places.models import Area
from proposals.actions import steps
from proposals.events import ProposalEdited, ProposalPublished
from proposals.models import Proposal, ProposalVersion
from proposals.policies import may_discard, may_edit, may_propose, may_publish
from proposals.states import Origin, State, Type

# The row stays locked until the publication commits, and a rollback gives the number back: no gaps, no doubles.
NEXT_NUMBER = """
INSERT INTO proposals_referencecounter AS counter (series, last) VALUES (%s, 1)
ON CONFLICT (series) DO UPDATE SET last = counter.last + 1 RETURNING last
"""


@transaction.atomic
def save_draft(
    *,
    actor: Any,
    activity: Activity,
    title: str,
    body: str,
    assets: str = "",
    kind: str = Type.SERVICE,
    topic: str = "",
    area: Area | None = None,
    origin: str = Origin.CITIZEN,
    language: str = "en",
) -> Proposal:
    """The actor's one draft in this activity says this; it is theirs alone to see. Saved from two windows, the later words stand.

    If it waited for a person, it does no more: what was looked at would not be what is published.
    """
    require(may_propose(actor, activity))
    for draft in Proposal.objects.filter(activity=activity, author=actor.person, state=State.DRAFT):
        take_back_about(actor=actor, kind="proposals.proposal", pk=draft.pk)
    words = {"title": text.one_line(title), "body": body, "assets": assets}
    rendered = {"body_html": text.render(body), "assets_html": text.render(assets)}
    about = {"type": kind, "topic": topic, "area": area, "origin": origin, "language": language}
    proposal, _created = Proposal.objects.update_or_create(
        activity=activity,
        author=actor.person,
        state=State.DRAFT,
        defaults=words | rendered | about,
        create_defaults=words | rendered | about | {"forum_id": activity.forum_id, "created_at": now()},
    )
    return proposal


@transaction.atomic
def discard_draft(*, actor: Any, proposal: Proposal) -> None:
    """The draft is gone. A trigger keeps what has been published."""
    require(may_discard(actor, proposal))
    take_back_about(actor=actor, kind="proposals.proposal", pk=proposal.pk)
    proposal.delete()


@transaction.atomic
def publish_proposal(*, actor: Any, proposal: Proposal) -> Proposal:
    """The draft is before the public, with a reference, marked as being checked; its supports and its debate are open now.

    The rules of that moment are frozen into it. Raises StateConflict for whoever comes second.
    """
    require(may_publish(actor, proposal))
    freeze_rules(activity=proposal.activity)
    moment, rules = now(), proposal.activity
    proposal.move(
        State.OPEN,
        reference=_next_reference(proposal.forum.code, day_of(moment).year),
        published_at=moment,
        threshold=supports_needed(rules),
        minimum_level=rules.minimum_level,
        expires_on=months_beginning_with(day_of(moment), rules.months_open),
    )
    version = _keep_version(proposal)
    steps.begin(proposal)
    thread_about(record=proposal, forum=proposal.forum, title=proposal.title)
    event = ProposalPublished(
        proposal.pk, proposal.forum_id, proposal.area_id, version=1, digest=version.digest, threshold=proposal.threshold
    )
    record(event, actor=actor, subject=proposal, role="author")
    return proposal


@transaction.atomic
def edit_proposal(*, actor: Any, proposal: Proposal, title: str, body: str, assets: str = "") -> Proposal:
    """A new version stands and the old one stays readable. Words that changed nothing make no version."""
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("forum").get(pk=proposal.pk)
    require(may_edit(actor, proposal))
    title = text.one_line(title)
    if (title, body, assets) == (proposal.title, proposal.body, proposal.assets):
        return proposal
    proposal.title, proposal.body, proposal.assets = title, body, assets
    proposal.body_html, proposal.assets_html = text.render(body), text.render(assets)
    proposal.version += 1
    proposal.save(update_fields=("title", "body", "assets", "body_html", "assets_html", "version"))
    version = _keep_version(proposal)
    name_everywhere(proposal=proposal)
    event = ProposalEdited(proposal.pk, version=proposal.version, digest=version.digest)
    record(event, actor=actor, subject=proposal, role="author")
    return proposal


@transaction.atomic
def name_everywhere(*, proposal: Proposal) -> None:
    """Its steps and its debate bear the title that stands now."""
    retitle(subject=proposal, title=proposal.shown_title)
    retitle_about(record=proposal, title=proposal.shown_title)


@transaction.atomic
def count_posts(*, proposal_id: int, by: int = 1) -> None:
    """The list's order by debate knows of a post more (or less)."""
    Proposal.objects.filter(pk=proposal_id).update(post_count=F("post_count") + by)


def digest_of(title: str, body: str, assets: str) -> str:
    """SHA-256 over a version's text, as it is entered in the record."""
    return hashlib.sha256(json.dumps([title, body, assets], ensure_ascii=False).encode()).hexdigest()


def _keep_version(proposal: Proposal) -> ProposalVersion:
    return ProposalVersion.objects.create(
        proposal=proposal,
        version=proposal.version,
        title=proposal.title,
        body=proposal.body,
        assets=proposal.assets,
        digest=digest_of(proposal.title, proposal.body, proposal.assets),
        at=now(),
    )


def _next_reference(code: str, year: int) -> str:
    """ "ASC-2026-0148": the forum, the year of publication, and the next number in that series."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT_NUMBER, (f"{code}-{year}",))
        return f"{code}-{year}-{cursor.fetchone()[0]:04d}".upper()
