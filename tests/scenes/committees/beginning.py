"""How a story begins: an output that a forum approved, by rows or by acts."""

from datetime import timedelta

from ballots.actions import cast_vote, close_ballot
from ballots.models import Ballot
from chain.actions import close_step, open_step
from chain.states import Station
from committees.states import BodyKind
from core import now
from core.clock import at
from core.subjects import key_of
from outputs.actions import compile_output, open_approval, open_comments, settle_approval
from outputs.models import Output
from outputs.queries import took_part
from proposals.actions import give_support, note_count
from proposals.models import Support
from tests import cast
from tests.scenes import proposals
from tests.scenes.committees.loading import fresh
from tests.scenes.committees.people import LONG_AGO, Story, council, numbers


def begun(*, kind=BodyKind.SCRUTINY, by_acts=False) -> Story:
    """The council is there and the forum has approved an output; nobody has sent it on.

    The forum's part is written as rows, since it is not what these stories are about; `by_acts` goes the whole way.
    """
    story = Story(began=now() - timedelta(days=LONG_AGO))
    with story.on(0):
        council(story, kind=kind)
        story.facilitator = cast.person("Fay Facilitator", level=3).user
        story.member, story.other_member = (cast.person(name, level=3).user for name in ("Mia Member", "Max Member"))
        story.supporter = cast.person("Sue Porter", level=3).user
        story.author = cast.person("Miriam Clarke", level=3).user
        host = proposals.activity(facilitator=story.facilitator, members=(story.member, story.other_member))
        story.forum = host.forum
        story.forum.topics = ["home care"]
        story.forum.save(update_fields=("topics",))
    (_by_acts if by_acts else _as_rows)(story, host)
    return story


TEXTS = {
    "title": "Thirty minutes for every visit",
    "summary": "Home care visits of fifteen minutes are too short. We ask for thirty.",
    "findings": "Carers and the people they visit told us the same.",
    "dissent": "One member fears that short medicine calls become impossible.",
}


def _as_rows(story, host):
    with story.on(39):
        moment, number = now(), next(numbers)
        story.proposal = proposals.Proposal.objects.create(
            activity=host,
            forum=story.forum,
            author=story.author.person,
            reference=f"{story.forum.code}-2026-{number}",
            title=proposals.TITLE,
            body=proposals.BODY,
            state="adopted",
            threshold=1,
            supports=1,
            created_at=moment,
            published_at=moment,
        )
        Support.objects.create(proposal=story.proposal, person=story.supporter.person, level=3, given_at=moment)
        adoption = proposals.Adoption.objects.create(
            proposal=story.proposal,
            forum=story.forum,
            ballot=_ballot(story, story.proposal),
            supports_at_opening=1,
            adopted=True,
            certified_at=moment,
        )
        story.output = Output.objects.create(
            forum=story.forum, reference=f"{story.forum.code}-OUT-2026-{number}", created_at=moment, **TEXTS
        )
        story.output.asks.create(adoption=adoption, number=1, supports=1, verified=1, yes=2, no=0, abstain=0)
        # What an output carries is settled once it is no draft any more.
        final = {
            "state": "approved",
            "ballot": _ballot(story, story.output),
            "digest": "0" * 64,
            "took_part": took_part(story.output),
            "opened_at": moment,
            "approved_at": moment,
        }
        for name, value in final.items():
            setattr(story.output, name, value)
        story.output.save()
        _steps(story)


def _ballot(story, subject):
    kind, pk = key_of(subject)
    return Ballot.objects.create(
        subject_kind=kind,
        subject_id=pk,
        host_kind="forums.forum",
        host_id=story.forum.pk,
        question="Shall we?",
        planned_at=now(),
        opens_at=now(),
        closes_at=now() + timedelta(days=1),
        roll_size=2,
        state="certified",
        yes=2,
        no=0,
        abstain=0,
    )


def _steps(story):
    """The four stations behind an approved output, the last of them open."""
    rows = (
        (story.proposal, "remit_check", Station.PROPOSED),
        (story.proposal, "supports", Station.SUPPORTED),
        (story.proposal, "adoption", Station.ADOPTED),
        (story.output, "output", Station.ADOPTED),
    )
    parents = []
    for subject, kind, station in rows:
        step = open_step(
            subject=subject,
            kind=kind,
            station=station,
            title=subject.title,
            address=subject.address,
            owner_key=f"forum:{story.forum.pk}",
            owner_label=story.forum.title,
            parents=parents,
        )
        for parent in parents:
            close_step(step=parent)
        parents = [step]


def _by_acts(story, host):
    with story.on(0):
        story.proposal = proposals.proposal(story.author, host=host)
        give_support(actor=story.supporter, proposal=story.proposal)
        adoption = _adopted(story.proposal, [(story.member, "yes"), (story.other_member, "yes")])
    with story.on(22):
        output = compile_output(actor=story.facilitator, forum=story.forum, adoptions=[adoption], **TEXTS)
        open_comments(actor=story.facilitator, output=output)
    with story.on(31):
        output = open_approval(actor=story.facilitator, output=fresh(output), closes_at=now() + timedelta(days=7))
        for user in (story.member, story.other_member):
            cast_vote(actor=user, ballot=output.ballot, choice="yes")
    with story.on(39):
        close_ballot(ballot=output.ballot)
        story.output = settle_approval(actor=story.facilitator, output=fresh(output))


def _adopted(published, voices):
    found = proposals.checked(proposals.supported(published))
    adoption = proposals.open_adoption(
        actor=proposals.facilitator_of(found), proposal=found, closes_at=now() + timedelta(days=7)
    )
    for user, choice in voices:
        cast_vote(actor=user, ballot=adoption.ballot, choice=choice)
    with at(adoption.ballot.closes_at):
        # What a worker does at this news; all other news waits, since delivering it would take longer than the rest.
        note_count(ballot=close_ballot(ballot=adoption.ballot))
    adoption = proposals.Adoption.objects.select_related("proposal__forum", "ballot").get(pk=adoption.pk)
    with at(adoption.ballot.closes_at + timedelta(days=14)):
        return proposals.certify_adoption(actor=proposals.facilitator_of(found), adoption=adoption)
