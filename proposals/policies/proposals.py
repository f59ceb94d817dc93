"""Who may do what with a proposal, and the reason that stands beside the button where they may not."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Level
from accounts.queries import person_of
from ballots.states import State as BallotState
from core import now, today
from core.clock import day_of
from core.context import address
from core.ui.dates import day_words
from core.verdicts import Verdict, no, yes
from forums.models import Activity, Forum
from forums.policies import may_moderate as may_moderate_forum, old_enough
from forums.queries import is_facilitator
from forums.states import ActivityKind
from moderation.policies import may_write
from proposals.models import Adoption, Proposal
from proposals.states import State

EDITING = timedelta(hours=24)
TAKEN_UP = frozenset({State.OPEN, State.BALLOTED, State.ADOPTED})  # by other forums


def may_propose(user: Any, activity: Activity) -> Verdict:
    """Anybody with a confirmed e-mail address, while the activity is open."""
    if activity.kind != ActivityKind.PROPOSALS:
        return no(_("This activity does not take proposals."))
    if activity.opens_at > now():
        return no(_("Proposals can be written from %(day)s.") % {"day": _day(activity.opens_at)})
    if not activity.is_open:
        return no(_("This activity is over. It takes no new proposals."))
    if not activity.forum.is_active:
        return no(_("This forum is not active now, so it takes no new proposals."))
    person = person_of(user)
    if person is None:
        here = f"{reverse('proposals:new')}?{urlencode({'activity': activity.pk})}"
        return _sign_in(_("Sign in to write a proposal."), here)
    if person.level < Level.EMAIL:
        return no(
            _("Confirm your e-mail address first, so that what is asked here has somebody behind it."),
            remedy_url=address("account_email"),
            remedy_label=_("Confirm your address"),
        )
    if not (paused := may_write(user, f"forum:{activity.forum_id}")):
        return paused
    return old_enough(person, activity.forum)


def may_publish(user: Any, proposal: Proposal) -> Verdict:
    if proposal.state != State.DRAFT:
        return no(_("This proposal is published already."))
    if not is_author(user, proposal):
        return no(_("Only its author can publish a draft."))
    return may_propose(user, proposal.activity)


def may_discard(user: Any, proposal: Proposal) -> Verdict:
    if proposal.state != State.DRAFT:
        return no(_("What has been published stays on record. You can withdraw it instead."))
    return yes() if is_author(user, proposal) else no(_("Only its author can discard a draft."))


def may_edit(user: Any, proposal: Proposal) -> Verdict:
    """Its author, while it gathers supports: until it is checked, and in any case for a day after publication."""
    if not is_author(user, proposal):
        return no(_("Only its author can change what a proposal says."))
    if proposal.is_hidden:
        return no(_("This proposal is hidden. You can appeal against that decision."))
    if proposal.state != State.OPEN or proposal.ready_at is not None or proposal.published_at is None:
        return no(_("The words stand as they are now, because people have decided on them or are about to."))
    if not (paused := may_write(user, f"forum:{proposal.forum_id}")):
        return paused
    if proposal.checked_at is not None and now() - proposal.published_at >= EDITING:
        return no(
            _(
                "A proposal can be changed until it is checked, and for 24 hours after it was published. Say the rest in the debate."
            )
        )
    return yes()


def may_withdraw(user: Any, proposal: Proposal) -> Verdict:
    if not is_author(user, proposal):
        return no(_("Only its author can withdraw a proposal."))
    if proposal.state == State.DRAFT:
        return no(_("This is a draft. You can discard it."))
    return yes() if proposal.state == State.OPEN else ended(proposal)


def may_support(user: Any, proposal: Proposal) -> Verdict:
    """Everybody, once, while supports are open. Whether it counts is a matter of the level, which the page explains."""
    closed = _not_open(proposal)
    if closed is not None:
        return closed
    person = person_of(user)
    if person is None:
        return _sign_in(_("Sign in to support this proposal. Each person counts once."), _here(proposal))
    if person.erased_at is not None or person.merged_into_id is not None:
        return no(_("This account stands for nobody any more."))
    return yes()


def may_take_back(user: Any, proposal: Proposal) -> Verdict:
    """Whoever gave a support, until the count is closed."""
    closed = _not_open(proposal)
    if closed is not None:
        return closed
    if person_of(user) is None:
        return _sign_in(_("Sign in to take your support back."), _here(proposal))
    return yes()


def may_check(user: Any, proposal: Proposal) -> Verdict:
    """A facilitator of its forum, once, and never on a proposal of their own."""
    if proposal.state == State.DRAFT:
        return no(_("A draft is not before the public yet."))
    if proposal.checked_at is not None:
        return no(_("The remit of this proposal is checked already."))
    if proposal.state != State.OPEN:
        return ended(proposal)
    verdict = _facilitates(
        user, proposal.forum, _("Only a facilitator of this forum checks whether a proposal is its business.")
    )
    if verdict and is_author(user, proposal):
        return no(_("This is your own proposal. Another facilitator checks it."))
    return verdict


def may_open_adoption(user: Any, proposal: Proposal) -> Verdict:
    """A facilitator, once the remit is checked and the threshold reached."""
    if proposal.state != State.OPEN:
        return ended(proposal)
    if proposal.ready_at is None:
        return _not_ready(proposal)
    if proposal.is_hidden:
        return no(_("This proposal is hidden, so it cannot be put to the members."))
    return _facilitates(user, proposal.forum, _("Only a facilitator of this forum puts a proposal to its members."))


def may_ask_elsewhere(user: Any, proposal: Proposal, forum: Forum) -> Verdict:
    """A facilitator of the other forum, once, while the proposal is checked and alive."""
    if forum.pk == proposal.forum_id:
        return no(_("This is the proposal's own forum. Its members vote once it has its supports."))
    if proposal.is_hidden:
        return no(_("This proposal is hidden, so it cannot be put to the members."))
    if proposal.state not in TAKEN_UP:
        return no(_("This proposal has come to its end, so no other forum can take it up."))
    if proposal.checked_at is None:
        return no(_("First its own forum must check the remit."))
    if not forum.is_active:
        return no(_("This forum is not active now, so its members cannot be asked."))
    if not is_facilitator(user, forum):
        return no(_("Only a facilitator of that forum puts a proposal to its members."))
    if Adoption.objects.filter(proposal=proposal, forum=forum).exists():
        return no(_("This forum was asked about it already. A forum decides on a proposal once."))
    return yes()


def may_look_elsewhere(user: Any, adoption: Adoption) -> Verdict:
    """Take off the desk what another forum does with a proposal: a facilitator of the proposal's own forum."""
    if not adoption.is_elsewhere:
        return no(_("This is the decision of the proposal's own forum."))
    return _facilitates(
        user, adoption.proposal.forum, _("Only a facilitator of the proposal's own forum takes this off their desk.")
    )


def may_certify(user: Any, adoption: Adoption) -> Verdict:
    """A facilitator, once the votes are counted and the days for a challenge are over."""
    if adoption.certified_at is not None:
        return no(_("This result is certified already."))
    if adoption.ballot.state not in (BallotState.COUNTED, BallotState.CERTIFIED):
        return no(_("The result can be certified once voting has closed and the votes are counted."))
    if adoption.challenge_until is None:
        return no(_("The votes are counted. In a moment the days for a challenge begin."))
    if today() < adoption.challenge_until:
        return no(
            _("The result may be challenged before %(day)s. From that day on it can be certified.")
            % {"day": day_words(adoption.challenge_until, "short", today())}
        )
    return _facilitates(user, adoption.forum, _("Only a facilitator of this forum certifies the result."))


def may_moderate(user: Any, proposal: Proposal) -> Verdict:
    """Those who decide on reports in its forum; never on a proposal of their own."""
    if is_author(user, proposal):
        return no(_("This is your own proposal. Somebody else decides on reports about it."))
    return may_moderate_forum(user, proposal.forum)


def _not_open(proposal: Proposal) -> Verdict | None:
    """Why nobody can give or take back a support now; None while they are open."""
    if proposal.is_hidden:
        return no(_("This proposal is hidden, so it takes no supports."))
    if proposal.state != State.OPEN or proposal.supports_closed_at is not None:
        return ended(proposal)
    if proposal.expires_on is not None and proposal.expires_on < today():
        return no(
            _("Its time to gather supports ended on %(day)s.")
            % {"day": day_words(proposal.expires_on, "short", today())}
        )
    return None


def ended(proposal: Proposal) -> Verdict:
    """In one sentence, what happened to a proposal that is no longer gathering supports."""
    day = _day(proposal.supports_closed_at or proposal.published_at or proposal.created_at)
    sentences = {
        State.DRAFT: _("This is a draft. It can be supported once it is published."),
        State.BALLOTED: _("Supports closed on %(day)s, when the forum's members began to vote on it."),
        State.ADOPTED: _("Supports closed on %(day)s, when the forum's members began to vote on it. They adopted it."),
        State.NOT_ADOPTED: _(
            "Supports closed on %(day)s, when the forum's members began to vote on it. They did not adopt it."
        ),
        State.REFUSED: _(
            "Supports closed on %(day)s, because the check found it outside the forum's remit. The reason stands on its page."
        ),
        State.EXPIRED: _("Its time to gather supports ended on %(day)s."),
        State.WITHDRAWN: _("Its author withdrew this proposal on %(day)s."),
    }
    return no(sentences.get(State(proposal.state), _("Supports of this proposal are closed.")) % {"day": day})


def _not_ready(proposal: Proposal) -> Verdict:
    if proposal.checked_at is None:
        return no(_("First the remit must be checked."))
    return no(
        _("Members vote on it once it has %(threshold)d supports; it has %(supports)d.")
        % {"threshold": proposal.threshold, "supports": proposal.supports}
    )


def _facilitates(user: Any, forum: Forum, reason: str) -> Verdict:
    return yes() if is_facilitator(user, forum) else no(reason)


def is_author(user: Any, proposal: Proposal) -> bool:
    person = person_of(user)
    return person is not None and proposal.author_id == person.pk


def _here(proposal: Proposal) -> str:
    return reverse("proposals:proposal", args=[proposal.reference]) if proposal.reference else ""


def _sign_in(reason: str, back_to: str) -> Verdict:
    url = address("account_login")
    return no(reason, remedy_url=f"{url}?{urlencode({'next': back_to})}" if back_to else url, remedy_label=_("Sign in"))


def _day(moment: datetime) -> str:
    return day_words(day_of(moment), "short", today())
