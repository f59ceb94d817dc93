"""Acts before, on and after a committee."""

from typing import Any

from tests.doors.acts.act import Pick, Tick, day, does
from tests.doors.acts.meetings import gathering, when
from tests.doors.table.door import CHAIRED, CLERK
from tests.doors.world import World


def _body(world: World) -> dict[str, Any]:
    return {
        "kind": Pick("scrutiny"),
        "name": "Homes Scrutiny Committee",
        "code": "HOM",
        "remit": "Homes.",
        "topics": "homes, rents",
        "portfolio": Pick(world.stage["begun"].portfolio.pk),
        "quorum": Pick("3"),
        "notice_rule": Pick("committees.agenda"),
        "answer_rule": Pick(""),
        "voting_scheme": "https://example.org/scheme",
        "disputes_needed": Pick("1"),
    }


def _attendance(world: World) -> dict[str, Any]:
    seats = world.stage["in_session"].seats.values()
    return {f"seat_{seat.pk}": Pick("apologies") for seat in seats if seat.person_id}


def _votes(world: World) -> dict[str, Any]:
    seats = world.stage["drafted"].seats
    names = ("chair", "Ravi", "Moira", "user", "worker")
    return {f"seat_{seats[name].pk}": Pick("for") for name in names} | {"casting_vote": Pick("")}


def _answer(world: World) -> dict[str, Any]:
    return {
        "answer": Pick("accept"),
        "reason": "The contracts are renewed this year anyway, so it costs nothing to write it in.",
        "text": "New contracts name thirty minutes.",
        "measure": "The contracts, published.",
        "owner": "Director of Adult Social Care",
        "due": day(90),
    }


def _filling(world: World) -> dict[str, Any]:
    return {
        "who": Pick(world.one.councillor.pk),
        "appointed_by": "Full council",
        "term_ends": day(300),
        "eligible": Tick("on"),
    }


def _seat(world: World) -> dict[str, Any]:
    return {"kind": Pick("worker"), "scope": Pick(""), "label": "Carers", "chair": Pick("")}


def _referring(world: World) -> dict[str, Any]:
    return {"bodies": Pick(world.stage["begun"].body.pk), "covering_note": "Please look at page 2."}


def _redirecting(world: World) -> dict[str, Any]:
    return {
        "body": Pick(world.stage["begun"].body.pk),
        "reason": "It is theirs.",
        "chair_agrees": Tick("on"),
    }


def _refusing(world: World) -> dict[str, Any]:
    return {"reason": "It is before the court.", "chair_agrees": Tick("on")}


COMMITTEES = {
    **does("committees:new_body api:committees-new-body", "clerk", data=_body),
    **does(
        "committees:new_councillor api:committees-new-councillor",
        "clerk",
        data=lambda world: {
            "person": world.people["neighbour"].email,
            "ward": Pick(world.people["verified"].person.ward_id),
            "group": "A",
            "since": day(-1),
        },
    ),
    **does("committees:new_portfolio api:committees-new-portfolio", "clerk", data=lambda world: {"title": "Homes"}),
    **does(
        "committees:end_councillor api:committees-end-councillor", "clerk", data=lambda world: {"reason": "Moved away."}
    ),
    **does(
        "committees:holder api:committees-holder",
        "clerk",
        data=lambda world: {"councillor": Pick(world.one.councillor.pk)},
    ),
    **does("committees:fill_seat", "clerk", data=_filling),
    **does("api:committees-fill-seat", "clerk", data=lambda world: _filling(world) | {"eligible": True}),
    **does("committees:vacate_seat api:committees-vacate-seat", "clerk", data=lambda world: {"reason": "Moved away."}),
    **does("committees:new_meeting api:committees-schedule", "clerk", data=gathering),
    **does(
        "committees:new_paper api:committees-new-paper",
        "clerk",
        data=lambda world: {
            "kind": Pick("terms"),
            "title": "Terms of reference",
            "address": "https://example.org/terms.pdf",
        },
    ),
    **does("committees:withdraw_paper api:committees-withdraw-paper", "clerk"),
    **does("committees:new_seat", "clerk", data=_seat),
    **does("api:committees-new-seat", "clerk", data=lambda world: _seat(world) | {"chair": False}),
    **does("committees:refer", "facilitator", data=_referring),
    **does(
        "api:committees-refer",
        "facilitator",
        data=lambda world: _referring(world) | {"bodies": [Pick(world.stage["begun"].body.pk)]},
    ),
    **does("committees:acknowledge api:committees-acknowledge", "clerk"),
    **does(
        "committees:accept api:committees-accept",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: {"meeting": Pick(world.stage["acknowledged"].next_meeting.pk), "late_reason": ""},
    ),
    **does("committees:redirect", "clerk", CHAIRED | {"scrutiny officer"}, _redirecting),
    **does(
        "api:committees-redirect",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: _redirecting(world) | {"chair_agrees": True},
    ),
    **does("committees:refuse", "clerk", CHAIRED | {"scrutiny officer"}, _refusing),
    **does(
        "api:committees-refuse",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: _refusing(world) | {"chair_agrees": True},
    ),
    **does(
        "committees:publish api:committees-publish",
        "clerk",
        data=lambda world: {"short_notice_reason": "The matter cannot wait for the next one."},
    ),
    **does("committees:move api:committees-move", "clerk", data=when),
    **does(
        "committees:cancel api:committees-cancel",
        "clerk",
        data=lambda world: {
            "reason": "The hall is flooded.",
            "move_to": Pick(world.stage["accepted"].next_meeting.pk),
            "late_reason": "",
        },
    ),
    **does(
        "committees:new_item api:committees-new-item",
        "clerk",
        CHAIRED,
        lambda world: {"title": "Minutes of the last", "summary": "For agreement.", "origin": "The clerk"},
    ),
    **does("committees:start api:committees-start", "clerk", CHAIRED),
    **does("committees:attendance", "clerk", data=_attendance),
    **does(
        "api:committees-attendance",
        "clerk",
        data=lambda world: {
            "attendance": {name.removeprefix("seat_"): str(kind) for name, kind in _attendance(world).items()}
        },
    ),
    **does("committees:minutes api:committees-minutes", "clerk", data=lambda world: {"text": "It was opened at six."}),
    **does("committees:agree api:committees-agree", "clerk", CHAIRED),
    **does("committees:end api:committees-end", "clerk"),
    **does(
        "committees:recommend api:committees-recommend",
        "clerk",
        CHAIRED,
        lambda world: {
            "portfolio": Pick(world.stage["in_session"].portfolio.pk),
            "text": "Set thirty minutes.",
            "measure": "The contracts.",
        },
    ),
    **does(
        "committees:conclude api:committees-conclude",
        "clerk",
        data=lambda world: {"outcome": "The committee noted that nothing can be done before May."},
    ),
    **does(
        "committees:adjourn api:committees-adjourn",
        "clerk",
        CHAIRED,
        lambda world: {"meeting": Pick(world.stage["in_session"].next_meeting.pk), "late_reason": ""},
    ),
    **does("committees:vote", "clerk", data=_votes),
    **does(
        "api:committees-vote",
        "clerk",
        data=lambda world: {
            "votes": {name.removeprefix("seat_"): str(choice) for name, choice in _votes(world).items() if choice},
            "casting_vote": Pick(""),
        },
    ),
    **does("committees:withdraw api:committees-withdraw", "clerk", CHAIRED),
    **does(
        "committees:issue api:committees-issue",
        "clerk",
        CLERK | {"scrutiny officer"},
        lambda world: {"received_on": day(0)},
    ),
    **does("committees:answer api:committees-answer", "cabinet member", data=_answer),
    **does(
        "committees:correct api:committees-correct",
        "cabinet member",
        data=lambda world: {
            "answer": Pick("part"),
            "reason": "Only the new contracts can be changed this year, not the old ones.",
            "why": "The old contracts were forgotten.",
        },
    ),
    **does(
        "committees:progress api:committees-progress",
        "cabinet member",
        data=lambda world: {"state": Pick("at_risk"), "text": "One contractor objects.", "due": day(120)},
    ),
    **does(
        "committees:claim_delivery api:committees-claim-delivery",
        "cabinet member",
        data=lambda world: {"evidence": "All nine contracts are published."},
    ),
    **does(
        "committees:judge api:committees-judge",
        "member",
        frozenset({"member", "supporter"}),
        lambda world: {"verdict": Pick("dispute"), "reason": "My mother still gets fifteen."},
    ),
    **does(
        "committees:take_dispute api:committees-take-dispute",
        "clerk",
        data=lambda world: {"meeting": Pick(world.stage["disputed"].next_meeting.pk), "late_reason": ""},
    ),
}
