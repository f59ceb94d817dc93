"""Gatherings by name. That a meeting takes place is public; where its host keeps a page for it, that is its address."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import override

from core import subjects
from core.subjects import Subject
from meetings import hosts
from meetings.models import Gathering


def gatherings(ids: list[int]) -> dict[int, Subject]:
    found = list(Gathering.objects.filter(pk__in=ids).values_list("pk", "title", "host_kind"))
    by_host: dict[str, list[int]] = defaultdict(list)
    for pk, _title, kind in found:
        by_host[kind].append(pk)
    elsewhere = {pk: url for kind, pks in by_host.items() for pk, url in hosts.addresses(kind, pks).items()}
    with override("en-gb"):
        return {
            pk: Subject("meetings.gathering", pk, title, elsewhere.get(pk) or reverse("meetings:gathering", args=[pk]))
            for pk, title, _kind in found
        }


subjects.register(Gathering, gatherings)
