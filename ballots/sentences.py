"""What the record says of ballots, and what those on a roll are told."""

from datetime import datetime

from django.utils.translation import gettext as _, ngettext

from ballots.events import BallotAnnulled, BallotCertified, BallotClosed, BallotOpened, BallotPlanned, SlipsPrinted
from ballots.words import moment_of
from core.subjects import Subject
from core.ui.pieces import count
from ledger.sentences import says


@says(BallotPlanned)
def planned(event: BallotPlanned, subject: Subject | None, audience: str) -> str:
    facts = {
        "question": _question(subject),
        "roll": count(event.roll_size),
        "opens": moment_of(datetime.fromisoformat(event.opens_at)),
        "closes": moment_of(datetime.fromisoformat(event.closes_at)),
    }
    return (
        ngettext(
            "A ballot was announced: “%(question)s” %(roll)s member is on the roll; voting opens %(opens)s and closes %(closes)s.",
            "A ballot was announced: “%(question)s” %(roll)s members are on the roll; voting opens %(opens)s and closes %(closes)s.",
            event.roll_size,
        )
        % facts
    )


@says(BallotOpened)
def opened(event: BallotOpened, subject: Subject | None, audience: str) -> str:
    facts = {
        "question": _question(subject),
        "roll": count(event.roll_size),
        "closes": moment_of(datetime.fromisoformat(event.closes_at)),
    }
    if audience == "roll":
        return _("You can vote now: “%(question)s” Voting closes %(closes)s.") % facts
    return (
        ngettext(
            "Voting opened: “%(question)s” %(roll)s member can vote until it closes %(closes)s.",
            "Voting opened: “%(question)s” %(roll)s members can vote until it closes %(closes)s.",
            event.roll_size,
        )
        % facts
    )


@says(BallotClosed)
def closed(event: BallotClosed, subject: Subject | None, audience: str) -> str:
    facts = {
        "question": _question(subject),
        "yes": count(event.yes),
        "no": count(event.no),
        "abstain": count(event.abstain),
        "votes": count(event.yes + event.no + event.abstain),
        "roll": count(event.roll_size),
    }
    if event.carried:
        return (
            _(
                "Voting closed: “%(question)s” Yes %(yes)s, no %(no)s, abstain %(abstain)s: carried. %(votes)s of the %(roll)s on the roll voted."
            )
            % facts
        )
    return (
        _(
            "Voting closed: “%(question)s” Yes %(yes)s, no %(no)s, abstain %(abstain)s: not carried. %(votes)s of the %(roll)s on the roll voted."
        )
        % facts
    )


@says(BallotCertified)
def certified(event: BallotCertified, subject: Subject | None, audience: str) -> str:
    return _(
        "The result of “%(question)s” was certified, and the sealed votes were destroyed: nobody can tell any more who voted how."
    ) % {"question": _question(subject)}


@says(BallotAnnulled)
def annulled(event: BallotAnnulled, subject: Subject | None, audience: str) -> str:
    return _("The ballot “%(question)s” was annulled and counts for nothing. The reason stands on its page.") % {
        "question": _question(subject)
    }


@says(SlipsPrinted)
def slips_printed(event: SlipsPrinted, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "%(n)s slip of paper was printed for the ballot: “%(question)s”",
        "%(n)s slips of paper were printed for the ballot: “%(question)s”",
        event.number,
    ) % {"n": count(event.number), "question": _question(subject)}


def _question(subject: Subject | None) -> str:
    return subject.label if subject else "?"
