"""Who may do what in a forum; each answer is a sentence that stands beside the button."""

from forums.policies.activities import (
    may_certify_activity,
    may_change_activity,
    may_change_rules,
    may_open_activity,
    may_run_gatherings,
)
from forums.policies.debates import may_set_period, may_update_thread, takes_posts
from forums.policies.elections import (
    may_end_election,
    may_enter_election,
    may_promote_before_election,
    may_speak_before_election,
)
from forums.policies.endings import may_agree_merger, may_pause, may_propose_ending, may_resume
from forums.policies.forums import may_appoint, may_change, may_create
from forums.policies.measures import may_set_first_rules, may_set_measure
from forums.policies.members import (
    may_give_mandate,
    may_join,
    may_leave,
    may_recall,
    may_see_members,
    may_stop_waiting,
    may_wait,
    old_enough,
)
from forums.policies.processes import may_be_called, may_create_process, may_edit_process
from forums.policies.questions import may_answer, may_ask, may_back_question, may_reply_to_question
from forums.policies.requests import (
    may_answer_request,
    may_ask_review,
    may_back,
    may_request,
    may_review_request,
    may_withdraw_backing,
)
from forums.policies.rules import may_propose_rules, may_withdraw_rules
from forums.policies.steering import may_move, may_move_to, may_slow
from forums.policies.summaries import (
    may_answer_point,
    may_group_posts,
    may_open_summary,
    may_summarise,
    may_write_summary,
)
from forums.policies.surveys import may_answer_survey, may_read_survey_words, may_write_survey
from forums.policies.talk import (
    editable_until,
    may_close_thread,
    may_delete_post,
    may_edit_post,
    may_mark_read,
    may_moderate,
    may_moderate_request,
    may_pin,
    may_reply,
    may_start_thread,
    may_take_part,
    may_vote_on_post,
)
from forums.protection import may_speak_protected

__all__ = [
    "editable_until",
    "may_agree_merger",
    "may_answer",
    "may_answer_point",
    "may_answer_request",
    "may_answer_survey",
    "may_appoint",
    "may_ask",
    "may_ask_review",
    "may_back",
    "may_back_question",
    "may_be_called",
    "may_certify_activity",
    "may_change",
    "may_change_activity",
    "may_change_rules",
    "may_close_thread",
    "may_create",
    "may_create_process",
    "may_delete_post",
    "may_edit_post",
    "may_edit_process",
    "may_end_election",
    "may_enter_election",
    "may_give_mandate",
    "may_group_posts",
    "may_join",
    "may_leave",
    "may_mark_read",
    "may_moderate",
    "may_moderate_request",
    "may_move",
    "may_move_to",
    "may_open_activity",
    "may_open_summary",
    "may_pause",
    "may_pin",
    "may_promote_before_election",
    "may_propose_ending",
    "may_propose_rules",
    "may_read_survey_words",
    "may_recall",
    "may_reply",
    "may_reply_to_question",
    "may_request",
    "may_resume",
    "may_review_request",
    "may_run_gatherings",
    "may_see_members",
    "may_set_first_rules",
    "may_set_measure",
    "may_set_period",
    "may_slow",
    "may_speak_before_election",
    "may_speak_protected",
    "may_start_thread",
    "may_stop_waiting",
    "may_summarise",
    "may_take_part",
    "may_update_thread",
    "may_vote_on_post",
    "may_wait",
    "may_withdraw_backing",
    "may_withdraw_rules",
    "may_write_summary",
    "may_write_survey",
    "old_enough",
    "takes_posts",
]
