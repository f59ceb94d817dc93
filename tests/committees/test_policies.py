"""Who may do what, at which stage, and the reason that stands beside the button: a table of person, stage and answer."""

import pytest

from committees import policies
from committees.models import Councillor
from core.clock import at
from tests import cast
from tests.scenes import committees as scenes

pytestmark = pytest.mark.django_db

PEOPLE = ("finn", "ada", "clerk", "officer", "chair", "holder", "facilitator", "member")


def everybody(story, finn):
    with at(story.began):
        ada = cast.person("Ada Obi", level=3).user
        officer = cast.person("Sally Orme", roles=("scrutiny_officer",)).user
    named = {name: getattr(story, name) for name in ("clerk", "chair", "holder", "facilitator", "member")}
    return {"finn": finn, "ada": ada, "officer": officer} | named


def allowed(story, finn, may, record):
    """Those of the cast to whom the policy says yes; everyone else is given a whole sentence."""
    answers = {name: may(user, record) for name, user in everybody(story, finn).items()}
    assert [name for name, verdict in answers.items() if not verdict and not str(verdict.reason).endswith(".")] == []
    return {name for name, verdict in answers.items() if verdict}


# stage, policy, which record, who may
TABLE = [
    ("begun", "refer", "output", {"facilitator"}),
    ("referred", "acknowledge", "referral", {"clerk"}),
    ("referred", "accept", "referral", set()),
    ("acknowledged", "acknowledge", "referral", set()),
    ("acknowledged", "accept", "referral", {"clerk", "officer", "chair"}),
    ("acknowledged", "redirect", "referral", {"clerk", "officer", "chair"}),
    ("acknowledged", "refuse", "referral", {"clerk", "officer", "chair"}),
    ("accepted", "refuse", "referral", set()),
    ("accepted", "publish_agenda", "meeting", {"clerk"}),
    ("accepted", "reschedule", "meeting", {"clerk"}),
    ("accepted", "cancel", "meeting", {"clerk"}),
    ("accepted", "add_item", "meeting", {"clerk", "chair"}),
    ("accepted", "start", "meeting", set()),
    ("accepted", "recommend", "item", set()),
    ("accepted", "adjourn", "item", {"clerk", "chair"}),
    ("published", "publish_agenda", "meeting", set()),
    ("published", "reschedule", "meeting", set()),
    ("published", "start", "meeting", {"clerk", "chair"}),
    ("published", "record_attendance", "meeting", set()),
    ("published", "recommend", "item", {"clerk", "chair"}),
    ("published", "conclude", "item", set()),
    ("in_session", "record_attendance", "meeting", {"clerk"}),
    ("in_session", "write_minutes", "meeting", {"clerk"}),
    ("in_session", "agree_minutes", "meeting", {"clerk", "chair"}),
    ("in_session", "cancel", "meeting", set()),
    ("in_session", "end", "meeting", set()),
    ("in_session", "conclude", "item", {"clerk"}),
    ("drafted", "record_vote", "recommendation", {"clerk"}),
    ("drafted", "withdraw_draft", "recommendation", {"clerk", "chair"}),
    ("drafted", "conclude", "item", set()),
    ("drafted", "issue", "recommendation", set()),
    ("recommended", "record_vote", "recommendation", set()),
    ("recommended", "withdraw_draft", "recommendation", set()),
    ("recommended", "adjourn", "item", set()),
    ("recommended", "issue", "recommendation", {"clerk", "officer"}),
    ("recommended", "answer", "recommendation", set()),
    ("issued", "answer", "recommendation", {"holder"}),
    ("issued", "correct", "recommendation", set()),
    ("answered", "answer", "recommendation", set()),
    ("answered", "correct", "recommendation", {"holder"}),
    ("answered", "report_progress", "commitment", {"holder"}),
    ("answered", "claim_delivery", "commitment", {"holder"}),
    ("claimed", "report_progress", "commitment", set()),
    ("claimed", "claim_delivery", "commitment", set()),
    ("claimed", "judge", "claim", {"member"}),
    ("claimed", "take_dispute", "claim", set()),
    ("disputed", "judge", "claim", set()),
    ("disputed", "take_dispute", "claim", {"clerk"}),
]


@pytest.mark.parametrize("stage", list(dict.fromkeys(row[0] for row in TABLE)))
def test_who_may_do_what_at_which_stage(stage, finn):
    story = getattr(scenes, stage)()
    rows = [row for row in TABLE if row[0] == stage]

    found = {
        verb: allowed(story, finn, getattr(policies, f"may_{verb}"), scenes.fresh(getattr(story, record)))
        for _stage, verb, record, _who in rows
    }

    assert found == {verb: who for _stage, verb, _record, who in rows}


@pytest.mark.parametrize(
    ("verb", "record"),
    [
        ("create_body", None),
        ("create_portfolio", None),
        ("add_councillor", None),
        ("schedule", "body"),
        ("add_seat", "body"),
        ("appoint_holder", "portfolio"),
    ],
)
def test_only_a_clerk_sets_up_the_council(verb, record, finn):
    story = scenes.begun()
    may = getattr(policies, f"may_{verb}")

    found = allowed(
        story, finn, lambda user, about: may(user, about) if about else may(user), record and getattr(story, record)
    )

    assert found == {"clerk"}


def test_a_seat_is_filled_when_vacant_and_vacated_when_taken(finn):
    story = scenes.begun()
    vacant, taken = story.seats["vacant"], story.seats["Ravi"]

    assert [
        allowed(story, finn, may, seat)
        for may in (policies.may_fill_seat, policies.may_vacate_seat)
        for seat in (vacant, taken)
    ] == [
        {"clerk"},
        set(),
        set(),
        {"clerk"},
    ]


def test_a_councillor_ends_once(finn):
    story = scenes.begun()
    councillor = Councillor.objects.first()
    before = allowed(story, finn, policies.may_end_councillor, councillor)
    councillor.until = councillor.since

    assert (before, allowed(story, finn, policies.may_end_councillor, councillor)) == ({"clerk"}, set())


def test_a_visitor_is_shown_the_way_to_sign_in(finn):
    story = scenes.claimed()

    assert policies.may_judge(finn, story.claim).remedy_url == "/accounts/login/"
    assert policies.may_acknowledge(finn, story.referral).remedy_url == "/accounts/login/"


def test_with_nobody_in_the_post_the_reason_says_that_it_is_still_owed(ada):
    story = scenes.issued()
    story.recommendation.portfolio.holder = None

    assert "still owed" in policies.may_answer(ada, story.recommendation).reason
