"""Proposals of the same forum that may be one."""

from django.db.models import Q

from proposals.models import Pair, Proposal
from proposals.queries.similar import KIND, LOOKED_AT, SHORTEST
from search.likeness import nearest_documents

MOST = 3


def likely_twins(proposal: Proposal, least: int) -> dict[int, int]:
    """Open proposals of the same forum whose titles are alike by `least` percent or more: id -> percent, three at most, the nearest first."""
    words = " ".join(proposal.title.split())[:150]
    if len(words) < SHORTEST:
        return {}
    near = nearest_documents(words, kind=KIND, language=proposal.language, limit=LOOKED_AT, exclude_id=proposal.pk)
    scores = {document.subject_id: round(score * 100) for score, document in near}
    alike = [pk for pk, score in scores.items() if score >= least]
    rows = Proposal.objects.shown().open().filter(pk__in=alike, forum=proposal.forum_id)
    found = set(rows.values_list("pk", flat=True))
    return {pk: scores[pk] for pk in [pk for pk in alike if pk in found][:MOST]}


def joined_into(proposal: Proposal) -> Pair | None:
    """How this proposal was joined into another by its author; one query."""
    either = Q(newer=proposal) | Q(older=proposal)
    return Pair.objects.filter(either, state="joined").exclude(stays=proposal).select_related("stays").first()
