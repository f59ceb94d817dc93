"""Events of proposals as sentences: for everybody, and in their own words for its author and for those who support it."""

from django.utils.translation import gettext as _, ngettext

from core.subjects import Subject
from core.ui.pieces import count
from ledger.sentences import says
from proposals.events import (
    AdoptionCertified,
    AdoptionOpened,
    AskedElsewhere,
    DecidedElsewhere,
    ForumsDisagree,
    IssueClosed,
    IssueForumAnswered,
    IssueForumAsked,
    IssueOpened,
    PairDeclined,
    PairInvited,
    ProposalEdited,
    ProposalExpired,
    ProposalJoined,
    ProposalPublished,
    ProposalsImported,
    ProposalWithdrawn,
    RemitChecked,
    SeenElsewhere,
    SupportsCounted,
    TallyRepaired,
    ThresholdLost,
    ThresholdReached,
)

AUTHOR, SUPPORTERS, FACILITATORS, MEMBERS = "author", "supporters", "facilitators", "members"


@says(ProposalPublished)
def published(event: ProposalPublished, subject: Subject | None, audience: str) -> str:
    sentences = {
        FACILITATORS: _(
            "“%(title)s” was published in your forum. Check whether it is the forum's business: your desk says by when."
        ),
        "ward": _("Somebody asks for something in an area that you follow: “%(title)s”."),
    }
    return sentences.get(audience, _("“%(title)s” was published. It is being checked, and can be supported.")) % _title(
        subject
    )


@says(ProposalEdited)
def edited(event: ProposalEdited, subject: Subject | None, audience: str) -> str:
    sentences = {
        SUPPORTERS: _(
            "“%(title)s”, which you support, was changed. Version %(version)d stands now; see what changed, and take your support back if you no longer agree."
        ),
    }
    general = _("“%(title)s” was changed; version %(version)d stands now.")
    return sentences.get(audience, general) % (_title(subject) | {"version": event.version})


@says(ProposalWithdrawn)
def withdrawn(event: ProposalWithdrawn, subject: Subject | None, audience: str) -> str:
    sentences = {
        SUPPORTERS: _("“%(title)s”, which you support, was withdrawn by its author. The reason stands on its page."),
    }
    return sentences.get(
        audience, _("“%(title)s” was withdrawn by its author. The reason stands on its page.")
    ) % _title(subject)


@says(RemitChecked)
def checked(event: RemitChecked, subject: Subject | None, audience: str) -> str:
    if event.outcome == "in_remit":
        sentences = {AUTHOR: _("Your proposal “%(title)s” was checked: it is the forum's business.")}
        return sentences.get(audience, _("“%(title)s” was checked: it is the forum's business.")) % _title(subject)
    sentences = {
        AUTHOR: _(
            "Your proposal “%(title)s” was refused at the check. Its page gives the reason; you can ask for another look."
        ),
        SUPPORTERS: _("“%(title)s”, which you support, was refused at the check. Its page gives the reason."),
    }
    return sentences.get(audience, _("“%(title)s” was refused at the check. Its page gives the reason.")) % _title(
        subject
    )


@says(SupportsCounted)
def counted(event: SupportsCounted, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {
        "added": count(event.added),
        "withdrawn": count(event.withdrawn),
        "total": count(event.total),
    }
    if event.withdrawn and not event.added:
        return _("Supports of “%(title)s” were counted: %(withdrawn)s withdrawn, %(total)s in all.") % values
    if event.withdrawn:
        return (
            _("Supports of “%(title)s” were counted: %(added)s added, %(withdrawn)s withdrawn, %(total)s in all.")
            % values
        )
    return _("Supports of “%(title)s” were counted: %(added)s added, %(total)s in all.") % values


@says(ThresholdReached)
def reached(event: ThresholdReached, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {"threshold": count(event.threshold)}
    sentences = {
        AUTHOR: _(
            "Your proposal “%(title)s” has the %(threshold)s supports it needs. Next, the forum's members vote on it."
        ),
        SUPPORTERS: _(
            "“%(title)s”, which you support, has the %(threshold)s supports it needs. Next, the forum's members vote on it."
        ),
        FACILITATORS: _("“%(title)s” has the %(threshold)s supports it needs. Put it to the forum's members."),
    }
    return sentences.get(audience, _("“%(title)s” has the %(threshold)s supports it needs.")) % values


@says(ThresholdLost)
def lost(event: ThresholdLost, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {"threshold": count(event.threshold), "total": count(event.total)}
    return _("Supports were taken back, and “%(title)s” stands at %(total)s of the %(threshold)s it needs.") % values


@says(AdoptionOpened)
def opened(event: AdoptionOpened, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {"supports": count(event.supports)}
    sentences = {
        AUTHOR: _("The forum's members vote on your proposal “%(title)s” now. Supports closed at %(supports)s."),
        SUPPORTERS: _(
            "The forum's members vote now on “%(title)s”, which you support. Supports closed at %(supports)s."
        ),
        MEMBERS: _("You can vote now on whether your forum adopts “%(title)s”."),
    }
    return (
        sentences.get(audience, _("The forum's members vote on “%(title)s” now. Supports closed at %(supports)s."))
        % values
    )


@says(AdoptionCertified)
def certified(event: AdoptionCertified, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {"yes": count(event.yes), "no": count(event.no)}
    if event.adopted:
        sentences = {
            AUTHOR: _("The forum adopted your proposal “%(title)s”: %(yes)s for, %(no)s against."),
            SUPPORTERS: _("The forum adopted “%(title)s”, which you support: %(yes)s for, %(no)s against."),
        }
        return sentences.get(audience, _("The forum adopted “%(title)s”: %(yes)s for, %(no)s against.")) % values
    sentences = {
        AUTHOR: _("The forum did not adopt your proposal “%(title)s”: %(yes)s for, %(no)s against."),
        SUPPORTERS: _("The forum did not adopt “%(title)s”, which you support: %(yes)s for, %(no)s against."),
    }
    return sentences.get(audience, _("The forum did not adopt “%(title)s”: %(yes)s for, %(no)s against.")) % values


@says(AskedElsewhere)
def asked_elsewhere(event: AskedElsewhere, subject: Subject | None, audience: str) -> str:
    sentences = {
        MEMBERS: _("You can vote now on whether your forum adopts “%(title)s” too, a proposal of another forum."),
        AUTHOR: _("The members of another forum vote now on your proposal “%(title)s”."),
        FACILITATORS: _("Another forum puts “%(title)s”, a proposal of your forum, to its members."),
    }
    return sentences.get(audience, _("The members of another forum vote now on “%(title)s”.")) % _title(subject)


@says(DecidedElsewhere)
def decided_elsewhere(event: DecidedElsewhere, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {"yes": count(event.yes), "no": count(event.no)}
    if event.adopted:
        return _("Another forum adopted “%(title)s” too: %(yes)s for, %(no)s against.") % values
    return _("Another forum did not adopt “%(title)s”: %(yes)s for, %(no)s against.") % values


@says(SeenElsewhere)
def seen_elsewhere(event: SeenElsewhere, subject: Subject | None, audience: str) -> str:
    return _("A facilitator looked at what another forum does with “%(title)s”.") % _title(subject)


@says(ForumsDisagree)
def forums_disagree(event: ForumsDisagree, subject: Subject | None, audience: str) -> str:
    sentences = {
        FACILITATORS: _(
            "Forums disagree about “%(title)s”: one adopted it and another did not. Both decisions stand side by side on its page; talk to each other."
        ),
    }
    return sentences.get(
        audience,
        _("Forums disagree about “%(title)s”: one adopted it and another did not. Its page shows both decisions."),
    ) % _title(subject)


@says(IssueOpened)
def issue_opened(event: IssueOpened, subject: Subject | None, audience: str) -> str:
    return _("A shared issue was opened: “%(title)s”.") % _title(subject)


@says(IssueForumAsked)
def issue_forum_asked(event: IssueForumAsked, subject: Subject | None, audience: str) -> str:
    if audience == FACILITATORS:
        return _(
            "Does something in your forum belong to “%(title)s”, a shared issue? You decide for your forum."
        ) % _title(subject)
    return _("A forum was asked whether it is in “%(title)s”, a shared issue.") % _title(subject)


@says(IssueForumAnswered)
def issue_forum_answered(event: IssueForumAnswered, subject: Subject | None, audience: str) -> str:
    if event.joined:
        return _("A forum is in “%(title)s”, a shared issue.") % _title(subject)
    return _("A forum stays out of “%(title)s”, a shared issue.") % _title(subject)


@says(IssueClosed)
def issue_closed(event: IssueClosed, subject: Subject | None, audience: str) -> str:
    return _("“%(title)s”, a shared issue, was closed. The reason stands on its page.") % _title(subject)


@says(PairInvited)
def pair_invited(event: PairInvited, subject: Subject | None, audience: str) -> str:
    if audience == AUTHOR:
        return _(
            "A facilitator asks the authors of %(title)s whether one joins the other, and says why. You decide for your own."
        ) % _title(subject)
    return _("The authors of %(title)s were asked whether one joins the other.") % _title(subject)


@says(ProposalJoined)
def joined(event: ProposalJoined, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {"reference": event.reference}
    if audience == AUTHOR:
        return _("The author of %(reference)s joined theirs to your proposal “%(title)s”.") % values
    return _("The author of %(reference)s joined theirs to “%(title)s”.") % values


@says(PairDeclined)
def pair_declined(event: PairDeclined, subject: Subject | None, audience: str) -> str:
    return _("Of %(title)s, an author said that theirs stands on its own.") % _title(subject)


@says(ProposalExpired)
def expired(event: ProposalExpired, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {"supports": count(event.supports), "threshold": count(event.threshold)}
    sentences = {
        AUTHOR: _("The time for your proposal “%(title)s” ended with %(supports)s of %(threshold)s supports."),
        SUPPORTERS: _(
            "The time for “%(title)s”, which you support, ended with %(supports)s of %(threshold)s supports."
        ),
    }
    return (
        sentences.get(audience, _("The time for “%(title)s” ended with %(supports)s of %(threshold)s supports."))
        % values
    )


@says(TallyRepaired)
def repaired(event: TallyRepaired, subject: Subject | None, audience: str) -> str:
    values = _title(subject) | {"published": count(event.published), "recounted": count(event.recounted)}
    return _("The nightly recount put right the supports of “%(title)s”: %(recounted)s, not %(published)s.") % values


@says(ProposalsImported)
def imported(event: ProposalsImported, subject: Subject | None, audience: str) -> str:
    return ngettext(
        "%(count)s proposal and its debate were brought in from another platform.",
        "%(count)s proposals and their debates were brought in from another platform.",
        event.count,
    ) % {"count": count(event.count)}


def _title(subject: Subject | None) -> dict[str, object]:
    return {"title": subject.label if subject else "?"}
