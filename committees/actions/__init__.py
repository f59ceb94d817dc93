"""The acts of council bodies. The only room that writes here; each act is on the record and on the line."""

from committees.actions.agendas import add_agenda_item, publish_agenda
from committees.actions.answers import answer_recommendation, correct_response, issue_recommendation
from committees.actions.bodies import (
    add_councillor,
    add_seat,
    appoint_holder,
    create_body,
    create_portfolio,
    end_councillor,
    fill_seat,
    fold_persons,
    leave_offices,
    vacate_seat,
)
from committees.actions.consideration import (
    adjourn_item,
    conclude_item,
    draft_recommendation,
    vote_recommendation,
    withdraw_draft,
)
from committees.actions.meetings import (
    agree_minutes,
    cancel_meeting,
    end_meeting,
    record_attendance,
    reschedule_meeting,
    schedule_meeting,
    start_meeting,
    write_minutes,
)
from committees.actions.overdue import flag_answer, flag_commitment
from committees.actions.papers import list_paper, withdraw_paper
from committees.actions.promises import (
    claim_delivery,
    close_judgement,
    judge_delivery,
    report_progress,
    take_dispute,
)
from committees.actions.referrals import (
    accept_referral,
    acknowledge,
    redirect_referral,
    refer_output,
    refuse_referral,
)

__all__ = [
    "accept_referral",
    "acknowledge",
    "add_agenda_item",
    "add_councillor",
    "add_seat",
    "adjourn_item",
    "agree_minutes",
    "answer_recommendation",
    "appoint_holder",
    "cancel_meeting",
    "claim_delivery",
    "close_judgement",
    "conclude_item",
    "correct_response",
    "create_body",
    "create_portfolio",
    "draft_recommendation",
    "end_councillor",
    "end_meeting",
    "fill_seat",
    "flag_answer",
    "flag_commitment",
    "fold_persons",
    "issue_recommendation",
    "judge_delivery",
    "leave_offices",
    "list_paper",
    "publish_agenda",
    "record_attendance",
    "redirect_referral",
    "refer_output",
    "refuse_referral",
    "report_progress",
    "reschedule_meeting",
    "schedule_meeting",
    "start_meeting",
    "take_dispute",
    "vacate_seat",
    "vote_recommendation",
    "withdraw_draft",
    "withdraw_paper",
    "write_minutes",
]
