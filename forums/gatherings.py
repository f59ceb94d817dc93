"""What the floors below are told of forums at start: who runs a forum's meetings, who is expected there, who owes its steps."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ballots import hosts as ballot_hosts
from ballots.models import Ballot
from ballots.queries import slips_of
from chain import owners
from core.verdicts import Verdict, no
from forums.models import Forum, Membership
from forums.policies import may_run_gatherings
from forums.queries import facilitator_user_ids, is_member
from meetings import hosts


def may_run(user: Any, forum_id: int) -> Verdict:
    forum = Forum.objects.filter(pk=forum_id).first()
    return may_run_gatherings(user, forum) if forum else no(_("This forum is gone."))


def expected(forum_id: int) -> list[tuple[int, str]]:
    """Everybody in the forum, by name."""
    rows = Membership.objects.current().filter(forum=forum_id).select_related("person").order_by("person__name", "pk")
    return [(row.person_id, row.person.display_name) for row in rows]


def belongs(user: Any, forum_id: int) -> bool:
    """Whether this user is in the forum, as a member or as its facilitator."""
    forum = Forum.objects.filter(pk=forum_id).first()
    return forum is not None and is_member(user, forum)


def sheets(forum_id: int) -> list[hosts.Sheet]:
    """The slips of the forum's ballots on which members can still vote."""
    found = Ballot.objects.of_host(("forums.forum", forum_id)).filter(state__in=("planned", "open")).order_by("id")
    return [
        hosts.Sheet(row.question, reverse("ballots:box", args=[row.pk]), row.closes_at, slips_of(row)) for row in found
    ]


hosts.register(
    "forums.forum",
    may_run,
    people=expected,
    belongs=belongs,
    runners=facilitator_user_ids,
    sheets=sheets,
    assembly=True,
)
owners.register("forum", facilitator_user_ids)
ballot_hosts.register("forums.forum", may_run)
