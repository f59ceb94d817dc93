"""Acts on forums' meetings; committees' meetings send the same."""

from typing import Any

from tests.doors.acts.act import Pick, day, does
from tests.doors.table.door import RUN_FORUM, SIGNED_IN
from tests.doors.world import World


def when(world: World) -> dict[str, Any]:
    return {"day": day(30), "begins": Pick("18:00"), "ends": Pick("20:00"), "place": "Council House"}


def gathering(world: World) -> dict[str, Any]:
    return when(world) | {
        "title": "Monthly meeting",
        "mode": Pick("in_person"),
        "access": "Step-free.",
        "online_url": "https://example.org/",
    }


MEETINGS = {
    **does(
        "meetings:registration api:meeting-registration",
        "verified",
        SIGNED_IN,
        lambda world: {"needs": "A chair with arms."},
    ),
    **does("meetings:cancel_registration", "owner"),
    **does(
        "meetings:places",
        "facilitator",
        RUN_FORUM,
        lambda world: {"size": Pick("40"), "service_user": Pick("4"), "service_worker": Pick("2")},
    ),
    **does("meetings:new", "facilitator", RUN_FORUM, gathering),
    **does(
        "meetings:move",
        "facilitator",
        RUN_FORUM,
        lambda world: when(world) | {"access": "Step-free.", "online_url": "https://example.org/"},
    ),
    **does("meetings:cancel", "facilitator", RUN_FORUM, lambda world: {"reason": "The hall is flooded."}),
    **does("meetings:new_item", "facilitator", RUN_FORUM, lambda world: {"title": "Buses", "summary": "The 11."}),
    **does(
        "meetings:pick",
        "facilitator",
        RUN_FORUM,
        lambda world: {"picks": Pick(f"proposals.proposal:{world.one.ready.pk}"), "minutes": Pick("15")},
    ),
    **does(
        "meetings:arrange",
        "facilitator",
        RUN_FORUM,
        lambda world: {f"place_{world.one.buses.pk}": Pick("1"), f"minutes_{world.one.buses.pk}": Pick("15")},
    ),
    **does(
        "meetings:outcomes",
        "facilitator",
        RUN_FORUM,
        lambda world: {f"outcome_{world.one.item.pk}": "We ask for more of them."},
    ),
    **does(
        "meetings:door_code api:meeting-door", "facilitator", RUN_FORUM, lambda world: {"code": world.one.late.code}
    ),
    **does(
        "meetings:door_person",
        "facilitator",
        RUN_FORUM,
        lambda world: {"person": Pick(world.one.forum_place.member.person.pk)},
    ),
    **does(
        "meetings:door_walk_in",
        "facilitator",
        RUN_FORUM,
        lambda world: {"stakeholder": Pick("resident"), "ward": Pick(""), "organisation": "Friends of the Rea"},
    ),
    **does("meetings:renew_key", "verified", SIGNED_IN),
    **does(
        "meetings:objection",
        "member",
        frozenset({"member", "facilitator"}),
        lambda world: {"reason": "We never agreed on that."},
    ),
    **does(
        "meetings:recording",
        "facilitator",
        RUN_FORUM,
        lambda world: {"title": "Sound of the evening", "url": "https://example.org/sound"},
    ),
    **does("meetings:publish meetings:start meetings:end meetings:agree", "facilitator", RUN_FORUM),
    **does(
        "meetings:attendance",
        "facilitator",
        RUN_FORUM,
        lambda world: {f"person_{world.one.forum_place.member.person.pk}": Pick("present")},
    ),
    **does("meetings:notes", "facilitator", RUN_FORUM, lambda world: {"text": "We talked about trams."}),
}
