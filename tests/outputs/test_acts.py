"""Acts: what each does, refuses, records, and what the database holds against everybody."""

from datetime import timedelta

import pytest
from django.db import connection

from ballots.actions import annul_ballot, close_ballot
from ballots.models import Vote
from chain.models import Link
from chain.queries import step_of
from clocks.queries import holidays
from clocks.rules import working_days_after
from core import now
from core.clock import at, today
from core.states import StateConflict
from core.subjects import key_of, visible
from core.verdicts import Refused
from forums.actions import reply
from forums.queries import thread_for
from ledger.delivery import deliver_all
from ledger.models import Delivery, Entry
from notifications.models import Notice
from outputs.actions import (
    compile_output,
    discard_output,
    edit_output,
    open_approval,
    open_comments,
    reopen_draft,
    settle_approval,
)
from outputs.digests import digest_of
from outputs.models import Output, OutputVersion
from outputs.queries import changes_of, final_content, output_carrying, took_part, waiting_adoptions
from outputs.states import State
from search.models import Document
from tests.cast import person, ward
from tests.scenes import forums as forum_scene, outputs as scene, proposals

pytestmark = pytest.mark.django_db


def events():
    return list(Entry.objects.filter(event__startswith="outputs.").order_by("id").values_list("event", flat=True))


def another_adoption(forum, voters, title="Publish missed visits each month"):
    """One more proposal that the same forum adopts."""
    host = forum_scene.proposals_activity(forum)
    return proposals.adopted(*voters, host=host, title=title)


def test_a_facilitator_compiles_a_draft_with_its_counts_frozen(ada, esi):
    adoption = proposals.certified([(ada, "yes"), (esi, "abstain")])

    output = scene.draft(adoptions=[adoption])

    ask = output.asks.get()
    assert (output.state, output.version, output.is_public) == (State.DRAFTING, 1, False)
    assert output.reference == f"{output.forum.code}-OUT-{today().year}-01"
    assert (ask.number, ask.supports, ask.verified, ask.yes, ask.no, ask.abstain) == (1, 3, 3, 1, 0, 1)
    assert list(Entry.objects.filter(event="outputs.OutputCompiled").values_list("public", flat=True)) == [False]
    assert not waiting_adoptions(output.forum).exists()
    assert output_carrying(adoption.proposal) == output


def test_references_count_up_in_one_forum_and_year(ada):
    first = scene.draft(ada)
    second = scene.draft(adoptions=[another_adoption(first.forum, [ada])])

    assert [output.reference[-2:] for output in (first, second)] == ["01", "02"]


def test_only_what_the_forum_adopted_and_no_other_output_carries_goes_in(ada, esi):
    adoption = proposals.adopted(ada)
    forum, facilitator = adoption.forum, scene.facilitator_of(adoption.forum)
    not_adopted = proposals.certified([(esi, "no")])
    compile_output(actor=facilitator, forum=forum, adoptions=[adoption], **scene.TEXTS)

    for adoptions, reason in (([], "at least one"), ([not_adopted], "was not adopted"), ([adoption], "already")):
        with pytest.raises(Refused, match=reason):
            compile_output(actor=facilitator, forum=forum, adoptions=adoptions, **scene.TEXTS)


def test_a_summary_has_at_most_sixty_words(ada):
    with pytest.raises(Refused, match="this one has 61"):
        scene.draft(ada, summary="word " * 61)


def test_each_edit_keeps_a_version_and_says_what_changed(ada):
    output = scene.draft(ada)

    edit_output(**scene.acting(output), **{**scene.TEXTS, "title": "Visits long enough"})
    edit_output(**scene.acting(output), **{**scene.TEXTS, "title": "Visits long enough"})

    newest, first = changes_of(output)
    assert OutputVersion.objects.count() == 2
    assert [name for name, _pieces in newest.texts] == ["title"]
    assert ("removed", " to help") in newest.texts[0][1]
    assert first.texts == []


def test_of_two_who_write_at_once_the_second_is_told(ada):
    output = scene.draft(ada)
    edit_output(**scene.acting(output), seen=1, **{**scene.TEXTS, "title": "The first to save it"})

    with pytest.raises(StateConflict):
        edit_output(**scene.acting(output), seen=1, **{**scene.TEXTS, "title": "The second to save it"})

    assert Output.objects.get().title == "The first to save it"


def test_a_first_draft_can_be_thrown_away_and_its_proposals_wait_again(ada):
    output = scene.draft(ada)
    forum = output.forum

    discard_output(**scene.acting(output))

    assert not Output.objects.exists()
    assert waiting_adoptions(forum).count() == 1


def test_comments_open_for_seven_days_and_carry_the_proposals_on(ada):
    output = scene.commented(ada)

    step = step_of(output, "output")
    adoption = step_of(output.asks.get().adoption.proposal, "adoption")
    assert (output.state, output.comments_close_on) == (State.COMMENTING, today() + timedelta(days=7))
    facilitators_by = working_days_after(output.comments_close_on, 3, holidays())
    assert (step.owner_key, step.due, step.station) == (f"forum:{output.forum_id}", facilitators_by, 3)
    assert (adoption.state, adoption.note) == ("done", f"Carried on in {output.reference}")
    assert Link.objects.filter(parent=adoption, child=step).exists()
    assert thread_for(output) is not None
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_without_dissent_nobody_is_asked(ada):
    output = scene.draft(ada, dissent="  ")

    with pytest.raises(Refused, match="those who disagreed"):
        open_comments(**scene.acting(output))


def test_members_comment_and_nobody_else_until_the_last_day_ends(ada, ben):
    output = scene.commented(ada)
    thread = thread_for(output)

    reply(actor=ada, thread=thread, body="Say who counts the visits.")
    with pytest.raises(Refused, match="Members of the forum comment"):
        reply(actor=ben, thread=thread, body="I am no member.")
    with at(now() + timedelta(days=8)), pytest.raises(Refused, match="Comments closed on"):
        reply(actor=ada, thread=thread, body="One thing more.")

    thread.refresh_from_db()
    assert thread.post_count == 1


def test_it_goes_back_with_a_reason_and_is_public_all_the_while(ada, finn):
    output = scene.commented(ada)

    reopen_draft(**scene.acting(output), reason="Three members asked for figures.")
    edit_output(**scene.acting(output), **{**scene.TEXTS, "findings": "Now with figures."})
    again = open_comments(**scene.acting(scene.fresh(output)))

    assert visible(finn, [key_of(output)])
    assert (again.state, again.version, again.returned_because) == (State.COMMENTING, 2, "")
    assert events() == [
        "outputs.OutputCompiled",
        "outputs.OutputCommentsOpened",
        "outputs.OutputReopened",
        "outputs.OutputEdited",
        "outputs.OutputCommentsOpened",
    ]


def test_once_public_a_proposal_can_be_added_and_none_taken_out(ada):
    output = scene.commented(ada)
    first = output.asks.get().adoption
    more = another_adoption(output.forum, [ada])
    reopen_draft(**scene.acting(output), reason="Another proposal belongs to it.")
    output = scene.fresh(output)

    with pytest.raises(Refused, match="none of them can be taken out"):
        edit_output(**scene.acting(output), adoptions=[more], **scene.TEXTS)
    edit_output(**scene.acting(output), adoptions=[first, more], **scene.TEXTS)
    open_comments(**scene.acting(output))

    step = step_of(output, "output")
    assert step_of(more.proposal, "adoption").state == "done"
    assert Link.objects.filter(child=step).count() == 2


def test_members_vote_only_after_the_days_for_comments(ada):
    output = scene.commented(ada)

    with pytest.raises(Refused, match="Members may comment until the end of"):
        open_approval(**scene.acting(output), closes_at=now() + timedelta(days=20))


def test_while_the_members_vote_nobody_changes_the_text(ada):
    output = scene.balloted(ada)

    for act in (edit_output, settle_approval, open_comments):
        texts = scene.TEXTS if act is edit_output else {}
        with pytest.raises(Refused):
            act(**scene.acting(output), **texts)


def test_approved_it_is_final_and_the_forum_owes_its_referral(ada, esi):
    output = scene.approved(ada, esi)

    step = step_of(output, "output")
    assert (output.state, output.ballot.state, output.ballot.carried) == (State.APPROVED, "certified", True)
    assert output.digest == digest_of(final_content(scene.fresh(output)))
    assert (step.state, step.deadline.rule.key) == ("open", "outputs.refer")
    assert step.note == "Approved by 2 to 0; to be sent to a committee"
    assert not Vote.objects.exists()
    assert events()[-1] == "outputs.OutputApproved"


def test_not_carried_it_goes_back_with_the_numbers(ada, esi):
    output = scene.counted([(ada, "no"), (esi, None)])

    with at(output.ballot.closes_at):
        output = settle_approval(**scene.acting(output))

    assert (output.state, output.took_part, output.digest) == (State.DRAFTING, {}, "")
    assert output.returned_because == "The members did not approve it: 0 for, 1 against, 0 abstained, of 2 on the roll."
    assert step_of(output, "output").note == "Not approved: 0 for, 1 against; being rewritten"
    again = open_comments(**scene.acting(output))
    assert again.state == State.COMMENTING


def test_an_annulled_ballot_sends_it_back_with_the_reason(ada, clerk):
    output = scene.balloted(ada)
    annul_ballot(actor=clerk, ballot=output.ballot, reason="The roll left out everyone who joined in May.")

    output = settle_approval(**scene.acting(scene.fresh(output)))

    assert output.state == State.DRAFTING
    assert output.returned_because == "The members' ballot was annulled: The roll left out everyone who joined in May."


def test_who_took_part_is_frozen_with_no_number_that_points_at_somebody(ada, esi):
    lozells = ward("E05011153", "Lozells")
    output = scene.commented(ada, esi)
    reply(actor=ada, thread=thread_for(output), body="Well said.")
    far = person("Lola Lozells", level=3, ward=lozells)
    proposal = output.asks.get().adoption.proposal
    reply(actor=far.user, thread=thread_for(proposal), body="We wait for the bus every day.")
    with at(scene.commenting_over()):
        output = open_approval(**scene.acting(output), closes_at=now() + timedelta(days=7))
    with at(output.ballot.closes_at):
        close_ballot(ballot=output.ballot)
        output = settle_approval(**scene.acting(scene.fresh(output)))
    assert output.state == State.DRAFTING  # nobody voted

    frozen = took_part(scene.fresh(output))
    assert (frozen["people"], frozen["supports"], frozen["posts"], frozen["writers"]) == (5, 3, 2, 2)
    assert (frozen["votes"], frozen["roll"]) == (0, 2)
    assert (frozen["wards"], frozen["other_people"]) == ([], 5)
    assert frozen["other_wards"] == ["Lozells", "Stirchley"]


def test_those_concerned_are_told(ada, esi):
    adoption = proposals.adopted(ada, esi)
    author = adoption.proposal.author.user
    output = scene.approved(ada, esi, adoptions=[adoption])
    deliver_all()

    told = {
        (notice.event.partition(".")[2], notice.audience)
        for notice in Notice.objects.filter(event__startswith="outputs.")
    }
    assert told == {
        ("OutputCommentsOpened", "authors"),
        ("OutputCommentsOpened", "members"),
        ("OutputApprovalOpened", "members"),
        ("OutputApproved", "authors"),
        ("OutputApproved", "supporters"),
        ("OutputApproved", "members"),
    }
    assert Notice.objects.filter(event="outputs.OutputApproved", user=author).get().audience == "authors"
    assert Notice.objects.filter(event="outputs.OutputApproved", audience="supporters").count() == 3
    facilitator = scene.facilitator_of(output.forum)
    assert Notice.objects.filter(event="ballots.BallotClosed", user=facilitator).get().audience == "facilitators"
    assert not Delivery.objects.exists()


def test_what_is_public_can_be_found_and_a_draft_cannot(ada):
    output = scene.draft(ada)
    deliver_all()
    before = Document.objects.filter(subject_kind="outputs.output").count()

    open_comments(**scene.acting(output))
    deliver_all()

    assert before == 0
    assert Document.objects.get(subject_kind="outputs.output").url == f"/outputs/{output.reference}/"
