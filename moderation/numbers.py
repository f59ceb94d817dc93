"""The numbers of moderation, among those that the council sets."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.numbers import Number, Table, register
from core.verdicts import Verdict
from moderation.actions.settings import set_setting
from moderation.policies import may_moderate_council
from moderation.queries.settings import setting_numbers


def _may_set(user: Any, number: Number) -> Verdict:
    return may_moderate_council(user)


register(Table("moderation", _("Moderation"), setting_numbers, _may_set, set_setting))
