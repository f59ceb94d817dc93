from django.urls import reverse

from ballots.models import Ballot
from core.subjects import Subject, register


def describe(ids: list[int]) -> dict[int, Subject]:
    rows = Ballot.objects.filter(pk__in=ids).values_list("pk", "question")
    return {pk: Subject("ballots.ballot", pk, question, reverse("ballots:ballot", args=[pk])) for pk, question in rows}


register(Ballot, describe)
