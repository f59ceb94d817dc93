"""Reads that pages and upper floors need of forums, their people and their talk."""

from forums.queries.forums import (
    ForumOverview,
    forum_list,
    forum_overview,
    forum_page,
    forums_of,
    open_activities,
    wards_of_members,
)
from forums.queries.measures import measure
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
from forums.queries.requests import backer_user_ids, late_requests, request_list, requests_waiting
from forums.queries.rules import is_premoderated, rules_in_force, standing_rules
from forums.queries.threads import (
    BestPosts,
    ThreadPage,
    best_posts,
    opening_of,
    page_with,
    thread_for,
    thread_list,
    thread_list_page,
    thread_page,
)

__all__ = [
    "BestPosts",
    "ForumOverview",
    "ThreadPage",
    "backer_user_ids",
    "best_posts",
    "facilitator_user_ids",
    "forum_list",
    "forum_overview",
    "forum_page",
    "forums_of",
    "is_facilitator",
    "is_member",
    "is_premoderated",
    "late_requests",
    "measure",
    "member_person_ids",
    "member_user_ids",
    "membership_of",
    "open_activities",
    "opening_of",
    "owner_keys",
    "page_with",
    "participant_user_ids",
    "request_list",
    "requests_waiting",
    "rules_in_force",
    "standing_rules",
    "thread_for",
    "thread_list",
    "thread_list_page",
    "thread_page",
    "wards_of_members",
]
