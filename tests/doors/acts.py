"""Every act that an address takes: who may do it, and what they would send. Each is first seen to work, so that a refusal means something.

A value that is a `Pick` is one of a closed set (a choice, an id, a date, a number); any other text is free.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from core import today
from tests.doors.table import ADMINISTRATOR, ALL, CHAIRED, CLERK, RUN_FORUM, SIGNED_IN, STEWARDS
from tests.doors.world import World
from tests.scenes.outputs import TEXTS
from tests.scenes.proposals import BODY


class Pick(str):
    """One of what is offered."""

    __slots__ = ()


class Tick(str):
    """A box that is ticked: whatever a browser sends for it says yes."""

    __slots__ = ()


def day(number: int) -> Pick:
    return Pick((today() + timedelta(days=number)).isoformat())


Data = Callable[[World], dict[str, Any]]
FACILITATOR = frozenset({"facilitator"})
HOLDER = frozenset({"cabinet member"})
OWNER = frozenset({"owner"})


@dataclass(frozen=True)
class Act:
    """`by` does it in the control; `may` are all who may."""

    by: str
    may: frozenset[str]
    data: Data
    method: str = "post"
    query: str = ""
    changes: bool = True  # whether it leaves a trace in the database
    token: bool = True  # whether it needs a CSRF token
    ignores: tuple[str, ...] = ()  # fields in which nonsense is passed over


def _nothing(world: World) -> dict[str, Any]:
    return {}


def does(names: str, by: str, may: frozenset[str] | None = None, data: Data = _nothing, **more: Any) -> dict[str, Act]:
    return dict.fromkeys(names.split(), Act(by, may if may is not None else frozenset({by}), data, **more))


def _answer(world: World) -> dict[str, Any]:
    return {
        "answer": Pick("accept"),
        "reason": "The contracts are renewed this year anyway, so it costs nothing to write it in.",
        "text": "New contracts name thirty minutes.",
        "measure": "The contracts, published.",
        "owner": "Director of Adult Social Care",
        "due": day(90),
    }


def _when(world: World) -> dict[str, Any]:
    return {"day": day(30), "begins": Pick("18:00"), "ends": Pick("20:00"), "place": "Council House"}


def _gathering(world: World) -> dict[str, Any]:
    return _when(world) | {
        "title": "Monthly meeting",
        "mode": Pick("in_person"),
        "access": "Step-free.",
        "online_url": "https://example.org/",
    }


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


def _proposal(world: World) -> dict[str, Any]:
    return {
        "title": "Shade over the playground in Cotteridge Park",
        "body": BODY,
        "assets": "A group of parents.",
        "type": Pick("service"),
        "area": Pick("stirchley"),
    }


def _output(world: World) -> dict[str, Any]:
    return {**TEXTS, "adoptions": Pick(world.one.waiting.pk)}


def _votes(world: World) -> dict[str, Any]:
    seats = world.stage["drafted"].seats
    names = ("chair", "Ravi", "Moira", "user", "worker")
    return {f"seat_{seats[name].pk}": Pick("for") for name in names} | {"casting_vote": Pick("")}


def _attendance(world: World) -> dict[str, Any]:
    seats = world.stage["in_session"].seats.values()
    return {f"seat_{seat.pk}": Pick("apologies") for seat in seats if seat.person_id}


def _flag(world: World) -> dict[str, Any]:
    return {"reason": Pick(world.one.decision.reason.code), "note": "Look at this."}


FORUMS = {
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
        "forums:reply",
        "verified",
        SIGNED_IN,
        lambda world: {"body": "I agree.", "stance": Pick("for"), "parent": Pick(world.one.post.pk)},
    ),
    **does(
        "forums:close_thread", "facilitator", data=lambda world: {"conclusions": "We agreed on nearly everything here."}
    ),
    **does("forums:pin_thread forums:pin_post", "facilitator"),
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
    **does("forums:join", "verified", SIGNED_IN - {"e-mail only", "member", "facilitator"}),
    **does("forums:leave", "member"),
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
        "forums:new_thread",
        "member",
        STEWARDS | {"facilitator", "member"},
        lambda world: {"title": "Trams to Kings Heath", "opening": "When?"},
    ),
}

PROPOSALS = {
    **does("proposals:new", "verified", SIGNED_IN, _proposal),
    **does("proposals:draft", "owner", data=_proposal),
    **does("proposals:publish", "owner"),
    **does("proposals:discard", "owner"),
    **does("proposals:support", "verified", SIGNED_IN),
    **does("proposals:take_back", "supporter", SIGNED_IN),
    **does(
        "proposals:edit",
        "owner",
        data=lambda world: {"title": "Plant plane trees along the Pershore Road", "body": BODY, "assets": "Spades."},
    ),
    **does("proposals:withdraw", "owner", data=lambda world: {"reason": "It has been done in the meantime."}),
    **does(
        "proposals:check",
        "facilitator",
        data=lambda world: {
            "outcome": Pick("refused"),
            "reason": Pick(_remit_reason()),
            "statement": "This is the county's business.",
        },
    ),
    **does("proposals:adoption", "facilitator", data=lambda world: {"closes_on": day(14)}),
    **does("proposals:certify", "facilitator"),
}


def _remit_reason() -> str:
    from proposals.models import RemitReason

    return str(RemitReason.objects.filter(active=True).first().code)


OUTPUTS = {
    **does("outputs:new", "facilitator", data=_output),
    **does(
        "outputs:edit",
        "facilitator",
        data=lambda world: (
            _output(world) | {"title": "Baths that open for longer", "seen": Pick(world.one.written.version)}
        ),
    ),
    **does("outputs:discard outputs:comments", "facilitator"),
    **does("outputs:reopen", "facilitator", data=lambda world: {"reason": "Two members found a mistake in it."}),
    **does("outputs:approval", "facilitator", data=lambda world: {"days": Pick("7")}),
    **does("outputs:settle", "facilitator"),
}

COMMITTEES = {
    **does("committees:new_body", "clerk", data=_body),
    **does(
        "committees:new_councillor",
        "clerk",
        data=lambda world: {
            "person": world.people["neighbour"].email,
            "ward": Pick(world.people["verified"].person.ward_id),
            "group": "A",
            "since": day(-1),
        },
    ),
    **does("committees:new_portfolio", "clerk", data=lambda world: {"title": "Homes"}),
    **does("committees:end_councillor", "clerk", data=lambda world: {"reason": "Moved away."}),
    **does("committees:holder", "clerk", data=lambda world: {"councillor": Pick(world.one.councillor.pk)}),
    **does(
        "committees:fill_seat",
        "clerk",
        data=lambda world: {
            "who": Pick(world.one.councillor.pk),
            "appointed_by": "Full council",
            "term_ends": day(300),
            "eligible": Tick("on"),
        },
    ),
    **does("committees:vacate_seat", "clerk", data=lambda world: {"reason": "Moved away."}),
    **does("committees:new_meeting", "clerk", data=_gathering),
    **does(
        "committees:new_seat",
        "clerk",
        data=lambda world: {"kind": Pick("worker"), "scope": Pick(""), "label": "Carers", "chair": Pick("")},
    ),
    **does(
        "committees:refer",
        "facilitator",
        data=lambda world: {"bodies": Pick(world.stage["begun"].body.pk), "covering_note": "Please look at page 2."},
    ),
    **does("committees:acknowledge", "clerk"),
    **does(
        "committees:accept",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: {"meeting": Pick(world.stage["acknowledged"].next_meeting.pk), "late_reason": ""},
    ),
    **does(
        "committees:redirect",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: {
            "body": Pick(world.stage["begun"].body.pk),
            "reason": "It is theirs.",
            "chair_agrees": Tick("on"),
        },
    ),
    **does(
        "committees:refuse",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: {"reason": "It is before the court.", "chair_agrees": Tick("on")},
    ),
    **does(
        "committees:publish",
        "clerk",
        data=lambda world: {"short_notice_reason": "The matter cannot wait for the next one."},
    ),
    **does("committees:move", "clerk", data=_when),
    **does(
        "committees:cancel",
        "clerk",
        data=lambda world: {
            "reason": "The hall is flooded.",
            "move_to": Pick(world.stage["accepted"].next_meeting.pk),
            "late_reason": "",
        },
    ),
    **does(
        "committees:new_item",
        "clerk",
        CHAIRED,
        lambda world: {"title": "Minutes of the last", "summary": "For agreement.", "origin": "The clerk"},
    ),
    **does("committees:start", "clerk", CHAIRED),
    **does("committees:attendance", "clerk", data=_attendance),
    **does("committees:minutes", "clerk", data=lambda world: {"text": "It was opened at six."}),
    **does("committees:agree", "clerk", CHAIRED),
    **does("committees:end", "clerk"),
    **does(
        "committees:recommend",
        "clerk",
        CHAIRED,
        lambda world: {
            "portfolio": Pick(world.stage["in_session"].portfolio.pk),
            "text": "Set thirty minutes.",
            "measure": "The contracts.",
        },
    ),
    **does(
        "committees:conclude",
        "clerk",
        data=lambda world: {"outcome": "The committee noted that nothing can be done before May."},
    ),
    **does(
        "committees:adjourn",
        "clerk",
        CHAIRED,
        lambda world: {"meeting": Pick(world.stage["in_session"].next_meeting.pk), "late_reason": ""},
    ),
    **does("committees:vote", "clerk", data=_votes),
    **does("committees:withdraw", "clerk", CHAIRED),
    **does("committees:issue", "clerk", CLERK | {"scrutiny officer"}, lambda world: {"received_on": day(0)}),
    **does("committees:answer", "cabinet member", data=_answer),
    **does(
        "committees:correct",
        "cabinet member",
        data=lambda world: {
            "answer": Pick("part"),
            "reason": "Only the new contracts can be changed this year, not the old ones.",
            "why": "The old contracts were forgotten.",
        },
    ),
    **does(
        "committees:progress",
        "cabinet member",
        data=lambda world: {"state": Pick("at_risk"), "text": "One contractor objects.", "due": day(120)},
    ),
    **does(
        "committees:claim_delivery",
        "cabinet member",
        data=lambda world: {"evidence": "All nine contracts are published."},
    ),
    **does(
        "committees:judge",
        "member",
        frozenset({"member", "supporter"}),
        lambda world: {"verdict": Pick("dispute"), "reason": "My mother still gets fifteen."},
    ),
    **does(
        "committees:take_dispute",
        "clerk",
        data=lambda world: {"meeting": Pick(world.stage["disputed"].next_meeting.pk), "late_reason": ""},
    ),
}

BALLOTS = {
    **does("ballots:vote", "member", data=lambda world: {"choice": Pick("yes")}),
    **does("ballots:find", "signed out", ALL, lambda world: {"tracker": "ABCD EFGH"}, changes=False, token=False),
    **does(
        "ballots:annul",
        "clerk",
        data=lambda world: {"reason": "The roll left out everybody who joined in May, by a fault of ours."},
    ),
}

MEETINGS = {
    **does("meetings:new", "facilitator", RUN_FORUM, _gathering),
    **does(
        "meetings:move",
        "facilitator",
        RUN_FORUM,
        lambda world: _when(world) | {"access": "Step-free.", "online_url": "https://example.org/"},
    ),
    **does("meetings:cancel", "facilitator", RUN_FORUM, lambda world: {"reason": "The hall is flooded."}),
    **does("meetings:new_item", "facilitator", RUN_FORUM, lambda world: {"title": "Buses", "summary": "The 11."}),
    **does("meetings:publish meetings:start meetings:end meetings:agree", "facilitator", RUN_FORUM),
    **does(
        "meetings:attendance",
        "facilitator",
        RUN_FORUM,
        lambda world: {f"person_{world.one.forum_place.member.person.pk}": Pick("present")},
    ),
    **does("meetings:notes", "facilitator", RUN_FORUM, lambda world: {"text": "We talked about trams."}),
}

ACCOUNTS = {
    **does("accounts:profile", "verified", SIGNED_IN, lambda world: {"name": "Ada Okafor", "age_band": Pick("")}),
    **does("accounts:address", "verified", SIGNED_IN, lambda world: {"postcode": "B30 2AB"}),
    **does("accounts:letter", "newcomer", SIGNED_IN, lambda world: {"address": "9 Privet Yard"}),
    **does("accounts:code", "declared", SIGNED_IN, lambda world: {"code": world.one.code}),
    **does("accounts:register_check", "newcomer", SIGNED_IN, lambda world: {"name": "Rosa Lind"}),
    **does(
        "accounts:standing", "verified", SIGNED_IN, lambda world: {"kind": Pick("service_worker"), "of": "home care"}
    ),
    **does("accounts:standing_end", "owner"),
    **does("accounts:terms_accept", "verified", SIGNED_IN),
    **does("accounts:data accounts:key", "verified", SIGNED_IN),
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
    **does("clocks:new_holiday", "clerk", STEWARDS, lambda world: {"date": day(17), "name": "Day of Rest"}),
    **does("demo:people", "signed out", ALL, lambda world: {"person": Pick(world.people["verified"].person.pk)}),
}

NOTIFICATIONS = {
    **does("notifications:read_all notifications:open", "owner", SIGNED_IN),
    **does("notifications:settings", "verified", SIGNED_IN, lambda world: {"channel": Pick("none")}),
    **does(
        "notifications:follow",
        "verified",
        SIGNED_IN,
        lambda world: {"kind": Pick("proposals.proposal"), "id": Pick(world.one.fresh.pk)},
    ),
    **does(
        "notifications:unfollow",
        "owner",
        SIGNED_IN,
        lambda world: {"kind": Pick("proposals.proposal"), "id": Pick(world.one.fresh.pk)},
    ),
    **does("notifications:stop", "signed out", ALL, token=False),
}

MODERATION = {
    **does("moderation:flag", "verified", SIGNED_IN - OWNER, _flag),
    **does(
        "moderation:content",
        "facilitator",
        FACILITATOR | {"moderator", "administrator"},
        lambda world: {
            "outcome": Pick("hide"),
            "reason": Pick(world.one.decision.reason.code),
            "statement": "Please be kind.",
        },
    ),
    **does("moderation:appeal", "owner", OWNER, lambda world: {"text": "It was said in jest, as everybody knew."}),
    **does(
        "moderation:answer",
        "moderator",
        frozenset({"moderator", "administrator"}),
        lambda world: {"outcome": Pick("hide"), "statement": "It stays hidden, for it names a neighbour."},
    ),
}

API = {
    **does("api:me", "verified", SIGNED_IN, lambda world: {"name": "Ada Okafor", "age_band": Pick("")}, method="put"),
    **does("api:me-postcode", "verified", SIGNED_IN, lambda world: {"postcode": "B30 2AB"}),
    **does("api:me-code", "declared", SIGNED_IN, lambda world: {"code": world.one.code}),
    **does("api:me-exports", "verified", SIGNED_IN),
    **does("api:clocks-holidays", "clerk", STEWARDS, lambda world: {"date": day(17), "name": "Day of Rest"}),
    **does("api:ballot-vote", "member", data=lambda world: {"choice": Pick("yes")}),
    **does(
        "api:moderation-flags",
        "verified",
        SIGNED_IN - OWNER,
        lambda world: _flag(world) | {"kind": Pick("forums.post"), "id": Pick(world.one.post.pk)},
    ),
    **does("api:forum-join", "verified", SIGNED_IN - {"e-mail only", "member", "facilitator"}),
    **does("api:forum-leave", "member"),
    **does(
        "api:forum-threads",
        "member",
        STEWARDS | {"facilitator", "member"},
        lambda world: {"title": "Trams to Kings Heath", "opening": "When?"},
    ),
    **does(
        "api:thread-posts",
        "verified",
        SIGNED_IN,
        lambda world: {"body": "I agree.", "stance": Pick("for"), "parent": Pick(world.one.post.pk)},
    ),
    **does(
        "api:proposals",
        "verified",
        SIGNED_IN,
        lambda world: _proposal(world) | {"activity": Pick(world.one.activity.pk)},
    ),
    **does(
        "api:proposal",
        "owner",
        data=lambda world: {"title": "Plant plane trees along the Pershore Road", "body": BODY, "assets": "Spades."},
        method="patch",
    ),
    **does("api:proposal-support", "verified", SIGNED_IN),
    **does("api:proposal-withdraw", "owner", data=lambda world: {"reason": "It has been done in the meantime."}),
    **does(
        "api:proposal-check",
        "facilitator",
        data=lambda world: {
            "outcome": Pick("refused"),
            "reason": Pick(_remit_reason()),
            "statement": "This is the county's business.",
        },
    ),
    **does("api:proposal-adoption", "facilitator", data=lambda world: {"closes_on": day(14)}),
    **does("api:proposal-certify", "facilitator"),
    **does(
        "api:output-compile",
        "facilitator",
        data=lambda world: {
            **TEXTS,
            "forum": Pick(world.one.forum.slug),
            "adoptions": [Pick(world.one.waiting.proposal.reference)],
        },
    ),
    **does(
        "api:output-edit",
        "facilitator",
        data=lambda world: {
            **TEXTS,
            "title": "Baths that open for longer",
            "adoptions": [Pick(world.one.waiting.proposal.reference)],
            "seen": str(world.one.written.version),  # another version than the one that stands is a 409
        },
    ),
    **does("api:output-discard api:output-comments", "facilitator"),
    **does("api:output-reopen", "facilitator", data=lambda world: {"reason": "Two members found a mistake in it."}),
    **does("api:output-approval", "facilitator", data=lambda world: {"days": Pick("7")}),
    **does("api:output-settle", "facilitator"),
    **does("api:committees-new-body", "clerk", data=_body),
    **does(
        "api:committees-new-councillor",
        "clerk",
        data=lambda world: {
            "person": world.people["neighbour"].email,
            "ward": Pick(world.people["verified"].person.ward_id),
            "group": "A",
            "since": day(-1),
        },
    ),
    **does("api:committees-new-portfolio", "clerk", data=lambda world: {"title": "Homes"}),
    **does("api:committees-end-councillor", "clerk", data=lambda world: {"reason": "Moved away."}),
    **does("api:committees-holder", "clerk", data=lambda world: {"councillor": Pick(world.one.councillor.pk)}),
    **does(
        "api:committees-fill-seat",
        "clerk",
        data=lambda world: {
            "who": Pick(world.one.councillor.pk),
            "appointed_by": "Full council",
            "term_ends": day(300),
            "eligible": True,
        },
    ),
    **does("api:committees-vacate-seat", "clerk", data=lambda world: {"reason": "Moved away."}),
    **does(
        "api:committees-new-seat",
        "clerk",
        data=lambda world: {"kind": Pick("worker"), "scope": Pick(""), "label": "Carers", "chair": False},
    ),
    **does("api:committees-schedule", "clerk", data=_gathering),
    **does(
        "api:committees-publish",
        "clerk",
        data=lambda world: {"short_notice_reason": "The matter cannot wait for the next one."},
    ),
    **does("api:committees-move", "clerk", data=_when),
    **does(
        "api:committees-cancel",
        "clerk",
        data=lambda world: {
            "reason": "The hall is flooded.",
            "move_to": Pick(world.stage["accepted"].next_meeting.pk),
            "late_reason": "",
        },
    ),
    **does(
        "api:committees-new-item",
        "clerk",
        CHAIRED,
        lambda world: {"title": "Minutes of the last", "summary": "For agreement.", "origin": "The clerk"},
    ),
    **does("api:committees-start", "clerk", CHAIRED),
    **does(
        "api:committees-attendance",
        "clerk",
        data=lambda world: {
            "attendance": {name.removeprefix("seat_"): str(kind) for name, kind in _attendance(world).items()}
        },
    ),
    **does("api:committees-minutes", "clerk", data=lambda world: {"text": "It was opened at six."}),
    **does("api:committees-agree", "clerk", CHAIRED),
    **does("api:committees-end", "clerk"),
    **does(
        "api:committees-recommend",
        "clerk",
        CHAIRED,
        lambda world: {
            "portfolio": Pick(world.stage["in_session"].portfolio.pk),
            "text": "Set thirty minutes.",
            "measure": "The contracts.",
        },
    ),
    **does(
        "api:committees-conclude",
        "clerk",
        data=lambda world: {"outcome": "The committee noted that nothing can be done before May."},
    ),
    **does(
        "api:committees-adjourn",
        "clerk",
        CHAIRED,
        lambda world: {"meeting": Pick(world.stage["in_session"].next_meeting.pk), "late_reason": ""},
    ),
    **does("api:committees-withdraw", "clerk", CHAIRED),
    **does(
        "api:committees-take-dispute",
        "clerk",
        data=lambda world: {"meeting": Pick(world.stage["disputed"].next_meeting.pk), "late_reason": ""},
    ),
    **does(
        "api:committees-refer",
        "facilitator",
        data=lambda world: {"bodies": [Pick(world.stage["begun"].body.pk)], "covering_note": "Please look at page 2."},
    ),
    **does("api:committees-acknowledge", "clerk"),
    **does(
        "api:committees-accept",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: {"meeting": Pick(world.stage["acknowledged"].next_meeting.pk), "late_reason": ""},
    ),
    **does(
        "api:committees-redirect",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: {"body": Pick(world.stage["begun"].body.pk), "reason": "It is theirs.", "chair_agrees": True},
    ),
    **does(
        "api:committees-refuse",
        "clerk",
        CHAIRED | {"scrutiny officer"},
        lambda world: {"reason": "It is before the court.", "chair_agrees": True},
    ),
    **does(
        "api:committees-vote",
        "clerk",
        data=lambda world: {
            "votes": {name.removeprefix("seat_"): str(choice) for name, choice in _votes(world).items() if choice},
            "casting_vote": Pick(""),
        },
    ),
    **does("api:committees-issue", "clerk", CLERK | {"scrutiny officer"}, lambda world: {"received_on": day(0)}),
    **does("api:committees-answer", "cabinet member", data=_answer),
    **does(
        "api:committees-correct",
        "cabinet member",
        data=lambda world: {
            "answer": Pick("part"),
            "reason": "Only the new contracts can be changed this year, not the old ones.",
            "why": "The old contracts were forgotten.",
        },
    ),
    **does(
        "api:committees-progress",
        "cabinet member",
        data=lambda world: {"state": Pick("at_risk"), "text": "One contractor objects.", "due": day(120)},
    ),
    **does(
        "api:committees-claim-delivery",
        "cabinet member",
        data=lambda world: {"evidence": "All nine contracts are published."},
    ),
    **does(
        "api:committees-judge",
        "member",
        frozenset({"member", "supporter"}),
        lambda world: {"verdict": Pick("dispute"), "reason": "My mother still gets fifteen."},
    ),
}

ACTS: dict[str, Act] = {
    **FORUMS, **PROPOSALS, **OUTPUTS, **COMMITTEES, **BALLOTS, **MEETINGS, **ACCOUNTS, **NOTIFICATIONS, **MODERATION, **API,
}  # fmt: skip

# What takes a POST and is not ours to walk here: allauth has its own tests; the sample form saves nothing; a file is sent apart.
ELSEWHERE = ("account_", "mfa_", "admin", "core:styleguide_form", "accounts:register")
