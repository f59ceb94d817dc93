"""Events of outputs as sentences: for everybody, and in their own words for members and for those who asked."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from ballots.words import moment_of
from core import today
from core.subjects import Subject
from core.ui.dates import day_words
from core.ui.pieces import count
from ledger.sentences import says
from outputs.events import (
    OutputApprovalOpened,
    OutputApproved,
    OutputCommentsOpened,
    OutputCompiled,
    OutputDiscarded,
    OutputEdited,
    OutputJoined,
    OutputNotApproved,
    OutputReopened,
    OutputsOpposed,
    OutputsOpposedNoMore,
)

MEMBERS, AUTHORS, SUPPORTERS, FACILITATORS = "members", "authors", "supporters", "facilitators"
JOINED = "joined"


@says(OutputCompiled)
def compiled(event: OutputCompiled, subject: Subject | None, audience: str) -> str:
    return _("A facilitator began to write “%(title)s” from proposals that the members adopted.") % _title(subject)


@says(OutputEdited)
def edited(event: OutputEdited, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” was changed; version %(version)d stands now.") % (
        _title(subject) | {"version": event.version}
    )


@says(OutputDiscarded)
def discarded(event: OutputDiscarded, subject: Subject | None, audience: str) -> str:
    return _("A draft of an output was thrown away before it was public.")


@says(OutputCommentsOpened)
def comments_opened(event: OutputCommentsOpened, subject: Subject | None, audience: str) -> str:
    facts = _title(subject) | {"day": day_words(date.fromisoformat(event.closes_on), "weekday", today())}
    sentences = {
        MEMBERS: _("Your forum wants to send on “%(title)s”. Read it and comment until the end of %(day)s."),
        AUTHORS: _("Your proposal is in “%(title)s”, on which the forum's members comment until the end of %(day)s."),
    }
    return sentences.get(audience, _("Members comment on “%(title)s” until the end of %(day)s.")) % facts


@says(OutputReopened)
def reopened(event: OutputReopened, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” is being rewritten. The reason stands on its page.") % _title(subject)


@says(OutputApprovalOpened)
def approval_opened(event: OutputApprovalOpened, subject: Subject | None, audience: str) -> str:
    facts = _title(subject) | {"closes": moment_of(datetime.fromisoformat(event.closes_at))}
    sentences = {MEMBERS: _("Vote now: shall your forum send on “%(title)s”? Voting closes %(closes)s.")}
    return sentences.get(audience, _("The forum's members vote on “%(title)s”. Voting closes %(closes)s.")) % facts


@says(OutputApproved)
def approved(event: OutputApproved, subject: Subject | None, audience: str) -> str:
    facts = _title(subject) | _figures(event)
    sentences = {
        MEMBERS: _(
            "Your forum approved “%(title)s” by %(yes)s to %(no)s. It goes to a committee, which must deal with it in public."
        ),
        AUTHORS: _(
            "“%(title)s”, which carries on your proposal, was approved by %(yes)s to %(no)s. It goes to a committee, which must deal with it in public."
        ),
        SUPPORTERS: _(
            "“%(title)s”, which carries on a proposal that you support, was approved by %(yes)s to %(no)s. It goes to a committee, which must deal with it in public."
        ),
    }
    general = _(
        "The forum's members approved “%(title)s” by %(yes)s to %(no)s; %(votes)s of %(roll)s voted. The text is final."
    )
    return sentences.get(audience, general) % facts


@says(OutputJoined)
def joined(event: OutputJoined, subject: Subject | None, audience: str) -> str:
    sentences = {
        JOINED: _(
            "Your forum sends on “%(title)s” together with the forum that wrote it. How it decided stands there."
        ),
        MEMBERS: _("Another forum joined your forum's “%(title)s”: both send it on. How it decided stands there."),
        AUTHORS: _("Another forum joined “%(title)s”, which carries on your proposal: both send it on."),
    }
    general = _("Another forum joined “%(title)s”: both send it on. How it decided stands on the page.")
    return sentences.get(audience, general) % _title(subject)


@says(OutputsOpposed)
def opposed(event: OutputsOpposed, subject: Subject | None, audience: str) -> str:
    sentences = {
        MEMBERS: _(
            "Forums disagree: an output of another forum asks for the opposite of your forum's “%(title)s”. Both stand side by side."
        ),
    }
    general = _(
        "Forums disagree: an output of another forum asks for the opposite of “%(title)s”. Both stand side by side."
    )
    return sentences.get(audience, general) % _title(subject)


@says(OutputsOpposedNoMore)
def opposed_no_more(event: OutputsOpposedNoMore, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s” and an output of another forum are no longer marked as opposite.") % _title(subject)


@says(OutputNotApproved)
def not_approved(event: OutputNotApproved, subject: Subject | None, audience: str) -> str:
    if event.annulled:
        return _("The members' ballot on “%(title)s” was annulled, so the text goes back to be rewritten.") % _title(
            subject
        )
    facts = _title(subject) | _figures(event)
    return (
        _(
            "The members did not approve “%(title)s”: %(yes)s for, %(no)s against, %(abstain)s abstained; %(votes)s of %(roll)s voted. It is being rewritten."
        )
        % facts
    )


def _title(subject: Subject | None) -> dict[str, object]:
    return {"title": subject.label if subject else "?"}


def _figures(event: OutputApproved | OutputNotApproved) -> dict[str, object]:
    votes = event.yes + event.no + event.abstain
    return {
        "yes": count(event.yes),
        "no": count(event.no),
        "abstain": count(event.abstain),
        "votes": count(votes),
        "roll": count(event.roll),
    }
