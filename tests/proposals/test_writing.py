"""From a draft to a published proposal, and its later versions."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from chain.models import Step
from core import now
from core.clock import at
from core.states import StateConflict
from core.verdicts import Refused
from forums.models import Thread
from ledger.models import Entry
from proposals.actions import discard_draft, edit_proposal, publish_proposal, save_draft, withdraw_proposal
from proposals.actions.writing import digest_of
from proposals.models import Proposal, ProposalVersion
from proposals.states import State
from tests.scenes import forums, proposals as scenes

pytestmark = pytest.mark.django_db


def test_a_person_has_one_draft_in_each_activity_and_saving_again_goes_on_with_it(ada, ben):
    host = scenes.activity()

    first = scenes.draft(ada, host=host, title="A first thought about visits")
    second = scenes.draft(ada, host=host, title="A better thought about visits")
    other = scenes.draft(ben, host=host)

    assert first.pk == second.pk != other.pk
    assert Proposal.objects.get(pk=first.pk).title == "A better thought about visits"


def test_a_draft_is_its_authors_alone(ada, ben):
    draft = scenes.draft(ada)

    assert list(Proposal.objects.visible_to(ada)) == [draft]
    assert list(Proposal.objects.visible_to(ben)) == []
    with pytest.raises(Refused):
        publish_proposal(actor=ben, proposal=draft)


def test_a_number_of_supports_in_the_forums_own_rules_holds_for_what_is_published_under_them(ada, ben, dov):
    host = scenes.activity(threshold=30)
    before = publish_proposal(actor=ada, proposal=scenes.draft(ada, host=host))
    waiting = scenes.draft(dov, host=host)

    forums.ruled(host.forum, supports_threshold=7)
    under = publish_proposal(actor=ben, proposal=scenes.draft(ben, host=host))
    begun_before = publish_proposal(actor=dov, proposal=waiting)
    forums.ruled(host.forum, supports_threshold=0)
    after = publish_proposal(actor=ada, proposal=scenes.draft(ada, host=host))

    frozen = [Proposal.objects.get(pk=one.pk).threshold for one in (before, under, begun_before, after)]
    assert frozen == [30, 7, 7, 30]


def test_publishing_gives_a_reference_freezes_the_rules_and_opens_steps_supports_and_debate(ada):
    with at(now().replace(year=2026, month=1, day=14)):
        host = scenes.activity(threshold=1500, code="ASC", months_open=6)
        draft = scenes.draft(ada, host=host)

        proposal = publish_proposal(actor=ada, proposal=draft)

    assert (proposal.reference, proposal.state, proposal.threshold) == ("ASC-2026-0001", State.OPEN, 1500)
    assert proposal.expires_on.isoformat() == "2026-07-13"
    steps = {step.kind: (step.owner_key, step.state, step.due) for step in Step.objects.filter(subject_id=proposal.pk)}
    assert steps["remit_check"][:2] == (f"forum:{proposal.forum_id}", "open")
    assert steps["supports"] == ("people", "open", proposal.expires_on)
    assert Thread.objects.filter(about_kind="proposals.proposal", about_id=proposal.pk).count() == 1
    host.refresh_from_db()
    assert host.frozen_at is not None


def test_the_record_holds_the_digest_of_each_version_and_never_its_words(ada):
    proposal = scenes.proposal(ada)

    entry = Entry.objects.get(event="proposals.ProposalPublished")

    assert entry.data["digest"] == digest_of(proposal.title, proposal.body, proposal.assets)
    assert proposal.title not in str(entry.data)


def test_numbers_run_without_gaps_also_over_a_publication_that_failed(ada, ben):
    host = scenes.activity(code="BUS")
    first = publish_proposal(actor=ada, proposal=scenes.draft(ada, host=host))
    with pytest.raises(RuntimeError), transaction.atomic():
        publish_proposal(actor=ben, proposal=scenes.draft(ben, host=host))
        raise RuntimeError
    second = publish_proposal(actor=ben, proposal=scenes.draft(ben, host=host))

    assert [int(one.reference[-4:]) for one in (first, second)] == [1, 2]


def test_a_draft_is_published_once(ada):
    draft = scenes.draft(ada)
    again = Proposal.objects.select_related("activity__forum", "forum").get(pk=draft.pk)
    publish_proposal(actor=ada, proposal=draft)

    with pytest.raises(StateConflict):
        publish_proposal(actor=ada, proposal=again)

    assert ProposalVersion.objects.count() == 1


def test_nobody_proposes_when_the_activity_is_over_and_the_reason_says_so(ada):
    host = scenes.activity(closes_at=now() + timedelta(days=1))
    draft = scenes.draft(ada, host=host)

    with at(now() + timedelta(days=2)), pytest.raises(Refused) as refused:
        publish_proposal(actor=ada, proposal=Proposal.objects.get(pk=draft.pk))

    assert str(refused.value) == "This activity is over. It takes no new proposals."


def test_a_discarded_draft_is_gone_and_a_published_proposal_cannot_be_discarded_or_deleted(ada):
    draft, proposal = scenes.draft(ada), scenes.proposal(ada)

    discard_draft(actor=ada, proposal=draft)

    assert not Proposal.objects.filter(state=State.DRAFT).exists()
    with pytest.raises(Refused):
        discard_draft(actor=ada, proposal=proposal)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM proposals_proposal WHERE id = %s", (proposal.pk,))


def test_each_edit_is_a_version_that_stays_readable_and_words_that_changed_nothing_make_none(ada):
    proposal = scenes.proposal(ada)
    same = {"title": proposal.title, "body": proposal.body, "assets": ""}

    edit_proposal(actor=ada, proposal=proposal, **same)
    edited = edit_proposal(actor=ada, proposal=proposal, **same | {"title": "Keep home care visits at 40 minutes"})

    assert edited.version == 2
    assert list(ProposalVersion.objects.values_list("version", "title")) == [
        (1, scenes.TITLE),
        (2, "Keep home care visits at 40 minutes"),
    ]
    assert set(Step.objects.filter(subject_id=proposal.pk).values_list("title", flat=True)) == {edited.title}


@pytest.mark.parametrize(
    ("hours", "checked", "allowed"), [(1, False, True), (1, True, True), (30, False, True), (30, True, False)]
)
def test_an_author_may_edit_until_the_check_and_for_a_day_in_any_case(ada, hours, checked, allowed):
    proposal = scenes.proposal(ada)
    if checked:
        proposal = scenes.checked(proposal)

    with at(now() + timedelta(hours=hours)):
        try:
            edit_proposal(actor=ada, proposal=proposal, title="Another title that is long enough", body=proposal.body)
        except Refused:
            edited = False
        else:
            edited = True

    assert edited is allowed


def test_what_is_before_the_members_is_not_edited_any_more(ada):
    proposal = scenes.checked(scenes.supported(scenes.proposal(ada)))

    with pytest.raises(Refused):
        edit_proposal(actor=ada, proposal=proposal, title="Another title that is long enough", body=proposal.body)


def test_a_withdrawn_proposal_keeps_its_page_its_count_and_the_reason_and_ends_its_line(ada, ben):
    proposal = scenes.supported(scenes.proposal(ada), 2)

    withdraw_proposal(actor=ada, proposal=proposal, reason="The council has done it already.")

    found = scenes.fresh(proposal)
    assert (found.state, found.supports, found.withdrawn_because) == (
        State.WITHDRAWN,
        2,
        "The council has done it already.",
    )
    assert {step.state for step in Step.objects.filter(subject_id=proposal.pk)} == {"refused"}
    with pytest.raises(Refused):
        withdraw_proposal(actor=ben, proposal=found, reason="It is not mine to withdraw.")


def test_two_windows_saving_at_once_leave_one_draft(ada):
    host = scenes.activity()

    saved = {save_draft(actor=ada, activity=host, title=f"Thought {n}", body="").pk for n in range(3)}

    assert len(saved) == 1
