"""What the floors below are told: names, sentences, data about a person, moderators, periodic jobs."""

import pytest
from django.contrib.auth.models import AnonymousUser

from config.schedule import JOBS
from core import now, personal, subjects
from ledger.delivery import deliver_all
from ledger.events import all_events
from ledger.queries import timeline
from ledger.sentences import sentence_of, worded
from moderation import authors, hosts
from proposals import tasks
from proposals.actions import give_support
from proposals.models import Proposal, Support
from search.models import Document
from tests.scenes import proposals as scenes

pytestmark = pytest.mark.django_db
KIND = "proposals.proposal"


def test_every_event_has_a_sentence():
    ours = {name for name in all_events() if name.startswith("proposals.")}

    assert ours <= worded()


@pytest.mark.parametrize("audience", ["", "author", "supporters", "facilitators", "members", "followers", "ward"])
def test_sentences_are_whole_in_every_voice(audience):
    facts = {
        "proposal_id": 1, "forum_id": 1, "area_id": None, "version": 2, "digest": "", "threshold": 1500, "supports": 3,
        "outcome": "refused", "reason_code": "copy", "added": 37, "withdrawn": 2, "total": 1843, "adoption_id": 1,
        "ballot_id": 1, "closes_at": "", "adopted": True, "yes": 212, "no": 31, "abstain": 4, "published": 3,
        "recounted": 4, "run_id": 1, "count": 1, "posts": 1, "not_adopted": 1, "issue_id": 1, "part_id": 1, "forums": 2,
        "joined": True, "joined_id": 2, "reference": "BUS-2026-0002", "pair_id": 1, "newer_id": 2, "older_id": 1,
    }  # fmt: skip
    subject = subjects.Subject(KIND, 1, "Later buses", "/proposals/BUS-2026-0001/")

    for name, event in all_events().items():
        if name.startswith("proposals."):
            known = {field: facts[field] for field in event.__dataclass_fields__ if field in facts}
            sentence = sentence_of(name, known, subject, audience)
            assert sentence.endswith("."), sentence
            assert "%(" not in sentence


def test_a_tally_reads_as_a_tally():
    facts = {"proposal_id": 1, "added": 37, "withdrawn": 2, "total": 1843}
    subject = subjects.Subject(KIND, 1, "Later buses", "")

    sentence = sentence_of("proposals.SupportsCounted", facts, subject)

    assert sentence == "Supports of “Later buses” were counted: 37 added, 2 withdrawn, 1,843 in all."


def test_the_timeline_of_a_page_that_knows_its_record_reads_the_same():
    proposal = scenes.supported(scenes.proposal())
    known = subjects.describe([(KIND, proposal.pk)])[KIND, proposal.pk]

    assert [line.sentence for line in timeline((KIND, proposal.pk))] == [
        line.sentence for line in timeline((KIND, proposal.pk), known=known)
    ]


def test_drafts_are_seen_by_their_author_alone_and_hidden_ones_lose_their_words(ada, ben):
    draft, hidden = scenes.draft(ada), scenes.proposal(ben)
    Proposal.objects.filter(pk=hidden.pk).update(hidden_at=now(), hidden_because="spam")
    keys = [(KIND, draft.pk), (KIND, hidden.pk)]

    seen = [sorted(pk for _kind, pk in subjects.visible(user, keys)) for user in (AnonymousUser(), ada)]

    assert seen == [[hidden.pk], sorted([draft.pk, hidden.pk])]
    assert subjects.describe(keys)[KIND, hidden.pk].label == f"a hidden proposal, {hidden.reference}"


def test_an_export_holds_what_a_person_asked_for_and_supports(ada):
    own, other = scenes.proposal(ada), scenes.proposal(title="Benches along the river, please")
    give_support(actor=ada, proposal=other)

    (room,) = [room for room in personal.rooms() if room.app == "proposals"]
    data = room.export(ada.person.pk, ada.pk)

    assert [row["reference"] for row in data["proposals"]] == [own.reference]
    assert [row["title"] for row in data["supports"]] == ["Benches along the river, please"]


def test_erasure_takes_the_name_and_the_drafts_and_leaves_text_and_count(ada):
    proposal, draft = scenes.proposal(ada), scenes.draft(ada)
    other = scenes.proposal()
    give_support(actor=ada, proposal=other)
    (room,) = [room for room in personal.rooms() if room.app == "proposals"]

    room.erase(ada.person.pk, ada.pk)

    found = scenes.fresh(proposal)
    assert (found.author, found.author_label, found.body) == (None, "A resident", proposal.body)
    assert not Proposal.objects.filter(pk=draft.pk).exists()
    assert Support.objects.filter(proposal=other).count() == 1


def test_moderation_knows_whose_words_they_are_and_who_decides(ada):
    proposal = scenes.proposal(ada)
    host = hosts.host_of(proposal)

    assert authors.author_user_ids(proposal) == [ada.pk]
    assert host.key(proposal) == f"forum:{proposal.forum_id}"
    assert list(host.moderators(proposal)) == [scenes.facilitator_of(proposal).pk]
    assert host.may_moderate(scenes.facilitator_of(proposal), proposal)
    assert not host.may_moderate(ada, proposal)


def test_what_is_published_is_found_and_what_is_withdrawn_is_not(ada):
    from proposals.actions import withdraw_proposal

    proposal = scenes.proposal(ada)
    deliver_all()
    found = Document.objects.get(subject_kind=KIND, subject_id=proposal.pk)
    withdraw_proposal(actor=ada, proposal=proposal, reason="It is done already.")
    deliver_all()

    assert (found.url, found.group) == (proposal.address, f"forum:{proposal.forum_id}")
    assert not Document.objects.filter(subject_kind=KIND).exists()


def test_posts_of_the_debate_are_counted_on_the_proposal(ada):
    from forums.queries import thread_for
    from tests.scenes import forums

    proposal = scenes.proposal()
    forums.posts(thread_for(proposal), 3, by=ada)
    deliver_all()
    deliver_all()

    assert scenes.fresh(proposal).post_count == 3


def test_the_jobs_run_by_the_clock_and_twice_leave_the_same_world():
    scenes.supported(scenes.proposal())

    assert {"proposals.tasks.fold_tallies", "proposals.tasks.recount", "proposals.tasks.expire_due"} <= {
        job["task"] for job in JOBS.values()
    }
    assert [task() for task in (tasks.fold_tallies, tasks.recount, tasks.expire_due) for _ in range(2)] == [0] * 6
