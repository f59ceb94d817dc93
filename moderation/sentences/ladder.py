from datetime import date

from django.utils.translation import gettext as _

from core import today
from core.subjects import Subject
from core.ui.dates import day_words
from ledger.sentences import says
from moderation.events import StepEnded, StepTaken


@says(StepTaken)
def step_taken(event: StepTaken, subject: Subject | None, audience: str) -> str:
    if audience == "council":
        return _("The moderators of a place hand an author to you. It stands on your desk.")
    if audience != "author":
        return _("A moderator took a step, with a reason, for an author of whom several things were hidden.")
    appeal = _("You can read why, and appeal to another person.")
    words = {
        "reminder": _("A moderator reminds you of the rules."),
        "warning": _("A moderator warns you: more of what you wrote was hidden."),
        "pause": _("A moderator paused you from writing in one place. You can write there again on %(day)s."),
        "referral": _("The council's moderators look at what was hidden of yours."),
    }[event.step]
    until = {"day": day_words(date.fromisoformat(event.until), "full", today())}
    return f"{words % until} {appeal}"


@says(StepEnded)
def step_ended(event: StepEnded, subject: Subject | None, audience: str) -> str:
    if audience != "author":
        return _("A step that a moderator took for an author holds no more.")
    if event.step == "pause":
        return _("Your pause is over: you can write again.")
    return _("A step that a moderator took for you holds no more.")
