"""How long things take, among the numbers that the council sets."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from clocks.actions import set_rule
from clocks.policies import may_set_rule
from clocks.queries import rule_numbers
from core.numbers import Number, Table, register
from core.verdicts import Verdict


def _may_set(user: Any, number: Number) -> Verdict:
    return may_set_rule(user, number.source)


register(Table("clocks", _("How long things take"), rule_numbers, _may_set, set_rule))
