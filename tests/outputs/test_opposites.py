"""Outputs of different forums that ask for opposite things on one shared issue: said on both sides, told to both, taken back with a reason."""

from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from committees.actions import refer_output
from core.verdicts import Refused
from ledger.delivery import deliver_all
from ledger.models import Entry
from notifications.models import Notice
from outputs import policies
from outputs.actions import end_opposition, mark_opposite
from outputs.models import Opposition
from outputs.queries import opposites_of, oppositions_on
from tests.ballots.test_races import at_once
from tests.cast import client_as, people
from tests.scenes import committees, outputs as scene

REASON = "One asks to close the road to cars, the other to widen it."


def commented(title):
    voters = [one.user for one in people(2)]
    made = scene.commented(*voters, title=title)
    made.voters = voters
    return made


def two():
    """Two public outputs on one shared issue, and the issue."""
    one, other = commented("Close the High Street to cars"), commented("Widen the High Street for cars")
    return one, other, scene.on_one_issue(one, other)


def marked(one, other, **more):
    return mark_opposite(
        actor=scene.facilitator_of(one.forum), output=one, other=other, **{"reason": REASON, **more}
    )  # fmt: skip


def answer(verdict):
    return True if verdict else str(verdict.reason)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("own", True),
        ("theirs", True),
        ("member", "Only a facilitator of one of the two forums says that they ask for opposite things."),
        ("finn", "Only a facilitator of one of the two forums says that they ask for opposite things."),
    ],
)
def test_who_says_that_two_outputs_are_opposite(name, said, finn):
    one, other, _issue = two()
    own, theirs = scene.facilitator_of(one.forum), scene.facilitator_of(other.forum)
    user = {"own": own, "theirs": theirs, "member": one.voters[0], "finn": finn}[name]

    assert answer(policies.may_oppose(user, one, other)) == said
    assert bool(policies.may_find_opposite(user, one)) == (name == "own")
    mark = marked(one, other)
    assert bool(policies.may_end_opposition(user, mark)) == (said is True)


@pytest.mark.django_db
def test_only_public_outputs_of_two_forums_on_one_shared_issue_are_set_against_each_other(ada):
    one, other, _issue = two()
    apart, draft = commented("Something else entirely here"), scene.draft(ada)
    guide = scene.facilitator_of(one.forum)
    marked(one, other)

    said = [answer(policies.may_oppose(guide, one, against)) for against in (apart, draft, one, other)]

    assert said == [
        "They belong to no shared issue together. Both forums first say that they are in one.",
        "Only what is public can be set against each other.",
        "Both are of one forum, so they cannot be its opposite.",
        "They are marked as opposite already.",
    ]
    with pytest.raises(Refused, match="Write down the reason"):
        end_opposition(actor=guide, mark=Opposition.objects.get(), reason=" ")


@pytest.mark.django_db
def test_both_pages_the_issue_and_the_api_say_so_until_it_is_taken_back():
    one, other, issue = two()
    finder = client_as(scene.facilitator_of(one.forum))
    finder.post(f"{one.address}opposite/", {"other": other.pk, "reason": REASON})
    pages = (one.address, other.address, issue.address)

    while_marked = [client_as().get(url).content.decode() for url in pages]
    (over_the_api,) = client_as().get(f"/api/v1/outputs/{one.reference}/").json()["opposites"]
    client_as(scene.facilitator_of(other.forum)).post(
        f"{other.address}opposite/{one.reference}/end/", {"reason": "They speak of two different roads."}
    )
    after = [client_as().get(url).content.decode() for url in pages]

    assert all(REASON in page and "Forums disagree" in page for page in while_marked)
    assert other.title in while_marked[0]
    assert one.title in while_marked[1]
    assert (over_the_api["output"], over_the_api["forum"], over_the_api["reason"]) == (
        other.reference, other.forum.slug, REASON,
    )  # fmt: skip
    assert not any(REASON in page for page in after)
    held = Opposition.objects.get()
    assert (held.reason, held.ended_because) == (REASON, "They speak of two different roads.")


@pytest.mark.django_db
def test_the_committee_that_has_one_of_them_reads_it():
    story = committees.begun(by_acts=True)
    other = commented("Fifteen minutes are enough for most")
    scene.on_one_issue(story.output, other)
    with story.on(42):
        referral = refer_output(actor=story.facilitator, output=story.output, bodies=[story.body])[0]

    marked(story.output, other)

    page = client_as().get(f"/committees/referrals/{referral.reference}/").content.decode()
    assert all(words in page for words in ("Forums disagree", other.title, other.forum.title, REASON))


@pytest.mark.django_db
def test_the_members_of_both_forums_are_told_each_of_their_own():
    one, other, _issue = two()
    deliver_all()
    Notice.objects.all().delete()

    end_opposition(actor=scene.facilitator_of(one.forum), mark=marked(one, other), reason="It was a mistake.")
    deliver_all()

    for output in (one, other):
        told = Notice.objects.filter(subject_kind="outputs.output", subject_id=output.pk, audience="members")
        assert {user.pk for user in output.voters} <= set(told.values_list("user_id", flat=True))
    assert list(Entry.objects.filter(event__startswith="outputs.OutputsOpposed").values_list("event", flat=True)) == [
        *["outputs.OutputsOpposed"] * 2,
        *["outputs.OutputsOpposedNoMore"] * 2,
    ]


@pytest.mark.django_db
def test_no_mark_is_rewritten_or_deleted():
    one, other, _issue = two()
    marked(one, other)

    for statement in ("DELETE FROM outputs_opposition", "UPDATE outputs_opposition SET reason = 'Other words'"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_what_stands_against_it_costs_one_query_for_one_and_for_three(number, django_assert_num_queries):
    one = commented("Close the High Street to cars")
    others = [commented(f"Widen the High Street in the way {n}") for n in range(number)]
    issue = scene.on_one_issue(one, *others)
    for other in others:
        marked(one, other)

    with django_assert_num_queries(2):
        found = [(row.other.title, row.other.forum.title, row.mark.issue.title) for row in opposites_of(one)]
        on_issue = [(row.one.forum.title, row.other.forum.title) for row in oppositions_on(issue.pk)]

    assert (len(found), len(on_issue)) == (number, number)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_its_facilitator_the_same_for_one_and_for_three(number, django_assert_num_queries):
    one = commented("Close the High Street to cars")
    others = [commented(f"Widen the High Street in the way {n}") for n in range(number)]
    scene.on_one_issue(one, *others)
    for other in others:
        marked(one, other)
    browser = client_as(scene.facilitator_of(one.forum))
    browser.get(f"/outputs/{one.reference}/")

    with django_assert_num_queries(26):
        page = browser.get(f"/outputs/{one.reference}/").content.decode()

    assert page.count("Take this back") == number


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_both_facilitators_at_the_same_moment_make_one_mark():
    one, other, _issue = two()

    answers = at_once([partial(marked, one, other), partial(marked, other, one), partial(marked, one, other)])

    assert sum(isinstance(found, Refused) for found in answers) == 2
    assert Opposition.objects.count() == 1
