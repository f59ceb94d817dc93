"""A proposal is published at once, or waits whole for a person. Pages and the API come in by these doors."""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from core.text import render
from core.verdicts import Refused, no, require
from forums.policies import may_moderate
from forums.queries.rules import is_premoderated
from moderation.actions import receive
from moderation.arrivals import Arrival, publishes
from moderation.models import Held
from proposals.actions.writing import edit_proposal, publish_proposal
from proposals.models import Proposal
from proposals.policies import may_edit, may_publish

PUBLISH, EDIT = "proposals.publish", "proposals.edit"


@transaction.atomic
def submit_proposal(*, actor: Any, proposal: Proposal) -> Proposal | Held:
    """The draft is before the public, or waits for a person as it stands; changed meanwhile, it waits no more."""
    require(may_publish(actor, proposal))
    words = f"{proposal.title}\n{proposal.body}\n{proposal.assets}"
    held = receive(
        actor=actor,
        arrival=Arrival(
            act=PUBLISH,
            host_key=f"forum:{proposal.forum_id}",
            title=proposal.forum.title,
            url=reverse("proposals:draft", args=[proposal.pk]),
            text=words,
            html=format_html(
                "<h3>{}</h3>{}{}", proposal.title, mark_safe(proposal.body_html), mark_safe(proposal.assets_html)
            ),
            payload={"proposal": proposal.pk},
            about=("proposals.proposal", proposal.pk),
            place_asks=is_premoderated(proposal.forum),
            exempt=bool(may_moderate(actor, proposal.forum)),
        ),
    )
    return held if held is not None else publish_proposal(actor=actor, proposal=proposal)


@transaction.atomic
def submit_edit(*, actor: Any, proposal: Proposal, title: str, body: str, assets: str = "") -> Proposal:
    """A new version stands, unless such words would have to wait: a change cannot, for what it changes stands there."""
    require(may_edit(actor, proposal))
    arrival = Arrival(
        act=EDIT,
        host_key=f"forum:{proposal.forum_id}",
        title=proposal.title,
        url=proposal.address,
        text=f"{title}\n{body}\n{assets}",
        html=render(body),
        place_asks=is_premoderated(proposal.forum),
        exempt=bool(may_moderate(actor, proposal.forum))
        or (title, body, assets) == (proposal.title, proposal.body, proposal.assets),
    )
    if receive(actor=actor, arrival=arrival) is not None:
        raise Refused(
            no(
                _(
                    "A person would have to look at these words first, so they cannot take the place of the others. Say it in the debate."
                )
            )
        )
    return edit_proposal(actor=actor, proposal=proposal, title=title, body=body, assets=assets)


@publishes(PUBLISH)
def publish_draft(held: Held) -> str:
    rows = Proposal.objects.select_related("activity__forum", "forum", "area", "author")
    published = publish_proposal(actor=held.by, proposal=rows.get(pk=held.payload["proposal"]))
    return str(published.address)
