"""The one table of periodic jobs.

A line is `"name": job("app.tasks.function", every=seconds)` or `job(..., at=crontab(...))`. Times are London's. A job takes no
arguments, may run twice at once without harm, and says in its own docstring what holds afterwards. `expires` keeps a
stopped worker from finding a heap of stale jobs: a job not begun within its period is dropped, the next one does its work.
"""

from typing import Any

from celery.schedules import crontab


def job(task: str, *, every: float | None = None, at: crontab | None = None) -> dict[str, Any]:
    """One line of the table: every so many seconds, or at the times of a crontab."""
    if (every is None) == (at is None):
        raise ValueError(f"{task}: give either every= or at=")
    return {"task": task, "schedule": every if every is not None else at, "options": {"expires": every or 3600.0}}


JOBS: dict[str, dict[str, Any]] = {
    "deliver-news": job("ledger.tasks.deliver", every=60),
    "seal-the-record": job("ledger.tasks.seal", every=600),
    "send-mail": job("notifications.tasks.send_mail", every=30),
    "write-digests": job("notifications.tasks.write_digests", at=crontab(hour=7, minute=0)),
    "report-retention": job("accounts.tasks.report_retention", at=crontab(hour=4, minute=10, day_of_week="monday")),
    "end-due-measures": job("moderation.tasks.end_due_measures", at=crontab(hour=0, minute=20)),
    "end-due-blocks": job("moderation.tasks.end_due_blocks", at=crontab(hour=0, minute=15)),
    "freeze-months": job("moderation.tasks.freeze_months", at=crontab(hour=2, minute=20, day_of_month="1-3")),
    "fold-reading": job("moderation.tasks.fold_reading", every=600),
    "open-and-close-ballots": job("ballots.tasks.open_and_close", every=60),
    "turn-activities": job("forums.tasks.turn", every=60),
    "turn-elections": job("forums.tasks.turn_elections", every=60),
    "rest-and-end-forums": job("forums.tasks.rest_and_end", at=crontab(hour=0, minute=40)),
    "plan-calendars": job("forums.tasks.plan_calendars", at=crontab(hour=1, minute=10)),
    "open-rule-votes": job("forums.tasks.open_votes", every=300),
    "agree-notes": job("meetings.tasks.agree_unopposed", at=crontab(hour=0, minute=30)),
    "remind-of-meetings": job("meetings.tasks.remind", every=1800),
    "forget-needs": job("meetings.tasks.forget_needs", at=crontab(hour=4, minute=30)),
    "close-summaries": job("forums.tasks.close_summaries", at=crontab(hour=0, minute=15)),
    "fold-tallies": job("proposals.tasks.fold_tallies", every=3),
    "recount-supports": job("proposals.tasks.recount", at=crontab(hour=3, minute=10)),
    "expire-proposals": job("proposals.tasks.expire_due", at=crontab(hour=0, minute=5)),
    "remind-owners": job("chain.tasks.remind_owners", at=crontab(hour=6, minute=30)),
    "learn-words": job("search.tasks.refresh_words", at=crontab(hour=2, minute=40)),
    "flag-overdue": job("committees.tasks.flag_overdue", at=crontab(hour=0, minute=10)),
    "close-judgements": job("committees.tasks.close_judgements", at=crontab(hour=0, minute=20)),
}
