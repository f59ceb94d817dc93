"""The machines, the portal, and the small houses that nobody has to fill: places, clocks, the ledger, lines, search."""

from typing import Any

from tests.doors.table.door import CLERK, OFFICES, SIGNED_IN, STEWARDS, acts, one, opens, said
from tests.doors.world import World

PLAIN = {
    **opens("healthz readyz api-schema api-docs"),
    **opens("portal:home portal:owed portal:figures portal:accessibility portal:privacy portal:open_data"),
    **opens("portal:forum", args=one("forum.slug")),
    **opens("portal:area", args=said("stirchley")),
    **opens("portal:numbers api:numbers"),
    **opens("portal:number api:number", args=said("forums", "request.backers")),
    **opens("portal:set_number", STEWARDS, args=said("forums", "request.backers")),
    **opens("portal:me", SIGNED_IN),
    **opens("portal:desk", OFFICES, also=frozenset({302})),
    **opens("portal:role_desk", CLERK | {"scrutiny officer"}, args=said("clerk"), hidden=True),
    **opens("core:styleguide"),
    **acts("core:styleguide_form"),
    **opens("places:areas clocks:index ledger:record ledger:seals ledger:check"),
    **opens("search:search", query=lambda world: "q=buses"),
    **opens("clocks:new_holiday", STEWARDS),
    **opens("ledger:entry", args=one("entry.pk")),
    **opens("chain:step", args=lambda world: (_step(world).pk,)),
    **opens("chain:line", args=lambda world: ("proposals.proposal", world.one.fresh.pk)),
    **opens("api:record api:record_seals api:record_everything api:clocks-rules api:clocks-holidays api:areas"),
    **opens("api:clocks-work-out", query=lambda world: "rule=proposals.remit_check&start=2026-05-01"),
    **opens("api:area-by-postcode", query=lambda world: "postcode=B30+2AA"),
    **opens("api:area", args=said("stirchley")),
    **opens("api:search", query=lambda world: "q=buses"),
    **opens("api:search-similar", query=lambda world: "title=lime+trees"),
    **opens("api:steps-overdue"),
    **opens("api:steps-step", args=lambda world: (_step(world).pk,)),
    **opens("api:steps-line", args=lambda world: ("proposals.proposal", world.one.fresh.pk)),
}


def _step(world: World) -> Any:
    from chain.models import Step

    return Step.objects.filter(subject_kind="proposals.proposal", subject_id=world.one.fresh.pk).latest("pk")
