"""Find what other forums ask for nearly alike. Work for a worker: the page reads what stands here."""

from typing import Any

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from core import now, pagecache
from proposals.models import Likeness, Proposal
from proposals.queries.similar import raised_elsewhere


@transaction.atomic
def find_likenesses(*, proposal_id: int) -> int:
    """The proposal stands beside up to five of other forums that ask for nearly the same, and they beside it; gives how many."""
    proposal = (
        Proposal.objects.shown().select_related("forum").filter(pk=proposal_id).exclude(state="withdrawn").first()
    )
    near = raised_elsewhere(proposal.title, forum_id=proposal.forum_id, language=proposal.language) if proposal else []
    touched = set(Likeness.objects.filter(proposal=proposal_id).values_list("other_id", flat=True))
    Likeness.objects.filter(proposal=proposal_id).delete()
    # Where it is no longer like, or no longer to be seen, the others lose it too.
    Likeness.objects.filter(other=proposal_id).exclude(proposal__in=[one.pk for one in near]).delete()
    moment = now()
    pairs = [(proposal_id, other.pk, place) for place, other in enumerate(near, 1)]
    pairs += [(other, one, place) for one, other, place in pairs]
    rows = (Likeness(proposal_id=one, other_id=other, place=place, at=moment) for one, other, place in pairs)
    Likeness.objects.bulk_create(rows, ignore_conflicts=True)
    _count({proposal_id, *touched, *(other.pk for other in near)})
    pagecache.touch()
    return len(near)


def _count(ids: set[int]) -> None:
    """The pages know whether there is anything to show without asking for it."""
    counted: Any = (
        Likeness.objects.filter(proposal=OuterRef("pk"))
        .order_by()
        .values("proposal")
        .annotate(n=Count("pk"))
        .values("n")
    )
    Proposal.objects.filter(pk__in=ids).update(likeness_count=Coalesce(Subquery(counted), 0))
