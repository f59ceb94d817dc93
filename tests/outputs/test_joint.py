"""Several forums send one output: each joins by its own decision, before a committee has it, and for good."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from ballots.actions import cast_vote, certify_ballot, close_ballot, plan_ballot
from chain.queries import step_of
from committees.actions import accept_referral, acknowledge, refer_output
from committees.queries.asked import Part, claims_to_judge, part_in
from committees.queries.audiences import members_of
from core import now
from core.clock import at
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.models import Notice
from outputs import policies
from outputs.actions import join_output
from outputs.models import Joining
from outputs.pdf import _data
from outputs.queries import outputs_of, senders_of
from tests.ballots.test_races import at_once
from tests.cast import client_as, people, person
from tests.scenes import committees, forums, outputs as scene

DECISION = "At our meeting on 3 March, 24 to 3."


def another(name="Aston Ward Forum", members=2):
    """Another forum, its facilitator and members."""
    facilitator = person(f"Guide of {name}", level=3).user
    voices = [one.user for one in people(members)]
    made = forums.forum(facilitator=facilitator, members=voices, title=name)
    made.refresh_from_db()
    made.guide, made.people = facilitator, voices
    return made


def joined(output, forum, **more):
    return join_output(actor=forum.guide, output=output, forum=forum, **{"decision": DECISION, **more})


def voted(forum, choice, about=None):
    """The members there decided so, in an activity of theirs unless it is about something else."""
    about = about or forums.proposals_activity(forum, by=forum.guide)
    ballot = plan_ballot(
        actor=None, subject=about, host=forum, question="Shall we?", opens_at=now(), closes_at=now() + timedelta(days=3),
        roll=[user.person.pk for user in forum.people],
    )  # fmt: skip
    for user in forum.people:
        cast_vote(actor=user, ballot=ballot, choice=choice)
    with at(ballot.closes_at):
        return certify_ballot(actor=None, ballot=close_ballot(ballot=ballot))


def answer(verdict):
    return True if verdict else str(verdict.reason)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("guide", True),
        ("own", "Only a facilitator of that forum says that it joins."),
        ("member", "Only a facilitator of that forum says that it joins."),
        ("finn", "Only a facilitator of that forum says that it joins."),
    ],
)
def test_who_says_that_a_forum_joins(name, said, finn):
    output, other = scene.approved(), another()
    user = {"guide": other.guide, "own": scene.facilitator_of(output.forum), "member": other.people[0], "finn": finn}[
        name
    ]

    assert answer(policies.may_join(user, output, other)) == said
    assert bool(policies.may_bring(user, output)) == (said is True)


@pytest.mark.django_db
def test_a_forum_joins_what_is_approved_and_not_sent_and_only_once(ada):
    other = another()
    commented = scene.commented(ada)
    story = committees.referred(by_acts=True)
    approved = scene.approved()
    paused = another("Paused Forum")
    type(paused).objects.filter(pk=paused.pk).update(state="paused")
    paused.refresh_from_db()
    joined(approved, other)

    said = [
        answer(policies.may_join(other.guide, output, forum))
        for output, forum in (
            (commented, other), (story.output, other), (approved, other), (approved, approved.forum), (approved, paused)
        )
    ]  # fmt: skip

    assert said == [
        "Other forums join once its own members have approved the text: what they join is final.",
        "A committee has this already, so no other forum can join it any more.",
        "This forum has joined it already.",
        "This forum wrote it, so it is among those who send it.",
        "This forum is not active now, so it sends nothing on.",
    ]


@pytest.mark.django_db
def test_the_page_the_line_the_paper_and_the_api_say_who_joined_and_with_which_figures():
    output, other = scene.approved(), another()
    ballot = voted(other, "yes")

    joined(output, other, ballot=ballot)

    page = client_as().get(output.address).content.decode()
    assert all(words in page for words in ("The forums that send it", other.title, DECISION))
    own, theirs = client_as().get(f"/api/v1/outputs/{output.reference}/").json()["senders"]
    assert (own["forum"], own["decision"], own["yes"]) == (output.forum.slug, "", output.ballot.yes)
    assert theirs == {
        "forum": other.slug, "decision": DECISION, "members": other.member_count, "ballot": ballot.pk,
        "yes": 2, "no": 0, "abstain": 0,
    }  # fmt: skip
    assert step_of(output, "output").note == f"Approved; sent together with {other.title}"
    assert other.title in _data(output)
    assert list(outputs_of(other, other.guide)) == [output]
    (listed,) = client_as().get("/api/v1/outputs/", {"forum": other.slug}).json()["results"]
    assert listed["reference"] == output.reference


@pytest.mark.django_db
def test_a_ballot_of_another_forum_or_one_that_was_lost_is_no_decision():
    output, other, third = scene.approved(), another(), another("Third Forum")
    lost, foreign = voted(other, "no"), voted(third, "yes")
    about_rules = voted(other, "yes", about=forums.ruled(other))

    for ballot in (lost, foreign, about_rules):
        with pytest.raises(Refused, match="said yes to it"):
            joined(output, other, ballot=ballot)
    with pytest.raises(Refused, match="Say how and when"):
        joined(output, other, decision="  ")
    assert not Joining.objects.exists()


@pytest.mark.django_db
def test_members_of_both_forums_are_told_and_so_is_who_follows():
    output, other = scene.approved(), another()
    deliver_all()
    Notice.objects.all().delete()

    joined(output, other)
    deliver_all()

    told = {(notice.user_id, notice.audience) for notice in Notice.objects.filter(event="outputs.OutputJoined")}
    assert {(user.pk, "joined") for user in other.people} <= told
    assert {who for _user, who in told} >= {"joined", "members"}
    entry = Entry.objects.get(event="outputs.OutputJoined")
    assert entry.public


@pytest.mark.django_db
def test_a_committee_hears_from_all_of_them_and_all_of_them_hear_from_it():
    story = committees.begun(by_acts=True)
    other = another()
    joined(story.output, other)

    with story.on(42):
        story.referral = refer_output(actor=story.facilitator, output=story.output, bodies=[story.body])[0]

    page = client_as().get(f"/committees/referrals/{story.referral.reference}/").content.decode()
    assert "2 forums send it together." in page
    assert other.title in page
    assert other.title in step_of(story.referral, "referral").note
    assert {user.pk for user in other.people} <= set(members_of([story.output.pk]))
    assert answer(policies.may_join(another("Late Forum").guide, story.output, other)).startswith(
        "A committee has this"
    )


@pytest.mark.django_db
def test_the_agenda_names_every_forum_that_asks():
    story = committees.begun(by_acts=True)
    other = another("Aston Ward Forum")
    joined(story.output, other)
    with story.on(42):
        story.referral = refer_output(actor=story.facilitator, output=story.output, bodies=[story.body])[0]
    with story.on(43):
        acknowledge(actor=story.clerk, referral=story.referral)
        meeting = committees.meeting(story)
        accept_referral(actor=story.clerk, referral=committees.fresh(story.referral), meeting=meeting)

    item = meeting.agenda.select_related("item").get().item

    assert set(item.origin.split(", ")) == {other.title, story.output.forum.title}


@pytest.mark.django_db
def test_a_delivery_is_judged_by_the_members_of_every_forum_that_asked():
    story = committees.claimed()
    with story.on(1):
        other, apart = another(), another("A forum that asked for nothing")
    with connection.cursor() as cursor:  # the story is past the day on which a forum could join
        cursor.execute("ALTER TABLE outputs_joining DISABLE TRIGGER outputs_joining_in_time")
        row = {"forum": other, "decision": DECISION, "members": 2, "joined_at": story.began}
        Joining.objects.create(output=story.output, **row)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE outputs_joining ENABLE TRIGGER outputs_joining_in_time")

    member, stranger, guide = other.people[0].person, apart.people[0].person, other.guide.person

    assert [part_in(one, story.claim) for one in (member, stranger, guide)] == [Part.ASKED, Part.NONE, Part.FACILITATES]
    with at(story.claim.at):
        assert [claims_to_judge(one) for one in (member, stranger, guide)] == [[story.claim], [], []]


@pytest.mark.django_db
def test_nobody_takes_a_joining_back_or_joins_what_is_sent_not_even_by_the_database():
    output, other = scene.approved(), another()
    joined(output, other)
    sent = committees.referred(by_acts=True).output
    draft = scene.draft(person("Voter", level=3).user)
    row = {"forum": other, "decision": "So it is.", "members": 2, "joined_at": now()}

    for statement in ("DELETE FROM outputs_joining", "UPDATE outputs_joining SET decision = 'Other words'"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    for wrong in ({"output": sent}, {"output": draft}, {"output": output}, {"output": output, "forum": output.forum}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Joining.objects.create(**{**row, **wrong})


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_who_sends_it_costs_one_query_for_one_and_for_three(number, django_assert_num_queries):
    output = scene.approved()
    for one in range(number):
        joined(output, another(f"Forum number {one}"))
    found = scene.fresh(output)

    with django_assert_num_queries(1):
        titles = [(one.forum.title, one.ballot and one.ballot.yes) for one in senders_of(found)]

    assert len(titles) == number + 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_forums_join_at_the_same_moment_and_the_line_names_both():
    output, others = scene.approved(), [another("Aston Ward Forum"), another("Barford Forum")]

    at_once([partial(joined, output, forum) for forum in others])

    assert {one.forum.pk for one in senders_of(scene.fresh(output))} == {one.pk for one in (output.forum, *others)}
    note = step_of(output, "output").note
    assert all(forum.title in note for forum in others)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_forum_that_joins_twice_at_the_same_moment_is_in_once():
    output, other = scene.approved(), another()

    answers = at_once([partial(refused, joined, output, other)] * 3)

    assert sorted(answers) == ["", *["This forum has joined it already."] * 2]
    assert Joining.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_while_it_is_being_sent_a_forum_is_in_before_or_not_at_all():
    story = committees.begun(by_acts=True)
    other = another()

    sent, answer = at_once(
        [
            partial(refer_output, actor=story.facilitator, output=story.output, bodies=[story.body]),
            partial(refused, joined, story.output, other),
        ]
    )

    assert not isinstance(sent, Exception)
    assert answer in ("", "A committee has this already, so no other forum can join it any more.")
    assert Joining.objects.exists() == (answer == "")


def refused(act, *given):
    """What stands against it; nothing where it was done."""
    try:
        act(*given)
    except Refused as fault:
        return str(fault.verdict.reason)
    return ""
