"""Acts on one's own account, and of its keepers."""

from typing import Any

from tests.doors.acts.act import Pick, Tick, day, does
from tests.doors.table.door import ADMINISTRATOR, ALL, CLERK, SIGNED_IN
from tests.doors.world import World


def _profile(world: World) -> dict[str, Any]:
    return {"name": "Ada Okafor", "age_band": Pick("")}


ACCOUNTS = {
    **does("accounts:profile", "verified", SIGNED_IN, _profile),
    **does("api:me", "verified", SIGNED_IN, _profile, method="put"),
    **does("accounts:address api:me-postcode", "verified", SIGNED_IN, lambda world: {"postcode": "B30 2AB"}),
    **does("accounts:letter", "newcomer", SIGNED_IN, lambda world: {"address": "9 Privet Yard"}),
    **does("accounts:code api:me-code", "declared", SIGNED_IN, lambda world: {"code": world.one.code}),
    **does("accounts:register_check", "newcomer", SIGNED_IN, lambda world: {"name": "Rosa Lind"}),
    **does(
        "accounts:standing", "verified", SIGNED_IN, lambda world: {"kind": Pick("service_worker"), "of": "home care"}
    ),
    **does("accounts:standing_end", "owner"),
    **does("accounts:terms_accept", "verified", SIGNED_IN),
    **does("accounts:data accounts:key api:me-exports", "verified", SIGNED_IN),
    **does("accounts:key_end", "verified", SIGNED_IN, changes=False),
    **does("accounts:delete", "verified", SIGNED_IN, lambda world: {"sure": Tick("on")}),
    **does("accounts:letters", "clerk", data=lambda world: {"again": Pick(world.one.letter.pk)}, ignores=("again",)),
    **does(
        "accounts:roles",
        "administrator",
        data=lambda world: {
            "email": world.people["neighbour"].email,
            "role": Pick("moderator"),
            "until": day(300),
            "reason": "Elected.",
        },
    ),
    **does("accounts:role_end", "administrator"),
    **does(
        "accounts:new_terms",
        "administrator",
        data=lambda world: {"text": "Be kinder.", "must_accept_again": Tick("on")},
    ),
    **does(
        "accounts:standings",
        "clerk",
        CLERK | {"scrutiny officer"},
        lambda world: {"standing": Pick(world.one.standing.pk)},
    ),
    **does("accounts:retention", "administrator"),
    **does("accounts:retention_carry_out", "administrator", ADMINISTRATOR),
    **does("demo:people", "signed out", ALL, lambda world: {"person": Pick(world.people["verified"].person.pk)}),
}
