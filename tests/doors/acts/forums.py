"""Acts in forums, their threads, posts and activities."""

from datetime import timedelta
from typing import Any

from core import today
from tests.doors.acts.act import Pick, Tick, day, does
from tests.doors.table.door import OWNER, RUN_FORUM, SIGNED_IN, STEWARDS
from tests.doors.table.forums import LIVES_HERE, MEMBER, STEERING
from tests.doors.world import World


def _election(world: World) -> dict[str, Any]:
    return {
        "begins": day(40),
        "ends": day(80),
        "source": "Notice of election, page 1.",
        "areas": Pick(world.people["verified"].person.ward_id),
        "pauses": Tick("on"),
    }


def _activity(world: World) -> dict[str, Any]:
    return {
        "kind": Pick("proposals"),
        "title": "More proposals",
        "explanation": "Say what you want.",
        "opens_at": Pick(f"{today()}T09:00"),
        "closes_at": Pick(f"{today() + timedelta(days=60)}T09:00"),
        "threshold": Pick("5"),
        "minimum_level": Pick("2"),
        "months_open": Pick("12"),
    }


def _request(world: World) -> dict[str, Any]:
    return {
        "kind": Pick("issue"),
        "title": "Quiet streets",
        "purpose": "To sleep at night.",
        "areas": Pick(world.people["verified"].person.ward_id),
        "topics": "noise",
    }


def _yes(**more: Any) -> Any:
    return lambda world: {"code": "QUI", "title": "Quiet streets at night", **more}


def _first_rules(world: World) -> dict[str, Any]:
    return _rules(world) | {"reason": "Boards that met with few decided little."}


def _rules(world: World) -> dict[str, Any]:
    return {
        **{name: Pick(number) for name, number in RULES_NUMBERS.items()},
        "unit": Pick("weeks"),
        "starts": Pick("19:00"),
        "place": "The library",
        "skips_holidays": Tick("on"),
        "chair": Pick("in_turn"),
        "conduct": "Be kind.",
        "joining": Pick("open"),
        "premoderated": Tick("on"),
        "reason": "More of us can come.",
    }


RULES_NUMBERS = {
    "every": 2,
    "weekday": 1,
    "nth": 1,
    "minutes": 90,
    "quorum": 8,
    "term_months": 12,
    "recall_percent": 10,
    "supports_threshold": 30,
    "notice_days": 7,
    "places": 50,
    "places_service_user": 10,
    "places_service_worker": 10,
}


def _point(world: World) -> dict[str, Any]:
    return {"text": "People want benches by the pond.", "posts": Pick(world.one.drafted_post.pk)}


def _label(world: World) -> dict[str, Any]:
    return {"sort": Pick("tag"), "name": "benches", "posts": Pick(world.one.drafted_post.pk)}


def _listed(data: Any) -> Any:
    """The same over the API, where several posts come as a list."""
    return lambda world: data(world) | {"posts": [world.one.drafted_post.pk]}


FORUMS = {
    **does(
        "forums:pause api:forum-pause",
        "facilitator",
        RUN_FORUM,
        lambda world: {"reason": "Before the election.", "until": day(40)},
    ),
    **does("forums:resume", "facilitator", RUN_FORUM),
    **does("forums:new_election", "clerk", STEWARDS, _election),
    **does("api:pre-elections", "clerk", STEWARDS, lambda world: _election(world) | {"areas": []}),
    **does("forums:end_election api:pre-election-end", "clerk", STEWARDS),
    **does(
        "forums:propose_ending api:forum-end",
        "member",
        MEMBER,
        lambda world: {"kind": Pick("close"), "reason": "We are done."},
    ),
    **does("forums:agree_merger api:forum-ending-agreement", "facilitator"),
    **does(
        "forums:wait api:forum-waiting",
        "verified",
        SIGNED_IN - {"e-mail only", "member", "owner"},
        lambda world: {"kind": Pick("resident")},
    ),
    **does("forums:stop_waiting", "member"),
    **does("forums:edit_summary forums:edit_point", "facilitator", data=_point),
    **does("api:summary-points api:summary-point", "facilitator", data=_listed(_point), token=False),
    **does(
        "forums:new_summary api:summary-new forums:open_summary api:summary-opening forums:remove_point", "facilitator"
    ),
    **does("forums:edit_groups", "facilitator", data=_label),
    **does("api:thread-groups", "facilitator", data=_listed(_label), token=False),
    **does(
        "forums:point api:summary-answer",
        "member",
        MEMBER,
        lambda world: {"answer": Pick("object"), "reason": "There is no pond.", "shown": Pick("name")},
    ),
    **does("forums:propose_rules api:forum-rule-changes", "member", MEMBER, _rules),
    **does("forums:set_first_rules api:first-rules-of", "clerk", STEWARDS, _first_rules),
    **does("forums:withdraw_rules", "member"),
    **does("api:forum-rule-change", "member", method="delete"),
    **does("api:post", "owner", data=lambda world: {"body": "I agree with every word of it."}, method="patch"),
    **does("forums:new_request", "verified", LIVES_HERE, _request),
    **does("api:forum-requests", "verified", LIVES_HERE, lambda world: _request(world) | {"areas": []}, token=False),
    **does("forums:back api:forum-request-backing", "verified", LIVES_HERE - {"owner"}),
    **does("forums:withdraw_backing", "owner"),
    **does(
        "forums:answer_request api:forum-request-answer",
        "clerk",
        STEWARDS,
        _yes(agree=Pick("yes"), reasons="It is needed."),
    ),
    **does(
        "forums:ask_review api:forum-request-objection",
        "owner",
        data=lambda world: {"objection": "Nobody read what we wrote about it."},
    ),
    **does(
        "forums:review_request api:forum-request-review",
        "scrutiny officer",
        data=_yes(overturn=Pick("yes"), findings="The reasons do not hold."),
    ),
    **does(
        "forums:new",
        "clerk",
        STEWARDS,
        lambda world: {
            "kind": Pick("issue"),
            "title": "Trees",
            "code": "TRE",
            "purpose": "To talk.",
            "areas": Pick(world.people["verified"].person.ward_id),
            "topics": "trees",
        },
    ),
    **does(
        "forums:reply api:thread-posts",
        "verified",
        SIGNED_IN,
        lambda world: {"body": "I agree.", "stance": Pick("for"), "parent": Pick(world.one.post.pk)},
    ),
    **does(
        "forums:close_thread", "facilitator", data=lambda world: {"conclusions": "We agreed on nearly everything here."}
    ),
    **does(
        "forums:thread_period api:thread-period",
        "facilitator",
        RUN_FORUM,
        lambda world: {"opens_at": Pick(f"{today()}T00:00"), "closes_at": Pick(f"{today() + timedelta(days=9)}T09:00")},
    ),
    **does(
        "forums:update_thread api:thread-updates",
        "facilitator",
        RUN_FORUM | {"member"},
        lambda world: {"text": "The council sent its figures."},
    ),
    **does("forums:pin_thread forums:pin_post", "facilitator"),
    **does(
        "forums:vote api:post-vote",
        "verified",
        SIGNED_IN - OWNER,
        lambda world: {"value": Pick("1")},
        ignores=("value",),
    ),
    **does("forums:delete_post", "owner"),
    **does("forums:read api:thread-read", "verified", SIGNED_IN, lambda world: {"upto": Pick(world.one.post.pk)}),
    **does(
        "forums:pace api:thread-pace",
        "facilitator",
        STEERING,
        lambda world: {"minutes": Pick("10"), "hours": Pick("24")},
    ),
    **does(
        "forums:move_post api:post-move",
        "facilitator",
        frozenset({"facilitator", "administrator"}),
        lambda world: {"title": "Something else", "reason": "Off the subject."},
    ),
    **does("forums:edit_post", "owner", data=lambda world: {"body": "At the other corner."}),
    **does(
        "forums:edit_activity",
        "facilitator",
        RUN_FORUM,
        lambda world: {
            "title": "Proposals of the year",
            "explanation": "All of them.",
            "closes_at": Pick(f"{today() + timedelta(days=60)}T09:00"),
        },
    ),
    **does("forums:recall", "facilitator", RUN_FORUM),
    **does(
        "forums:edit",
        "clerk",
        STEWARDS,
        lambda world: {
            "title": "Buses",
            "purpose": "To talk.",
            "areas": Pick(world.people["verified"].person.ward_id),
            "topics": "buses",
        },
    ),
    **does("forums:state", "clerk", STEWARDS, lambda world: {"state": Pick("paused")}),
    **does("forums:facilitators", "clerk", STEWARDS, lambda world: {"email": world.people["neighbour"].email}),
    **does("forums:end_facilitator", "clerk", STEWARDS),
    **does("forums:join api:forum-join", "verified", SIGNED_IN - {"e-mail only", "member", "facilitator"}),
    **does("forums:leave api:forum-leave", "member"),
    **does(
        "forums:mandate",
        "facilitator",
        RUN_FORUM,
        lambda world: {
            "person": Pick(world.one.forum_place.member.person.pk),
            "text": "Speak for us.",
            "since": day(0),
            "until": day(300),
        },
    ),
    **does("forums:new_activity", "facilitator", RUN_FORUM, _activity),
    **does(
        "forums:new_thread api:forum-threads",
        "member",
        STEWARDS | {"facilitator", "member"},
        lambda world: {
            "title": "Trams to Kings Heath",
            "opening": "When?",
            "opens_at": Pick(f"{today()}T00:00"),
            "closes_at": Pick(f"{today() + timedelta(days=9)}T09:00"),
        },
    ),
}
