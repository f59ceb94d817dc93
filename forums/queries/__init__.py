"""Reads that pages and upper floors need of forums, their people and their talk."""

from forums.queries.beginning import beginning_of, pinned_in
from forums.queries.best import BestPosts, best_posts, opening_of
from forums.queries.endings import gives_signs, merged_into, pause_of
from forums.queries.forums import forum_list, forum_page, forums_of, open_activities
from forums.queries.measures import measure
from forums.queries.overview import ForumOverview, forum_overview, wards_of_members
from forums.queries.pages import ThreadPage, thread_page
from forums.queries.people import (
    facilitator_user_ids,
    is_facilitator,
    is_member,
    member_person_ids,
    member_user_ids,
    membership_of,
    owner_keys,
    participant_user_ids,
)
from forums.queries.processes import groups, process_list, process_list_page, process_page
from forums.queries.requests import backer_user_ids, late_requests, request_list, requests_waiting
from forums.queries.rules import is_premoderated, rules_in_force, standing_rules, supports_needed
from forums.queries.summaries import agreed_summaries, summaries_to_answer, summaries_waiting
from forums.queries.threads import thread_for, thread_list, thread_list_page
from forums.queries.wanted import Wanted, wanted_of

__all__ = [
    "BestPosts",
    "ForumOverview",
    "ThreadPage",
    "Wanted",
    "agreed_summaries",
    "backer_user_ids",
    "beginning_of",
    "best_posts",
    "facilitator_user_ids",
    "forum_list",
    "forum_overview",
    "forum_page",
    "forums_of",
    "gives_signs",
    "groups",
    "is_facilitator",
    "is_member",
    "is_premoderated",
    "late_requests",
    "measure",
    "member_person_ids",
    "member_user_ids",
    "membership_of",
    "merged_into",
    "open_activities",
    "opening_of",
    "owner_keys",
    "participant_user_ids",
    "pause_of",
    "pinned_in",
    "process_list",
    "process_list_page",
    "process_page",
    "request_list",
    "requests_waiting",
    "rules_in_force",
    "standing_rules",
    "summaries_to_answer",
    "summaries_waiting",
    "supports_needed",
    "thread_for",
    "thread_list",
    "thread_list_page",
    "thread_page",
    "wanted_of",
    "wards_of_members",
]
