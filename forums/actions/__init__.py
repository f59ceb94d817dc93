"""Everything that can be done in a forum. The only room that writes."""

from forums.actions.activities import change_activity, freeze_rules, open_activity, turn_activities
from forums.actions.calendar import clear_calendar, draw_calendar, plan_calendars, plan_meetings
from forums.actions.debates import add_update, set_period
from forums.actions.elections import end_election, enter_election, turn_elections
from forums.actions.endings import (
    agree_merger,
    close_forum,
    open_ending_vote,
    pause_forum,
    propose_ending,
    resume_forum,
    settle_ending,
)
from forums.actions.first_rules import set_first_rules
from forums.actions.forums import change_forum, create_forum, move_forum
from forums.actions.imports import ImportedPost, import_posts, threads_about
from forums.actions.labels import label_posts, unlabel_posts
from forums.actions.measures import set_measure
from forums.actions.members import (
    appoint_facilitator,
    end_facilitator,
    fill_places,
    give_mandate,
    join,
    leave,
    recall_mandate,
    stop_waiting,
    wait_for_place,
)
from forums.actions.merging import fold_talk
from forums.actions.posts import delete_post, edit_post, pin_post, reply
from forums.actions.processes import change_process, create_process, set_phase, turn_phases
from forums.actions.protection import fold_voices, forget_voices
from forums.actions.reading import mark_read
from forums.actions.requests import (
    answer_request,
    ask_review,
    back_request,
    fold_backings,
    request_forum,
    review_request,
    withdraw_backing,
)
from forums.actions.rules import (
    give_first_rules,
    open_due_votes,
    open_rules_vote,
    propose_rules,
    settle_rules,
    withdraw_rules,
)
from forums.actions.steering import move_posts, slow_thread
from forums.actions.submitting import submit_edit, submit_question, submit_reply, submit_thread
from forums.actions.summaries import (
    answer_point,
    begin_summary,
    change_point,
    close_due_summaries,
    close_summary,
    fold_answers,
    forget_answers,
    open_summary,
    remove_point,
    write_point,
)
from forums.actions.threads import close_thread, pin_thread, retitle_about, start_thread, thread_about
from forums.actions.turning import close_idle, open_due_endings, resume_due
from forums.actions.votes import vote_on_post

__all__ = [
    "ImportedPost",
    "add_update",
    "agree_merger",
    "answer_point",
    "answer_request",
    "appoint_facilitator",
    "ask_review",
    "back_request",
    "begin_summary",
    "change_activity",
    "change_forum",
    "change_point",
    "change_process",
    "clear_calendar",
    "close_due_summaries",
    "close_forum",
    "close_idle",
    "close_summary",
    "close_thread",
    "create_forum",
    "create_process",
    "delete_post",
    "draw_calendar",
    "edit_post",
    "end_election",
    "end_facilitator",
    "enter_election",
    "fill_places",
    "fold_answers",
    "fold_backings",
    "fold_talk",
    "fold_voices",
    "forget_answers",
    "forget_voices",
    "freeze_rules",
    "give_first_rules",
    "give_mandate",
    "import_posts",
    "join",
    "label_posts",
    "leave",
    "mark_read",
    "move_forum",
    "move_posts",
    "open_activity",
    "open_due_endings",
    "open_due_votes",
    "open_ending_vote",
    "open_rules_vote",
    "open_summary",
    "pause_forum",
    "pin_post",
    "pin_thread",
    "plan_calendars",
    "plan_meetings",
    "propose_ending",
    "propose_rules",
    "recall_mandate",
    "remove_point",
    "reply",
    "request_forum",
    "resume_due",
    "resume_forum",
    "retitle_about",
    "review_request",
    "set_first_rules",
    "set_measure",
    "set_period",
    "set_phase",
    "settle_ending",
    "settle_rules",
    "slow_thread",
    "start_thread",
    "stop_waiting",
    "submit_edit",
    "submit_question",
    "submit_reply",
    "submit_thread",
    "thread_about",
    "threads_about",
    "turn_activities",
    "turn_elections",
    "turn_phases",
    "unlabel_posts",
    "vote_on_post",
    "wait_for_place",
    "withdraw_backing",
    "withdraw_rules",
    "write_point",
]
