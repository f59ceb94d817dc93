"""Holidays, deadlines and rules by name. All are public."""

from django.urls import reverse
from django.utils.translation import gettext as _, override

from clocks import numbers  # noqa: F401 -- registers with the numbers that the council sets
from clocks.models import Deadline, Holiday, Rule
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


def rules(ids: list[int]) -> dict[int, Subject]:
    with override("en-gb"):
        return {
            pk: Subject("clocks.rule", pk, title, reverse("portal:number", args=["clocks", key]))
            for pk, title, key in Rule.objects.filter(pk__in=ids).values_list("pk", "title", "key")
        }


def _page() -> str:
    with override("en-gb"):
        return reverse("clocks:index")


subjects.register(Holiday, holidays)
subjects.register(Deadline, deadlines)
subjects.register(Rule, rules)
