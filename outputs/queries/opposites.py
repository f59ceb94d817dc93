"""Outputs of different forums that ask for opposite things on one shared issue."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from outputs.models import Opposition, Output, OutputProposal
from proposals.models import SharedIssue, SharedIssuePart
from proposals.queries.issues import PROPOSAL
from proposals.states import PartState


@dataclass(frozen=True, slots=True)
class Opposite:
    """What stands against an output: the mark, and the output on the other side with its forum."""

    mark: Opposition
    other: Output


def opposites_of(output: Output) -> list[Opposite]:
    """What is marked as its opposite now, oldest first; one query, and none before it is public."""
    if not output.is_public:
        return []
    marks = _with_both(Opposition.objects.filter(Q(one=output) | Q(other=output)))
    return [Opposite(mark, mark.other if mark.one_id == output.pk else mark.one) for mark in marks]


def oppositions_on(issue_id: int) -> list[Opposition]:
    """The opposite outputs on one shared issue, oldest first; one query."""
    return list(_with_both(Opposition.objects.filter(issue=issue_id)))


def opposition_between(output: Output, reference: str) -> Opposition | None:
    """The mark that stands between this output and the one with that reference."""
    reference = reference.upper()
    return _with_both(
        Opposition.objects.filter(Q(one=output, other__reference=reference) | Q(other=output, one__reference=reference))
    ).first()


def issues_between(output: Output, other: Output) -> QuerySet[SharedIssue]:
    """The shared issues in which both forums say that what these outputs carry belongs, the newest first."""
    return _issues(output).filter(pk__in=_issues(other).values("pk")).order_by("-opened_at", "-pk")


def opposable(output: Output) -> QuerySet[Output]:
    """Public outputs of other forums that share an issue with this one and are not marked as its opposite, the newest first."""
    about = _parts().filter(issue__in=_issues(output).values("pk")).values("subject_id")
    marks = Opposition.objects.filter(Q(one=output) | Q(other=output), ended_at=None)
    known = Q(pk__in=marks.values("one")) | Q(pk__in=marks.values("other"))
    carrying = OutputProposal.objects.filter(adoption__proposal__in=about).values("output")
    rows = Output.objects.public().filter(pk__in=carrying).exclude(forum=output.forum_id).exclude(known)
    return rows.select_related("forum").order_by("-pk")


def _issues(output: Output) -> QuerySet[SharedIssue]:
    carried = OutputProposal.objects.filter(output=output).values("adoption__proposal_id")
    return SharedIssue.objects.filter(pk__in=_parts().filter(subject_id__in=carried).values("issue"))


def _parts() -> QuerySet[SharedIssuePart]:
    return SharedIssuePart.objects.filter(subject_kind=PROPOSAL, state=PartState.IN)


def _with_both(rows: QuerySet[Opposition]) -> QuerySet[Opposition]:
    sides = rows.filter(ended_at=None).select_related("one__forum", "other__forum", "issue")
    long = ("findings", "findings_html", "dissent", "dissent_html", "took_part")
    return sides.defer(*(f"{side}__{name}" for side in ("one", "other") for name in long)).order_by("pk")
