"""Who may look behind each door. A door that is not in this table fails the tests, so nothing is open by oversight.

`who` is who sees the page (GET); a door with `post=True` only takes acts, and looking at it is refused by method. Whoever is not
in `who` is sent to sign in (302), or refused with the reason (403); `hidden=True`: to them it does not exist (404).
`args` are the parameters of the address, in the world of `world.py`; `place` says whose facilitator, chair, owner ... knocks.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import reverse

from tests.doors.world import ROLES, World

ALL = frozenset(ROLES)
SIGNED_IN = ALL - {"signed out"}
NOBODY: frozenset[str] = frozenset()
STEWARDS = frozenset({"clerk", "administrator"})
RUN_FORUM = STEWARDS | {"facilitator"}
CLERK = frozenset({"clerk"})
CHAIRED = frozenset({"clerk", "chair"})
OFFICES = frozenset(
    {
        *("clerk", "scrutiny officer", "facilitator", "other facilitator", "moderator", "administrator"),
        *("councillor", "chair", "other chair", "cabinet member", "other cabinet member"),
    }
)

Args = Callable[[World], tuple[Any, ...]]


@dataclass(frozen=True)
class Door:
    who: frozenset[str] = ALL
    args: Args = lambda world: ()
    place: str = "forum_place"
    query: Callable[[World], str] = lambda world: ""
    post: bool = False
    hidden: bool = False
    also: frozenset[int] = frozenset()  # other answers than 200 to those who may

    def url(self, world: World, name: str) -> str:
        query = self.query(world)
        args = self.args(world)
        path = "/" + re.sub(r"<[^>]*>+|\(.*\)\$", str(args[0]), name) if "/" in name else reverse(name, args=args)
        return path + (f"?{query}" if query else "")


def one(path: str) -> Args:
    """The parameters `post.pk reference` ... of `world.one`."""

    def found(world: World) -> tuple[Any, ...]:
        return tuple(_follow(world.one, part) for part in path.split())

    return found


def at(stage: str, path: str) -> dict[str, Any]:
    """A record of a stage, and the people of that stage."""

    def found(world: World) -> tuple[Any, ...]:
        return tuple(_follow(world.stage[stage], part) for part in path.split())

    return {"args": found, "place": stage}


def _follow(thing: Any, path: str) -> Any:
    for name in path.split("."):
        thing = thing[name] if isinstance(thing, dict) else getattr(thing, name)
    return thing


def said(*parts: Any) -> Args:
    return lambda world: parts


def opens(names: str, who: frozenset[str] = ALL, **more: Any) -> dict[str, Door]:
    return dict.fromkeys(names.split(), Door(who, **more))


def acts(names: str, who: frozenset[str] = ALL, **more: Any) -> dict[str, Door]:
    return dict.fromkeys(names.split(), Door(who, post=True, **more))


MACHINES = opens("healthz readyz api-schema api-docs")

PLAIN = {
    **opens("portal:home portal:owed portal:figures portal:accessibility portal:privacy portal:open_data"),
    **opens("portal:forum", args=one("forum.slug")),
    **opens("portal:area", args=said("stirchley")),
    **opens("portal:me", SIGNED_IN),
    **opens("portal:desk", OFFICES, also=frozenset({302})),
    **opens("portal:role_desk", CLERK | {"scrutiny officer"}, args=said("clerk"), hidden=True),
    **opens("core:styleguide"),
    **acts("core:styleguide_form"),
    **opens("places:areas clocks:index ledger:record ledger:seals ledger:check moderation:figures"),
    **opens("search:search", query=lambda world: "q=buses"),
    **opens("clocks:new_holiday", STEWARDS),
    **opens("ledger:entry", args=one("entry.pk")),
    **opens("chain:step", args=lambda world: (_step(world).pk,)),
    **opens("chain:line", args=lambda world: ("proposals.proposal", world.one.fresh.pk)),
}


def _step(world: World) -> Any:
    from chain.models import Step

    return Step.objects.filter(subject_kind="proposals.proposal", subject_id=world.one.fresh.pk).latest("pk")


FORUMS = {
    **opens("forums:list"),
    **opens("forums:new", STEWARDS),
    **opens("forums:thread forums:reply", args=one("thread.pk")),
    **opens("forums:close_thread", frozenset({"facilitator"}), args=one("thread.pk")),
    **acts("forums:pin_thread", args=one("thread.pk")),
    **opens("forums:post", args=one("post.pk"), also=frozenset({302})),
    **opens("forums:versions", args=one("post.pk")),
    **opens("forums:edit_post", frozenset({"owner"}), args=one("post.pk")),
    **opens("forums:pin_post", frozenset({"facilitator"}), args=one("post.pk")),
    **opens("forums:activity", args=one("activity.pk")),
    **opens("forums:edit_activity", RUN_FORUM, args=one("activity.pk")),
    **acts("forums:recall", args=one("mandate.pk")),
    **opens("forums:edit", STEWARDS, args=one("forum.slug")),
    **acts("forums:state forums:facilitators", args=one("forum.slug")),
    **opens("forums:join forums:leave forums:members forums:threads", args=one("forum.slug")),
    **acts("forums:end_facilitator", args=one("forum.slug facilitation.pk")),
    **opens("forums:mandate forums:new_activity", RUN_FORUM, args=one("forum.slug")),
    **opens("forums:new_thread", args=one("forum.slug")),
}

PROPOSALS = {
    **opens("proposals:list"),
    **opens("proposals:new", query=lambda world: f"activity={world.one.activity.pk}", also=frozenset({302})),
    **opens("proposals:similar", query=lambda world: "title=lime+trees"),
    **opens("proposals:draft proposals:preview", frozenset({"owner"}), args=one("draft.pk"), hidden=True),
    **acts("proposals:publish proposals:discard", frozenset({"owner"}), args=one("draft.pk"), hidden=True),
    **opens("proposals:proposal proposals:versions", args=one("fresh.reference")),
    **acts("proposals:support proposals:take_back", args=one("fresh.reference")),
    **opens("proposals:edit proposals:withdraw", frozenset({"owner"}), args=one("fresh.reference")),
    **opens("proposals:check", frozenset({"facilitator"}), args=one("fresh.reference")),
    **opens("proposals:adoption", frozenset({"facilitator"}), args=one("ready.reference")),
    **opens("proposals:certify", frozenset({"facilitator"}), args=one("counted.proposal.reference")),
}

OUTPUTS = {
    **opens("outputs:list"),
    **opens("outputs:new", frozenset({"facilitator"}), query=lambda world: f"forum={world.one.forum.slug}"),
    **opens("outputs:output outputs:versions outputs:pdf", args=one("commented.reference"), place="commented_place"),
    **opens("outputs:edit", frozenset({"facilitator"}), args=one("written.reference"), hidden=True),
    **acts("outputs:discard outputs:comments", args=one("written.reference"), hidden=True),
    **opens("outputs:reopen", frozenset({"facilitator"}), args=one("commented.reference"), place="commented_place"),
    **opens(
        "outputs:approval", frozenset({"facilitator"}), args=one("talked_over.reference"), place="talked_over_place"
    ),
    **acts("outputs:settle", args=one("voted_on.reference"), place="voted_on_place"),
}

COMMITTEES = {
    **opens("committees:list committees:owed committees:councillors"),
    **opens("committees:new_body committees:new_councillor committees:new_portfolio", CLERK),
    **opens("committees:end_councillor", CLERK, args=one("councillor.pk")),
    **opens("committees:portfolio", **at("begun", "portfolio.slug")),
    **opens("committees:holder", CLERK, **at("begun", "portfolio.slug")),
    **opens("committees:fill_seat", CLERK, **at("begun", "seats.vacant.pk")),
    **opens("committees:vacate_seat", CLERK, **at("begun", "seats.worker.pk")),
    **opens("committees:body", **at("begun", "body.slug")),
    **opens("committees:new_meeting committees:new_seat", CLERK, **at("begun", "body.slug")),
    **opens("committees:refer", frozenset({"facilitator"}), **at("begun", "output.reference")),
    **opens("committees:referral", **at("referred", "referral.reference")),
    **acts("committees:acknowledge", **at("referred", "referral.reference")),
    **opens(
        "committees:accept committees:redirect committees:refuse",
        CHAIRED | {"scrutiny officer"},
        **at("acknowledged", "referral.reference"),
    ),
    **opens("committees:meeting committees:agenda_text", **at("published", "meeting.pk")),
    **opens("committees:publish committees:move committees:cancel", CLERK, **at("accepted", "meeting.pk")),
    **opens("committees:new_item", CHAIRED, **at("accepted", "meeting.pk")),
    **acts("committees:start", **at("published", "meeting.pk")),
    **opens("committees:attendance committees:minutes", CLERK, **at("in_session", "meeting.pk")),
    **acts("committees:end", **at("concluded", "meeting.pk")),
    **acts(
        "committees:agree",
        place="in_session",
        args=lambda world: (world.stage["in_session"].meeting.pk, world.one.minutes.version),
    ),
    **opens("committees:item", **at("in_session", "item.pk")),
    **opens("committees:recommend committees:adjourn", CHAIRED, **at("in_session", "item.pk")),
    **opens("committees:conclude", CLERK, **at("in_session", "item.pk")),
    **opens("committees:recommendation", **at("issued", "recommendation.reference")),
    **opens("committees:vote", CLERK, **at("drafted", "recommendation.reference")),
    **acts("committees:withdraw", **at("drafted", "recommendation.reference")),
    **opens("committees:issue", CLERK | {"scrutiny officer"}, **at("recommended", "recommendation.reference")),
    **opens("committees:answer", frozenset({"cabinet member"}), **at("issued", "recommendation.reference")),
    **opens("committees:correct", frozenset({"cabinet member"}), **at("answered", "recommendation.reference")),
    **opens("committees:commitment", **at("answered", "commitment.reference")),
    **opens(
        "committees:progress committees:claim_delivery",
        frozenset({"cabinet member"}),
        **at("answered", "commitment.reference"),
    ),
    **opens("committees:claim", **at("claimed", "claim.pk")),
    **opens("committees:judge", frozenset({"member", "supporter"}), **at("claimed", "claim.pk")),
    **opens("committees:take_dispute", CLERK, **at("disputed", "claim.pk")),
}

BALLOTS = {
    **opens("ballots:list"),
    **opens("ballots:ballot ballots:votes ballots:receipt", args=one("certified_ballot.pk")),
    **acts("ballots:vote", args=one("open_ballot.pk")),
    **acts("ballots:find", args=one("certified_ballot.pk")),
    **opens("ballots:votes_csv ballots:votes_text", args=one("certified_ballot.pk")),
    **opens("ballots:annul", CLERK, args=one("open_ballot.pk")),
}

MEETINGS = {
    **opens("meetings:list meetings:calendar_feed"),
    **opens("meetings:gathering meetings:gathering_feed", args=one("gathering.pk")),
    **opens("meetings:host_feed", args=lambda world: ("forums.forum", world.one.forum.pk)),
    **opens("meetings:new", RUN_FORUM, args=lambda world: ("forums.forum", world.one.forum.pk)),
    **opens("meetings:move meetings:cancel meetings:new_item", RUN_FORUM, args=one("gathering.pk")),
    **acts("meetings:publish", SIGNED_IN, args=one("gathering.pk")),
    **acts("meetings:start", SIGNED_IN, args=one("announced.pk")),
    **opens("meetings:attendance meetings:notes", RUN_FORUM, args=one("session.pk")),
    **acts("meetings:end", SIGNED_IN, args=one("session.pk")),
    **acts("meetings:agree", SIGNED_IN, args=one("session.pk notes.version")),
}

ACCOUNTS = {
    **opens("accounts:profile accounts:address accounts:letter accounts:code accounts:register_check", SIGNED_IN),
    **opens("accounts:standing accounts:data accounts:key accounts:delete", SIGNED_IN),
    **opens("accounts:terms accounts:gone"),
    **acts("accounts:terms_accept accounts:key_end", SIGNED_IN),
    **acts("accounts:standing_end", SIGNED_IN, args=one("standing.pk")),
    **opens("accounts:download", frozenset({"owner"}), args=one("export.pk"), hidden=True),
    **opens("accounts:register", STEWARDS),
    **opens("accounts:letters", CLERK),
    **opens("accounts:roles accounts:retention accounts:new_terms", frozenset({"administrator"})),
    **acts("accounts:role_end", frozenset({"administrator"}), args=one("grant.pk")),
    **opens("accounts:standings", CLERK | {"scrutiny officer"}),
    **acts("accounts:retention_carry_out", frozenset({"administrator"}), args=one("run.pk")),
    **opens("demo:people kept_mail"),
}

# Signing in and out is allauth's; those who are in are sent on, those who are out are asked to come in first.
IN_AND_OUT = frozenset({302})
SIGNING = {
    **opens(
        "account_login account_signup account_request_login_code account_reset_password account_inactive",
        also=IN_AND_OUT,
    ),
    **opens("account_email_verification_sent account_confirm_login_code account_reset_password_done", also=IN_AND_OUT),
    **opens("account_reset_password_from_key_done mfa_authenticate", also=IN_AND_OUT),
    **opens("account_reset_password_from_key", args=said("abc", "set-password"), also=IN_AND_OUT),
    **opens("account_reauthenticate mfa_reauthenticate", NOBODY),  # nobody here has a password or a second factor
    **opens("account_logout", also=IN_AND_OUT),
    **opens("account_email account_change_password account_set_password", SIGNED_IN, also=IN_AND_OUT),
    **opens("mfa_index mfa_activate_totp", SIGNED_IN, also=IN_AND_OUT),
    **opens(
        "mfa_deactivate_totp mfa_view_recovery_codes mfa_generate_recovery_codes mfa_download_recovery_codes",
        SIGNED_IN,
        also=frozenset({302, 404}),
    ),
}

NOTIFICATIONS = {
    **opens("notifications:inbox notifications:settings notifications:following", SIGNED_IN),
    **acts("notifications:read_all notifications:follow notifications:unfollow", SIGNED_IN),
    **acts("notifications:open", SIGNED_IN, args=one("notice.pk")),
    **opens("notifications:stop", args=one("preference.token")),
}

MODERATION = {
    **opens("moderation:flag", args=lambda world: ("forums.post", world.one.post.pk)),
    **opens(
        "moderation:content",
        frozenset({"facilitator", "moderator", "administrator"}),
        args=lambda world: ("forums.post", world.one.answer.pk),
    ),
    **opens("moderation:decision", args=one("decision.pk")),
    **acts("moderation:appeal", args=one("unopposed.pk")),
    **opens("moderation:answer", frozenset({"moderator", "administrator"}), args=one("appeal.pk")),
}

API = {
    **opens(
        "api:record api:record_seals api:record_everything api:clocks-rules api:clocks-holidays api:areas api:forums api:proposals"
    ),
    **opens("api:clocks-work-out", query=lambda world: "rule=proposals.remit_check&start=2026-05-01"),
    **opens("api:area-by-postcode", query=lambda world: "postcode=B30+2AA"),
    **opens("api:area", args=said("stirchley")),
    **opens("api:search", query=lambda world: "q=buses"),
    **opens("api:search-similar", query=lambda world: "title=lime+trees"),
    **opens("api:inbox api:me api:me-exports", SIGNED_IN),
    **acts("api:me-postcode api:me-code", SIGNED_IN),
    **opens("api:ballots api:steps-overdue api:moderation-reasons api:moderation-figures api:outputs"),
    **opens("api:ballot", args=one("open_ballot.pk")),
    **acts("api:ballot-vote", SIGNED_IN, args=one("open_ballot.pk")),
    **opens("api:ballot-votes", args=one("certified_ballot.pk")),
    **opens("api:steps-step", args=lambda world: (_step(world).pk,)),
    **opens("api:steps-line", args=lambda world: ("proposals.proposal", world.one.fresh.pk)),
    **acts("api:moderation-flags", SIGNED_IN),
    **opens("api:forum api:forum-threads", args=one("forum.slug")),
    **acts("api:forum-join api:forum-leave", SIGNED_IN, args=one("forum.slug")),
    **opens("api:thread api:thread-posts", args=one("thread.pk")),
    **opens("api:proposal api:proposal-versions", args=one("fresh.reference")),
    **acts("api:proposal-support api:proposal-withdraw api:proposal-check", SIGNED_IN, args=one("fresh.reference")),
    **acts("api:proposal-adoption", SIGNED_IN, args=one("ready.reference")),
    **acts("api:proposal-certify", SIGNED_IN, args=one("counted.proposal.reference")),
    **opens("api:output", args=one("commented.reference"), place="commented_place"),
    **acts("api:output-compile", SIGNED_IN),
    **acts(
        "api:output-edit api:output-discard api:output-comments",
        SIGNED_IN,
        args=one("written.reference"),
        hidden=True,
    ),
    **acts("api:output-reopen", SIGNED_IN, args=one("commented.reference"), place="commented_place"),
    **acts("api:output-approval", SIGNED_IN, args=one("talked_over.reference"), place="talked_over_place"),
    **acts("api:output-settle", SIGNED_IN, args=one("voted_on.reference"), place="voted_on_place"),
    **opens(
        "api:committees-bodies api:committees-portfolios api:committees-meetings api:committees-referrals api:committees-recommendations api:committees-commitments"
    ),
    **opens("api:committees-body", **at("begun", "body.slug")),
    **opens("api:committees-meeting", **at("published", "meeting.pk")),
    **opens("api:committees-referral", **at("referred", "referral.reference")),
    **opens("api:committees-recommendation", **at("issued", "recommendation.reference")),
    **opens("api:committees-commitment", **at("answered", "commitment.reference")),
    **opens("api:committees-claim", **at("claimed", "claim.pk")),
    **opens("api:committees-councillors"),
    **acts("api:committees-new-body api:committees-new-councillor api:committees-new-portfolio", SIGNED_IN),
    **acts("api:committees-end-councillor", SIGNED_IN, args=one("councillor.pk")),
    **acts("api:committees-holder", SIGNED_IN, **at("begun", "portfolio.slug")),
    **acts("api:committees-fill-seat", SIGNED_IN, **at("begun", "seats.vacant.pk")),
    **acts("api:committees-vacate-seat", SIGNED_IN, **at("begun", "seats.worker.pk")),
    **acts("api:committees-schedule api:committees-new-seat", SIGNED_IN, **at("begun", "body.slug")),
    **acts(
        "api:committees-publish api:committees-move api:committees-cancel api:committees-new-item",
        SIGNED_IN,
        **at("accepted", "meeting.pk"),
    ),
    **acts("api:committees-start", SIGNED_IN, **at("published", "meeting.pk")),
    **acts("api:committees-attendance api:committees-minutes", SIGNED_IN, **at("in_session", "meeting.pk")),
    **acts("api:committees-end", SIGNED_IN, **at("concluded", "meeting.pk")),
    **acts(
        "api:committees-agree",
        SIGNED_IN,
        place="in_session",
        args=lambda world: (world.stage["in_session"].meeting.pk, world.one.minutes.version),
    ),
    **acts(
        "api:committees-recommend api:committees-conclude api:committees-adjourn",
        SIGNED_IN,
        **at("in_session", "item.pk"),
    ),
    **acts("api:committees-withdraw", SIGNED_IN, **at("drafted", "recommendation.reference")),
    **acts("api:committees-take-dispute", SIGNED_IN, **at("disputed", "claim.pk")),
    **acts("api:committees-refer", SIGNED_IN, **at("begun", "output.reference")),
    **acts("api:committees-acknowledge", SIGNED_IN, **at("referred", "referral.reference")),
    **acts(
        "api:committees-accept api:committees-redirect api:committees-refuse",
        SIGNED_IN,
        **at("acknowledged", "referral.reference"),
    ),
    **acts("api:committees-vote", SIGNED_IN, **at("drafted", "recommendation.reference")),
    **acts("api:committees-issue", SIGNED_IN, **at("recommended", "recommendation.reference")),
    **acts("api:committees-answer", SIGNED_IN, **at("issued", "recommendation.reference")),
    **acts("api:committees-correct", SIGNED_IN, **at("answered", "recommendation.reference")),
    **acts(
        "api:committees-progress api:committees-claim-delivery", SIGNED_IN, **at("answered", "commitment.reference")
    ),
    **acts("api:committees-judge", SIGNED_IN, **at("claimed", "claim.pk")),
}

# What administrators may look at. Nothing that lets one person act as another stands here: no token, no second factor.
LOOKED_AT = """
    ledger.entry ledger.delivery ledger.seal clocks.rule clocks.holiday clocks.deadline clocks.override places.area
    search.document accounts.user accounts.person accounts.grant accounts.standing accounts.terms accounts.register
    accounts.retentionrun ballots.ballot chain.step chain.link meetings.gathering moderation.reason moderation.decision
    forums.forum forums.activity forums.thread proposals.remitreason proposals.proposal proposals.remitcheck
    proposals.adoption proposals.importrun outputs.output committees.body committees.portfolio committees.councillor
    committees.seat committees.meeting committees.referral committees.recommendation committees.commitment
    committees.claim account.emailaddress
"""
ADMINISTRATOR = frozenset({"administrator"})


def _admin() -> dict[str, Door]:
    """The pages of Django's admin: the list and each record to administrators, adding and deleting to nobody."""
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


TABLE: dict[str, Door] = {
    **_admin(),
    **MACHINES, **PLAIN, **FORUMS, **PROPOSALS, **OUTPUTS, **COMMITTEES, **BALLOTS, **MEETINGS, **ACCOUNTS, **SIGNING,
    **NOTIFICATIONS, **MODERATION, **API,
}  # fmt: skip
