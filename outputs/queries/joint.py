"""Forums that send one output together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from ballots.models import Ballot
from ballots.querysets import BallotQuerySet
from chain.queries import step_of
from chain.states import State as StepState
from forums.models import Forum
from forums.states import ForumState
from outputs.models import Joining, Output, OutputProposal
from proposals.queries.issues import PROPOSAL, facilitated


@dataclass(frozen=True, slots=True)
class Sender:
    """One of the forums that send an output together: how it decided, and its figures where its members voted."""

    forum: Forum
    ballot: Ballot | None
    members: int
    decision: str  # none for the forum that wrote it: its members approved the text


def senders_of(output: Output) -> list[Sender]:
    """The forums that send it together, the one that wrote it first; none where it is alone. One query once it is approved."""
    if not output.is_approved:
        return []
    joined = [
        Sender(row.forum, row.ballot, row.members, row.decision)
        for row in output.joinings.select_related("forum", "ballot").order_by("id")  # type: ignore[attr-defined]
    ]
    if not joined:
        return []
    return [Sender(output.forum, output.ballot, output.ballot.roll_size if output.ballot else 0, ""), *joined]


def sending_forums(output_ids: Iterable[int]) -> QuerySet[Forum]:
    """Every forum that sends one of these, as a query."""
    wanted = list(output_ids)
    wrote = Output.objects.filter(pk__in=wanted).values("forum")
    joined = Joining.objects.filter(output__in=wanted).values("forum")
    return Forum.objects.filter(Q(pk__in=wrote) | Q(pk__in=joined))


def forum_ids_by_output(output_ids: Iterable[int]) -> dict[int, set[int]]:
    """For each output the forums that send it; one query."""
    wanted = list(output_ids)
    wrote = Output.objects.filter(pk__in=wanted).values_list("pk", "forum_id")
    joined = Joining.objects.filter(output__in=wanted).values_list("output_id", "forum_id")
    found: dict[int, set[int]] = {}
    for output, forum in wrote.union(joined):
        found.setdefault(output, set()).add(forum)
    return found


def waits_to_be_sent(output: Output) -> bool:
    """Whether it is approved and no committee has it yet: its own step is open."""
    return output.is_approved and step_of(output, "output").state == StepState.OPEN


def forums_to_join(user: Any, output: Output) -> QuerySet[Forum]:
    """The active forums that this user facilitates and that do not send it yet."""
    sending = sending_forums([output.pk]).values("pk")
    rows = Forum.objects.filter(pk__in=facilitated(user), state=ForumState.ACTIVE).exclude(pk__in=sending)
    return rows.order_by("sort_key", "pk")


def deciding_ballots(output: Output, forums: Iterable[Forum]) -> BallotQuerySet:
    """What the members of these forums carried and may be named when theirs joins: on a proposal in it, or in an activity."""
    hosts = Ballot.objects.filter(host_kind="forums.forum", host_id__in=[forum.pk for forum in forums]).carried()
    carried = OutputProposal.objects.filter(output=output).values("adoption__proposal_id")
    about = Q(subject_kind=PROPOSAL, subject_id__in=carried) | Q(subject_kind="forums.activity")
    return hosts.filter(about).order_by("-certified_at", "pk")
