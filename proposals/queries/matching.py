"""Proposals that hold some words, by the house's one search."""

from django.db.models import QuerySet

from proposals.models import Proposal
from search.queries import matching_ids


def matching(found: QuerySet[Proposal], words: str) -> QuerySet[Proposal]:
    """Those whose search document holds the words. The subquery uses the index of all documents."""
    return found.filter(pk__in=matching_ids(words, kind="proposals.proposal"))
