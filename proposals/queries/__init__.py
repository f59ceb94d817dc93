"""Reads of proposals for pages and for the floors above."""

from proposals.queries.choices import Choices, choices
from proposals.queries.decisions import Decisions, adoption_by, decisions_on, forums_to_ask, news_elsewhere
from proposals.queries.lists import ORDERS, Wanted, list_page, rows_of
from proposals.queries.pages import (
    ProposalPage,
    checks_waiting,
    proposal_page,
    public_proposal,
    supportable_proposal,
    versions_of,
)
from proposals.queries.people import (
    Mine,
    OwnSupport,
    author_user_id,
    draft_of,
    mine,
    own_support,
    support_count,
    supporter_user_ids,
    supporting_person_ids,
    supports_of,
)
from proposals.queries.similar import likenesses_of, raised_elsewhere, similar, wards_raising

__all__ = [
    "ORDERS",
    "Choices",
    "Decisions",
    "Mine",
    "OwnSupport",
    "ProposalPage",
    "Wanted",
    "adoption_by",
    "author_user_id",
    "checks_waiting",
    "choices",
    "decisions_on",
    "draft_of",
    "forums_to_ask",
    "likenesses_of",
    "list_page",
    "mine",
    "news_elsewhere",
    "own_support",
    "proposal_page",
    "public_proposal",
    "raised_elsewhere",
    "rows_of",
    "similar",
    "support_count",
    "supportable_proposal",
    "supporter_user_ids",
    "supporting_person_ids",
    "supports_of",
    "versions_of",
    "wards_raising",
]
