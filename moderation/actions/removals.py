"""How many things of an author were hidden in a place, for the ladder."""

from django.db import models

from accounts.models import Person
from core.subjects import key_of
from moderation.authors import author_user_ids
from moderation.models import Decision, Removal


def keep_count(subject: models.Model, decision: Decision) -> None:
    """A hiding counts for its author from now on; what is shown again counts no more.

    What was written under protection has no author here, so it counts for nobody.
    """
    kind, pk = key_of(subject)
    standing = Removal.objects.filter(decision__subject_kind=kind, decision__subject_id=pk, undone_at=None)
    if decision.outcome == Decision.Outcome.RESTORE:
        standing.update(undone_at=decision.at)
    if decision.outcome != Decision.Outcome.HIDE or decision.by_id is None or subject._meta.app_label == "moderation":
        return
    if standing.exists():  # a second person upheld the first hiding
        return
    authors = Person.objects.filter(user__in=author_user_ids(subject)).values_list("pk", flat=True)
    Removal.objects.bulk_create(
        Removal(decision=decision, person_id=person, host_key=decision.host_key, at=decision.at)
        for person in authors[:1]
    )
