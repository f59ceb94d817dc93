"""The proposals that a forum's meeting could talk about: those with most supports, and those most talked about."""

from django.utils.translation import gettext as _, ngettext

from core.ui.pieces import count
from meetings import picking
from meetings.picking import Pick
from proposals.models import Proposal

KIND = "proposals.proposal"
MANY = 30


def top_proposals(host: tuple[str, int]) -> list[Pick]:
    """Open ones of one forum, in turn the next most supported and the next most discussed."""
    if host[0] != "forums.forum":
        return []
    rows = Proposal.objects.open().filter(forum=host[1], hidden_at=None).only("title", "supports", "post_count")
    supported = rows.filter(supports__gt=0).order_by("-supports", "-id")[:MANY]
    discussed = rows.filter(post_count__gt=0).order_by("-post_count", "-id")[:MANY]
    found: dict[int, Pick] = {}
    both = [list(supported), list(discussed)]
    for place in range(MANY):
        for row in (listed[place] for listed in both if place < len(listed)):
            found.setdefault(row.pk, Pick(KIND, row.pk, row.title, _why(row)))
    return list(found.values())


def _why(row: Proposal) -> str:
    supports = ngettext("%(n)s support", "%(n)s supports", row.supports) % {"n": count(row.supports)}
    posts = ngettext("%(n)s post", "%(n)s posts", row.post_count) % {"n": count(row.post_count)}
    return _("%(supports)s, %(posts)s") % {"supports": supports, "posts": posts}


picking.register("proposals", top_proposals)
