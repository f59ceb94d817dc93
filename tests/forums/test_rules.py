"""A forum's own rules: founded on them, changed by its members alone, and never rewritten."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from ballots.actions import cast_vote, close_ballot
from ballots.models import Ballot, RollEntry
from core import clock, now, pagecache
from core.verdicts import Refused
from forums import actions, policies
from forums.models import Forum, RuleChange, Rules
from forums.queries import is_premoderated, standing_rules
from forums.states import ForumKind, ForumState, QuestionState
from forums.tasks import open_votes
from forums.wording import differences, lines
from ledger.delivery import deliver_all
from notifications.models import Notice
from tests.cast import client_as, person
from tests.scenes import forums as scene

WEEK = timedelta(days=7)


@pytest.fixture
def members(db):
    return [person(f"Member {n}", level=3).user for n in range(3)]


@pytest.fixture
def forum(facilitator, members):
    return scene.forum(facilitator=facilitator, members=members, title="Buses and Clean Air", code="BUS")


def proposed(by, forum, **charter):
    return actions.propose_rules(actor=by, forum=forum, reason="More can come.", charter=charter or {"quorum": 2})


def vote(change, choices):
    """The notice passes, the members vote so, and the ballot closes; gives the change as it stands then."""
    with clock.at(max(change.opens_at, now())):
        open_votes()
        change.refresh_from_db()
        for who, choice in choices:
            cast_vote(actor=who, ballot=change.ballot, choice=choice)
        with clock.at(change.ballot.closes_at):
            close_ballot(ballot=Ballot.objects.get(pk=change.ballot_id))
            deliver_all()
    change.refresh_from_db()
    return change


def test_a_forum_of_the_council_begins_with_the_rules_of_its_kind(forum):
    youth = scene.forum(kind=ForumKind.YOUTH)

    assert (standing_rules(forum).version, is_premoderated(forum)) == (1, False)
    assert (standing_rules(youth).version, is_premoderated(youth)) == (1, True)


WHO = ("ada", "ben", "dov", "finn", "clerk", "facilitator", "member")


def test_members_alone_propose_rules_and_the_others_read_why_not(forum, members, request):
    who = {name: request.getfixturevalue(name) for name in WHO if name != "member"} | {"member": members[0]}

    verdicts = {name: policies.may_propose_rules(user, forum) for name, user in who.items()}

    assert {name for name, verdict in verdicts.items() if verdict} == {"member"}
    assert all(str(verdict.reason).endswith(".") for verdict in verdicts.values() if not verdict)


def test_whoever_proposed_a_change_takes_it_back_until_the_vote(forum, members):
    change = proposed(members[0], forum)

    assert not policies.may_withdraw_rules(members[1], change)
    actions.withdraw_rules(actor=members[0], change=change)

    assert change.state == QuestionState.WITHDRAWN
    assert policies.may_propose_rules(members[1], forum)


def test_one_change_at_a_time_also_in_the_database(forum, members):
    first = proposed(members[0], forum)

    with pytest.raises(Refused, match="under way"):
        proposed(members[1], forum)
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleChange.objects.create(
            forum=forum, number=9, reason="x", asked_at=now(), opens_at=now(), based_on=first.based_on
        )


def test_the_vote_opens_by_itself_after_the_notice_with_the_members_of_that_day(forum, members, facilitator, dov):
    change = proposed(members[0], forum)
    actions.join(actor=dov, forum=forum)

    open_votes()
    change.refresh_from_db()
    before = change.state
    with clock.at(now() + WEEK):
        open_votes()
        open_votes()
    change.refresh_from_db()
    roll = set(RollEntry.objects.filter(ballot=change.ballot).values_list("person_id", flat=True))

    assert (before, change.state) == (QuestionState.NOTICE, QuestionState.VOTING)
    assert roll == {one.person.pk for one in (*members, dov)}
    assert change.ballot.closes_at - change.ballot.opens_at == WEEK


def test_carried_it_is_in_force_at_once_and_both_versions_are_readable(forum, members):
    change = vote(proposed(members[0], forum, quorum=2, place="The library"), [(one, "yes") for one in members])

    rules = standing_rules(forum)
    page = client_as().get(rules.get_absolute_url()).content.decode()
    old = client_as().get(reverse("forums:rules_version", args=[forum.slug, 1]))

    assert (change.state, change.became, rules.version, rules.quorum) == (QuestionState.CARRIED, rules, 2, 2)
    assert "<ins>" in page
    assert old.status_code == 200
    assert {one.title for one in differences(change.based_on, rules)} == {"Where it meets", "How many must be there"}


def test_not_carried_it_stays_to_be_read_and_the_rules_stay(forum, members):
    change = vote(proposed(members[0], forum), [(members[0], "yes"), (members[1], "no"), (members[2], "no")])

    page = client_as().get(change.get_absolute_url()).content.decode()

    assert (change.state, standing_rules(forum).version) == (QuestionState.NOT_CARRIED, 1)
    assert "not carried" in page


def test_the_quorum_of_the_rules_in_force_decides_whether_a_vote_stands(forum, members):
    vote(proposed(members[0], forum, quorum=3), [(one, "yes") for one in members])

    change = vote(proposed(members[0], forum, quorum=1), [(members[0], "yes")])

    assert change.state == QuestionState.NOT_CARRIED


def test_a_count_that_is_told_twice_makes_one_version(forum, members):
    change = vote(proposed(members[0], forum), [(one, "yes") for one in members])

    actions.settle_rules(ballot=change.ballot)

    assert Rules.objects.filter(forum=forum).count() == 2


def test_no_version_and_no_proposed_change_is_ever_rewritten(forum, members):
    change = proposed(members[0], forum)

    for rows in (Rules.objects.filter(forum=forum), RuleChange.objects.filter(pk=change.pk)):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(quorum=99)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows._raw_delete("default")


def test_the_members_are_told_at_each_step(forum, members):
    change = vote(proposed(members[0], forum), [(one, "yes") for one in members])
    deliver_all()

    told = set(
        Notice.objects.filter(user=members[1], subject_kind="forums.rulechange", subject_id=change.pk).values_list(
            "event", flat=True
        )
    )

    assert told == {"forums.RulesProposed", "forums.RulesVoteOpened", "forums.RulesChanged"}


def test_founders_vote_the_first_rules_and_the_forum_is_open_to_all(ada, dov, esi, clerk):
    forum = scene.agreed(ada, dov, by_council=clerk).forum

    assert "Those who asked" in str(policies.may_join(esi, forum).reason)
    actions.join(actor=ada, forum=forum)
    actions.join(actor=dov, forum=forum)
    change = proposed(ada, forum, every=1)
    assert client_as().get(f"/forums/{forum.slug}/").status_code == 200
    assert client_as().get(change.get_absolute_url()).status_code == 200
    change = vote(change, [(ada, "yes"), (dov, "yes")])
    forum = Forum.objects.get(pk=forum.pk)

    assert (change.state, forum.state, standing_rules(forum).version) == ("carried", ForumState.ACTIVE, 1)
    assert policies.may_join(esi, forum)


def test_founders_talk_about_the_rules_before_the_vote(ada, clerk):
    forum = scene.agreed(ada, by_council=clerk).forum
    actions.join(actor=ada, forum=forum)
    change = proposed(ada, forum)

    thread = actions.thread_about(record=change, forum=forum, title="x")

    assert actions.reply(actor=ada, thread=thread, body="Every month is enough.").pk


def test_without_members_a_change_is_not_carried(facilitator, members):
    forum = scene.forum(facilitator=facilitator, members=members[:1])
    change = proposed(members[0], forum)
    actions.leave(actor=members[0], forum=forum)

    with clock.at(now() + WEEK):
        open_votes()
    change.refresh_from_db()

    assert (change.state, change.ballot) == (QuestionState.NOT_CARRIED, None)


def test_the_form_refuses_more_kept_places_than_there_are(forum, members):
    browser = client_as(members[0])
    url = reverse("forums:propose_rules", args=[forum.slug])
    form = browser.get(url).context["form"]
    data = {name: field.initial if field.initial is not None else "" for name, field in form.fields.items()}
    data |= {name: value for name, value in form.initial.items() if value is not False}

    answer = browser.post(url, data | {"reason": "x", "places": 5, "places_service_user": 6})

    assert answer.status_code == 422
    assert "More places are kept than there are" in answer.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_the_rules_costs_the_same_for_one_and_for_three(number, forum, members, django_assert_num_queries):
    for _ in range(number):
        actions.withdraw_rules(actor=members[0], change=proposed(members[0], forum))

    with django_assert_num_queries(3):
        client_as().get(reverse("forums:rules", args=[forum.slug]))


def test_what_the_members_agreed_on_chairs_terms_and_recall_is_said_as_theirs_and_promised_by_nobody(forum):
    scene.ruled(forum, chair="elected", term_months=6, recall_percent=15)

    said = {line.title: line.words for line in lines(standing_rules(forum))}

    assert said["Who leads its meetings"] == (
        "A chair whom the members elect. The forum has agreed this among itself and sees to it in its meetings."
    )
    assert said["For how long somebody is chosen"] == (
        "For 6 months. The forum has agreed this among itself and chooses in its meetings."
    )
    assert said["How somebody is called back"] == (
        "When 15 in a hundred members ask for it. The forum has agreed this among itself and decides it in a meeting."
    )


def test_the_number_of_supports_in_the_rules_is_what_its_activities_say(forum, client):
    activity = scene.proposals_activity(forum, threshold=30)
    pages = (f"/forums/activities/{activity.pk}/", f"/forums/{forum.slug}/")
    before = [client.get(url).content.decode() for url in pages]

    scene.ruled(forum, supports_threshold=7)
    pagecache.touch()

    after = [client.get(url).content.decode() for url in pages]
    assert ["30 supports" in page for page in before] == [True, True]
    assert ["30 supports" in page or "7 supports" not in page for page in after] == [False, False]
    (listed,) = client.get(f"/api/v1/forums/{forum.slug}/").json()["activities"]
    assert (listed["threshold"], listed["needed"]) == (30, 7)
