"""The numbers of forums, among those that the council sets."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.numbers import Number, Table, register
from core.verdicts import Verdict
from forums.actions.measures import set_measure
from forums.policies.measures import may_set_measure
from forums.queries.measures import measure_numbers


def _may_set(user: Any, number: Number) -> Verdict:
    return may_set_measure(user)


register(Table("forums", _("Forums"), measure_numbers, _may_set, set_measure))
