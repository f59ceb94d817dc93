"""Holidays and deadlines by name. Both are public."""

from django.urls import reverse
from django.utils.translation import gettext as _, override

from clocks.models import Deadline, Holiday
from core import subjects
from core.subjects import Subject


def holidays(ids: list[int]) -> dict[int, Subject]:
    url = _page()
    return {
        pk: Subject("clocks.holiday", pk, name, url)
        for pk, name in Holiday.objects.filter(pk__in=ids).values_list("pk", "name")
    }


def deadlines(ids: list[int]) -> dict[int, Subject]:
    url = _page()
    found = Deadline.objects.filter(pk__in=ids).values_list("pk", "rule__title")
    return {pk: Subject("clocks.deadline", pk, _("Deadline: %(rule)s") % {"rule": title}, url) for pk, title in found}


def _page() -> str:
    with override("en-gb"):
        return reverse("clocks:index")


subjects.register(Holiday, holidays)
subjects.register(Deadline, deadlines)
