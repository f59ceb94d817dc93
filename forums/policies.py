"""Who may do what in a forum; each answer is a sentence that stands beside the button."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import AgeBand, Level, Person, Role
from accounts.policies import may_use_staff
from accounts.queries import has_role, person_of
from core import now
from core.verdicts import Verdict, no, yes
from forums import hosts
from forums.models import Activity, Forum, Mandate, Post, Thread
from forums.queries.people import is_facilitator, membership_of
from forums.states import ForumKind, ForumState

EDITING = timedelta(minutes=15)
STEWARDS = (Role.CLERK, Role.ADMINISTRATOR)


def may_create(user: Any) -> Verdict:
    """The council's clerks and administrators set forums up."""
    return _steward(
        user,
        _("Only a clerk or an administrator of the council sets up a forum. Ask one of them for the forum you need."),
    )


def may_change(user: Any, forum: Forum) -> Verdict:
    """Write its title, purpose, areas and topics anew, pause it, close it."""
    if forum.state == ForumState.CLOSED:
        return no(_("This forum is closed. It stays here to be read."))
    return _steward(user, _("Only a clerk or an administrator of the council changes what a forum is for."))


def may_join(user: Any, forum: Forum) -> Verdict:
    """Open to everybody who has said where they live; those of the forum's areas are counted as local, the others as guests."""
    if not forum.is_active:
        return _resting(forum)
    person = person_of(user)
    if person is None:
        return _sign_in(_("Sign in to join this forum."))
    if membership_of(user, forum):
        return no(_("You are in this forum."))
    if person.level < Level.DECLARED:
        return _give_postcode(_("Members of a forum say where they live. Give your postcode first: it takes a minute."))
    return old_enough(person, forum)


def may_leave(user: Any, forum: Forum) -> Verdict:
    membership = membership_of(user, forum)
    if membership is None:
        return no(_("You are not in this forum."))
    if membership.is_facilitator and not _others_facilitate(membership.person_id, forum):
        return no(_("You are the only facilitator. A clerk must appoint another one before you leave."))
    return yes()


def may_see_members(user: Any, forum: Forum) -> Verdict:
    """Names are for those inside, and for the council's clerks."""
    if membership_of(user, forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("Members' names are shown to members only. Everybody sees how many they are and where they live."))


def may_appoint(user: Any, forum: Forum) -> Verdict:
    """Appoint a facilitator, or end the appointment."""
    if forum.state == ForumState.CLOSED:
        return _resting(forum)
    return _steward(user, _("Only a clerk or an administrator of the council appoints facilitators."))


def may_give_mandate(user: Any, forum: Forum) -> Verdict:
    """Enter whom the forum chose to speak for it, or that it called them back."""
    if is_facilitator(user, forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("A facilitator of the forum, or a clerk, enters who speaks for it."))


def may_recall(user: Any, mandate: Mandate) -> Verdict:
    if mandate.recalled_at is not None:
        return no(_("This representative has been called back already."))
    return may_give_mandate(user, mandate.forum)


def may_open_activity(user: Any, forum: Forum) -> Verdict:
    if not forum.is_active:
        return _resting(forum)
    if is_facilitator(user, forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("Only a facilitator of this forum, or a clerk, starts an activity."))


def may_run_gatherings(user: Any, forum: Forum) -> Verdict:
    """Set, move and write up the forum's meetings."""
    if forum.state == ForumState.CLOSED:
        return _resting(forum)
    if is_facilitator(user, forum) or has_role(user, *STEWARDS):
        return yes()
    return no(_("Only a facilitator of this forum, or a clerk, runs its meetings."))


def may_change_activity(user: Any, activity: Activity) -> Verdict:
    """Its words and its end can change at any time; its rules no more once the first input is in."""
    if activity.is_over:
        return no(_("This activity is over."))
    return may_open_activity(user, activity.forum)


def may_change_rules(user: Any, activity: Activity) -> Verdict:
    if activity.is_frozen:
        return no(_("The rules are fixed since somebody took part under them. To change them, start a new activity."))
    return may_change_activity(user, activity)


def may_start_thread(user: Any, forum: Forum) -> Verdict:
    if not forum.is_active:
        return _resting(forum)
    person = person_of(user)
    if person is None:
        return _sign_in(_("Sign in to start a conversation."))
    if not membership_of(user, forum) and not has_role(user, *STEWARDS):
        return no(
            _("Members of the forum start its conversations. Everybody may reply."),
            remedy_url=reverse("forums:join", args=[forum.slug]),
            remedy_label=_("Join the forum"),
        )
    return old_enough(person, forum)


def may_reply(user: Any, thread: Thread) -> Verdict:
    """Anybody with a confirmed e-mail address may speak while the thread is open."""
    if not thread.is_open:
        return no(_("This conversation is closed. Its conclusions stand at the top."))
    if thread.is_hidden:
        return no(_("This conversation is hidden, so nobody can add to it."))
    if thread.activity and not thread.activity.is_open:
        return no(_("The activity that this conversation belongs to is not open now."))
    if not thread.forum.is_active:
        return _resting(thread.forum)
    if not (ruled := hosts.ruling(user, thread)):
        return ruled
    person = person_of(user)
    if person is None:
        return _sign_in(_("Sign in to take part in this conversation."))
    if person.level < Level.EMAIL:
        return no(_("Confirm your e-mail address first, so that what is said here has somebody behind it."))
    return old_enough(person, thread.forum)


def may_edit_post(user: Any, post: Post) -> Verdict:
    person = person_of(user)
    if person is None or post.author_id != person.pk:
        return no(_("Only its author can change what a post says."))
    if post.is_hidden:
        return no(_("This post is hidden. You can appeal against that decision."))
    if now() - post.created_at > EDITING:
        return no(_("A post can be changed for 15 minutes. After that, write a reply that puts it right."))
    return may_reply(user, post.thread)


def may_pin(user: Any, thread: Thread) -> Verdict:
    """Put a thread, or a post in it, at the top."""
    if not thread.is_open:
        return no(_("This conversation is closed."))
    if is_facilitator(user, thread.forum):
        return yes()
    return no(_("Only a facilitator of this forum puts something at the top."))


def may_close_thread(user: Any, thread: Thread) -> Verdict:
    if not thread.is_open:
        return no(_("This conversation is closed already."))
    if is_facilitator(user, thread.forum):
        return yes()
    return no(_("Only a facilitator of this forum closes a conversation, and writes what came of it."))


def may_moderate(user: Any, forum: Forum) -> Verdict:
    """Decide on reports in this forum. That nobody decides on their own words is held by the decision itself."""
    if is_facilitator(user, forum) or has_role(user, Role.MODERATOR, Role.ADMINISTRATOR):
        return yes()
    return no(_("Only a facilitator of this forum, or a moderator of the council, decides on reports."))


def old_enough(person: Person, forum: Forum) -> Verdict:
    """Under 16 one takes part in the youth forums; the same answer for whoever joins, speaks or proposes."""
    if person.age_band == AgeBand.UNDER_16 and forum.kind != ForumKind.YOUTH:
        return no(
            _("People under 16 take part in the youth forums."),
            remedy_url=reverse("forums:list"),
            remedy_label=_("See the forums"),
        )
    return yes()


def _steward(user: Any, reason: Any) -> Verdict:
    """Clerks and administrators; who holds the role without a second factor is told how to set it up."""
    verdict = may_use_staff(user, *STEWARDS)
    return verdict if verdict or (verdict.remedy_url and person_of(user)) else no(reason)


def _sign_in(reason: Any) -> Verdict:
    return no(reason, remedy_url=reverse("account_login"), remedy_label=_("Sign in"))


def _give_postcode(reason: Any) -> Verdict:
    return no(reason, remedy_url=reverse("accounts:address"), remedy_label=_("Give your postcode"))


def _resting(forum: Forum) -> Verdict:
    if forum.state == ForumState.PAUSED:
        return no(_("This forum is paused. Nothing new can be added until it is taken up again."))
    return no(_("This forum is closed. It stays here to be read."))


def _others_facilitate(person_id: int, forum: Forum) -> bool:
    return forum.memberships.facilitators().exclude(person_id=person_id).exists()  # type: ignore[attr-defined, no-any-return]
