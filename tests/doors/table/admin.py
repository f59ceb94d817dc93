"""The pages of Django's admin."""

from typing import Any

from django.apps import apps

from tests.doors.table.door import ADMINISTRATOR, NOBODY, Args, Door, acts, opens, said
from tests.doors.world import World

# What administrators may look at. Nothing that lets one person act as another stands here: no token, no second factor.
LOOKED_AT = """
    ledger.entry ledger.delivery ledger.seal clocks.rule clocks.holiday clocks.deadline clocks.override places.area
    search.document accounts.user accounts.person accounts.grant accounts.standing accounts.terms accounts.register
    accounts.retentionrun ballots.ballot chain.step chain.link meetings.gathering moderation.reason moderation.decision
    forums.forum forums.activity forums.thread proposals.remitreason proposals.proposal proposals.remitcheck
    proposals.adoption proposals.importrun neighbourhoods.asset neighbourhoods.assetkind neighbourhoods.presence
    neighbourhoods.story outputs.output committees.body committees.portfolio committees.councillor
    committees.seat committees.meeting committees.referral committees.recommendation committees.commitment
    committees.claim account.emailaddress
"""


def _admin() -> dict[str, Door]:
    """The list and each record to administrators, adding and deleting to nobody."""
    rows = {
        **opens("admin:index admin:password_change admin:password_change_done admin:jsi18n", ADMINISTRATOR),
        **opens("admin:login", ADMINISTRATOR, also=frozenset({302})),
        **acts("admin:logout", also=frozenset({302})),
        **opens("admin:autocomplete", NOBODY),
        **opens("admin:view_on_site", ADMINISTRATOR, args=said(1, 1), also=frozenset({302, 404})),
        **opens("admin:app_list", ADMINISTRATOR, args=said("forums")),
        **opens("admin/(?P<url>.*)$", ADMINISTRATOR, args=said("nothing"), also=frozenset({404})),
    }
    for label in LOOKED_AT.split():
        app, model = label.split(".")
        shows: dict[str, Any] = {"args": _first(label), "also": frozenset({302})}
        rows |= opens(f"admin:{app}_{model}_changelist", ADMINISTRATOR)
        rows |= opens(f"admin:{app}_{model}_change admin:{app}_{model}_history", ADMINISTRATOR, **shows)
        rows |= opens(f"admin/{app}/{model}/<path:object_id>/", ADMINISTRATOR, **shows)
        rows |= opens(f"admin:{app}_{model}_add", NOBODY)
        rows |= opens(f"admin:{app}_{model}_delete", NOBODY, args=_first(label))
    return rows


def _first(label: str) -> Args:
    def found(world: World) -> tuple[Any, ...]:
        record = apps.get_model(label)._base_manager.first()
        return (record.pk if record else 1,)

    return found


ADMIN = _admin()
