"""How the floors below name a proposal, a tally's adoption and an import."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from accounts.queries import person_of
from core.subjects import Subject, register
from forums.queries import facilitator_user_ids
from moderation import authors, hosts
from proposals.models import Adoption, ImportRun, Pair, Proposal, SharedIssue
from proposals.policies import may_moderate, may_see_pair
from proposals.states import State


def describe(ids: list[int]) -> dict[int, Subject]:
    """A hidden proposal keeps its address and loses its words; a draft is its author's alone."""
    rows = Proposal.objects.filter(pk__in=ids).only("title", "reference", "state", "hidden_at")
    return {proposal.pk: _subject(proposal) for proposal in rows}


def visible(user: Any, ids: list[int]) -> set[int]:
    person = person_of(user)
    if person is None:
        return set()
    return set(Proposal.objects.filter(pk__in=ids, author=person).values_list("pk", flat=True))


def describe_adoptions(ids: list[int]) -> dict[int, Subject]:
    rows = Adoption.objects.filter(pk__in=ids).select_related("proposal").defer("proposal__body", "proposal__body_html")
    return {
        row.pk: Subject("proposals.adoption", row.pk, row.proposal.title, f"{row.proposal.address}#adoption")
        for row in rows
    }


def describe_imports(ids: list[int]) -> dict[int, Subject]:
    rows = ImportRun.objects.filter(pk__in=ids).select_related("forum")
    return {
        row.pk: Subject("proposals.importrun", row.pk, _("an import into %(forum)s") % {"forum": row.forum.title}, "")
        for row in rows
    }


def describe_issues(ids: list[int]) -> dict[int, Subject]:
    rows = SharedIssue.objects.filter(pk__in=ids).only("title")
    return {row.pk: Subject("proposals.sharedissue", row.pk, row.title, row.address) for row in rows}


def describe_pairs(ids: list[int]) -> dict[int, Subject]:
    rows = Pair.objects.filter(pk__in=ids).select_related("newer", "older")
    words = _("“%(newer)s” and “%(older)s”")
    return {
        row.pk: Subject(
            "proposals.pair",
            row.pk,
            words % {"newer": _subject(row.newer).label, "older": _subject(row.older).label},
            row.address,
            public=False,
        )
        for row in rows
    }


def pairs_seen(user: Any, ids: list[int]) -> set[int]:
    """Facilitators of the forum; once they are invited, both authors."""
    return {row.pk for row in Pair.objects.for_page().filter(pk__in=ids) if may_see_pair(user, row)}


def _subject(proposal: Proposal) -> Subject:
    label = proposal.title
    if proposal.is_hidden:
        label = _("a hidden proposal, %(reference)s") % {"reference": proposal.reference}
    return Subject("proposals.proposal", proposal.pk, label, proposal.address, public=proposal.state != State.DRAFT)


def words(proposal: Proposal) -> SafeString:
    """What moderators and the author see of it, hidden or not."""
    return format_html(
        "<h3>{}</h3>{}{}", proposal.title, mark_safe(proposal.body_html), mark_safe(proposal.assets_html)
    )


def author_ids(proposal: Proposal) -> list[int]:
    return [proposal.author.user_id] if proposal.author is not None and proposal.author.user_id else []


register(Proposal, describe, visible)
register(Adoption, describe_adoptions)
register(ImportRun, describe_imports)
register(SharedIssue, describe_issues)
register(Pair, describe_pairs, pairs_seen)

authors.register(Proposal, author_ids)
hosts.register(
    Proposal,
    key=lambda proposal: f"forum:{proposal.forum_id}",
    may_moderate=may_moderate,
    words=words,
    moderators=lambda proposal: facilitator_user_ids(proposal.forum_id),
    rows=lambda: Proposal.objects.public().select_related("forum", "author"),
    around=lambda proposal: [("accounts.person", proposal.author_id)] if proposal.author_id else [],
    written=lambda person_id: Proposal.objects.shown().select_related("forum", "author").filter(author=person_id),
)
