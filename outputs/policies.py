"""Who may do what with an output, and the reason that stands beside the button where they may not."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.queries import person_of
from ballots.states import State as BallotState
from core import today
from core.ui.dates import day_words
from core.verdicts import Verdict, no, yes
from forums.models import Forum
from forums.queries import is_facilitator, is_member
from outputs.models import Joining, Opposition, Output
from outputs.queries import forums_to_join, issues_between, opposition_between, waits_to_be_sent
from outputs.states import State


def may_compile(user: Any, forum: Forum) -> Verdict:
    """Write an output, from proposals that the members adopted: the facilitator's work, whose content the members decide."""
    if not forum.is_active:
        return no(_("This forum is not active now, so it sends nothing on."))
    return _facilitates(
        user, forum, _("Only a facilitator of this forum writes its outputs. The members comment on them and vote.")
    )


def may_see(user: Any, output: Output) -> Verdict:
    if output.is_public or is_member(user, output.forum):
        return yes()
    return no(_("This is a draft of the forum. It is public as soon as its members are asked to comment."))


def may_edit(user: Any, output: Output) -> Verdict:
    if output.state == State.APPROVED:
        return no(_("The members approved this text, so nobody can change it any more."))
    if output.state == State.BALLOTED:
        return no(_("The members are voting on this text, so it stays as it is until they have voted."))
    if output.state == State.COMMENTING:
        return no(_("Members are commenting on this text. Take it back, with a reason, before you change it."))
    return may_compile(user, output.forum)


def may_discard(user: Any, output: Output) -> Verdict:
    if output.is_public:
        return no(_("This was put before the public, so it stays on record. It can be rewritten."))
    return may_compile(user, output.forum)


def may_open_comments(user: Any, output: Output) -> Verdict:
    if output.state != State.DRAFTING:
        return _past_drafting(output)
    verdict = may_compile(user, output.forum)
    if not verdict:
        return verdict
    if not output.dissent.strip():
        return no(
            _("Write down first what those who disagreed say, or that nobody did and how they were asked."),
            remedy_url=reverse("outputs:edit", args=[output.reference]),
            remedy_label=_("Write it"),
        )
    if not output.asks.exists():
        return no(_("An output carries at least one proposal that the members adopted."))
    return yes()


def may_comment(user: Any, output: Output) -> Verdict:
    """Members of the forum, facilitators included, until the end of the last day for comments."""
    if output.state == State.DRAFTING:
        return no(_("This text is being written. Members comment on it as soon as it is put to them."))
    if output.state != State.COMMENTING:
        return no(_("The time for comments is over; they stay here to be read."))
    if output.comments_close_on is not None and today() > output.comments_close_on:
        return no(_("Comments closed on %(day)s; they stay here to be read.") % {"day": _day(output)})
    if person_of(user) is None:
        return _sign_in(
            _("Members of the forum comment on its outputs. Sign in, so that we can see whether you are one."), output
        )
    if not is_member(user, output.forum):
        return no(
            _("Members of the forum comment on its outputs."),
            remedy_url=reverse("forums:join", args=[output.forum.slug]),
            remedy_label=_("Join the forum"),
        )
    return yes()


def may_reopen(user: Any, output: Output) -> Verdict:
    """Take it back from comment, with a published reason, to write it anew."""
    if output.state != State.COMMENTING:
        return no(_("Only a text on which members are commenting can be taken back to be rewritten."))
    return may_compile(user, output.forum)


def may_open_approval(user: Any, output: Output) -> Verdict:
    if output.state == State.DRAFTING:
        return no(_("Members comment on the text before they vote on it."))
    if output.state != State.COMMENTING:
        return no(_("The members were asked already."))
    verdict = may_compile(user, output.forum)
    if verdict and output.comments_close_on is not None and today() <= output.comments_close_on:
        return no(
            _("Members may comment until the end of %(day)s. After that they can be asked to vote.")
            % {"day": _day(output)}
        )
    return verdict


def may_join(user: Any, output: Output, forum: Forum) -> Verdict:
    """A facilitator of another forum, while the text is final and no committee has it."""
    if forum.pk == output.forum_id:
        return no(_("This forum wrote it, so it is among those who send it."))
    if not (open_to_forums := _open_to_forums(output)):
        return open_to_forums
    if not forum.is_active:
        return no(_("This forum is not active now, so it sends nothing on."))
    if not is_facilitator(user, forum):
        return no(_("Only a facilitator of that forum says that it joins."))
    if Joining.objects.filter(output=output, forum=forum).exists():
        return no(_("This forum has joined it already."))
    return yes()


def may_bring(user: Any, output: Output) -> Verdict:
    """Join with one of the other forums that this user facilitates."""
    if not (open_to_forums := _open_to_forums(output)):
        return open_to_forums
    if not forums_to_join(user, output):
        return no(_("Only a facilitator of another forum that has not joined yet says that it joins."))
    return yes()


def may_oppose(user: Any, output: Output, other: Output) -> Verdict:
    """Say that two outputs of different forums ask for opposite things: a facilitator of one of them."""
    if output.forum_id == other.forum_id:
        return no(_("Both are of one forum, so they cannot be its opposite."))
    if not (output.is_public and other.is_public):
        return no(_("Only what is public can be set against each other."))
    if not (is_facilitator(user, output.forum) or is_facilitator(user, other.forum)):
        return no(_("Only a facilitator of one of the two forums says that they ask for opposite things."))
    if not issues_between(output, other).exists():
        return no(_("They belong to no shared issue together. Both forums first say that they are in one."))
    if opposition_between(output, other.reference) is not None:
        return no(_("They are marked as opposite already."))
    return yes()


def may_find_opposite(user: Any, output: Output) -> Verdict:
    """Look for an output of another forum that asks for the opposite: a facilitator of the forum that wrote this one."""
    if not output.is_public:
        return no(_("Only what is public can be set against each other."))
    return _facilitates(
        user, output.forum, _("Only a facilitator of this forum says that another one asks for the opposite.")
    )


def may_end_opposition(user: Any, mark: Opposition) -> Verdict:
    """A facilitator of one of the two forums, with a published reason."""
    if mark.ended_at is not None:
        return no(_("They are not marked as opposite any more."))
    if is_facilitator(user, mark.one.forum) or is_facilitator(user, mark.other.forum):
        return yes()
    return no(_("Only a facilitator of one of the two forums takes this back."))


def may_settle(user: Any, output: Output) -> Verdict:
    """Carry out what the members decided, once their votes are counted."""
    if output.state != State.BALLOTED or output.ballot is None:
        return no(_("There is no vote on this output to carry out."))
    if output.ballot.state in (BallotState.PLANNED, BallotState.OPEN):
        return no(_("The members are voting. What they decide is carried out once the votes are counted."))
    return _facilitates(user, output.forum, _("Only a facilitator of this forum carries out what the members decided."))


def _open_to_forums(output: Output) -> Verdict:
    if not output.is_approved:
        return no(_("Other forums join once its own members have approved the text: what they join is final."))
    if not waits_to_be_sent(output):
        return no(_("A committee has this already, so no other forum can join it any more."))
    return yes()


def _past_drafting(output: Output) -> Verdict:
    if output.state == State.COMMENTING:
        return no(_("Members are commenting already, until the end of %(day)s.") % {"day": _day(output)})
    if output.state == State.BALLOTED:
        return no(_("The members are voting on this text."))
    return no(_("The members approved this text."))


def _facilitates(user: Any, forum: Forum, reason: str) -> Verdict:
    return yes() if is_facilitator(user, forum) else no(reason)


def _sign_in(reason: str, output: Output) -> Verdict:
    here = urlencode({"next": reverse("outputs:output", args=[output.reference])})
    return no(reason, remedy_url=f"{reverse('account_login')}?{here}", remedy_label=_("Sign in"))


def _day(output: Output) -> str:
    return day_words(output.comments_close_on, "weekday", today()) if output.comments_close_on else ""
