"""A forum's output before a committee, at every stage up to a judged delivery, made through the same acts as everywhere.

    story = scenes.committees.answered()
    story.commitment, story.portfolio, story.holder, story.supporter

Each function gives a `Story` that has come that far. It begins 110 days ago and each act has its own day, so that the last one
is a few days old; call within `core.clock.at()` to have it end at another moment.
"""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import count
from typing import Any

from ballots.actions import cast_vote, close_ballot
from ballots.models import Ballot
from chain.actions import close_step, open_step
from chain.states import Station
from committees import actions
from committees.models import AgendaItem, Claim, Meeting, Recommendation, Referral
from committees.states import BodyKind, SeatKind
from core import now
from core.clock import LONDON, at, day_of
from core.subjects import key_of
from forums.actions import join
from forums.models import Mandate
from outputs.actions import compile_output, open_approval, open_comments, settle_approval
from outputs.models import Output
from outputs.queries import took_part
from proposals.actions import give_support, note_count
from proposals.models import Support
from tests import cast
from tests.scenes import proposals

_number = count(1)
LONG_AGO = 110  # days from the beginning of a story to now


@dataclass
class Story:
    """Who takes part, and how far it has come. People are users; what has not happened yet is None."""

    began: datetime
    day: int = 0
    clerk: Any = None
    chair: Any = None
    holder: Any = None
    facilitator: Any = None
    member: Any = None
    other_member: Any = None
    supporter: Any = None
    author: Any = None
    forum: Any = None
    portfolio: Any = None
    body: Any = None
    seats: dict = field(default_factory=dict)
    proposal: Any = None
    output: Any = None
    referral: Any = None
    meeting: Any = None
    item: Any = None
    recommendation: Any = None
    response: Any = None
    commitment: Any = None
    claim: Any = None

    def on(self, day: int, hour: int = 10):
        """Within the block it is that day of the story."""
        self.day = day
        return at(datetime.combine(day_of(self.began) + timedelta(days=day), time(hour), tzinfo=LONDON))

    def seat(self, name: str):
        return self.seats[name]


def councillor(name, *, by, ward=None, group="A"):
    """A person in office; gives the user."""
    person = cast.person(name, level=3)
    actions.add_councillor(actor=by, person=person, ward=ward or cast.ward(), group=group)
    return person.user


def portfolio(*, by, holder=None, title="Health and Social Care"):
    number = next(_number)
    return actions.create_portfolio(
        actor=by, title=title, slug=f"portfolio-{number}", holder=holder.person if holder else None
    )


def body(*, by, kind=BodyKind.SCRUTINY, name="Health and Social Care Scrutiny Committee", quorum=3, **more):
    number = next(_number)
    values = {"voting_scheme": "https://example.org/scheme", "topics": ["home care"], **more}
    return actions.create_body(
        actor=by,
        kind=kind,
        name=name,
        code=f"HSC{number}",
        slug=f"body-{number}",
        remit="How people are cared for at home and in homes.",
        quorum=quorum,
        **values,
    )


def seated(body, user, *, by, kind=SeatKind.COUNCILLOR, chair=False, scope="", label="", mandate=None, **more):
    seat = actions.add_seat(actor=by, body=body, kind=kind, scope=scope, chair=chair, label=label)
    return actions.fill_seat(actor=by, seat=seat, person=user.person, eligible=True, mandate=mandate, **more)


def council(story, *, kind=BodyKind.SCRUTINY):
    """A clerk, a cabinet member with a portfolio, and a body with six seats taken and one vacant."""
    story.clerk = cast.person("Clara Whitby", roles=("clerk",)).user
    story.holder = councillor("Jo Whitlock", by=story.clerk)
    story.portfolio = portfolio(by=story.clerk, holder=story.holder)
    story.body = body(by=story.clerk, kind=kind, portfolio=story.portfolio)
    story.chair = councillor("Esi Boateng", by=story.clerk)
    story.seats["chair"] = seated(story.body, story.chair, by=story.clerk, chair=True)
    for name in ("Ravi", "Moira"):
        story.seats[name] = seated(story.body, councillor(f"{name} Hall", by=story.clerk), by=story.clerk)
    lay = {"user": (SeatKind.SERVICE_USER, "Uma Daley"), "worker": (SeatKind.WORKER, "Wes Kaur")}
    for name, (seat_kind, who) in lay.items():
        story.seats[name] = seated(story.body, cast.person(who, level=3).user, by=story.clerk, kind=seat_kind)
    if kind == BodyKind.SCRUTINY:
        church = cast.person("Fr Tom Reid", level=3).user
        story.seats["church"] = seated(story.body, church, by=story.clerk, kind=SeatKind.STATUTORY)
    story.seats["vacant"] = actions.add_seat(actor=story.clerk, body=story.body, kind=SeatKind.COUNCILLOR)
    return story


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
        moment, number = now(), next(_number)
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


def referred(**more) -> Story:
    story = begun(**more)
    with story.on(42):
        story.referral = actions.refer_output(actor=story.facilitator, output=story.output, bodies=[story.body])[0]
    return story


def acknowledged(**more) -> Story:
    story = referred(**more)
    with story.on(43):
        actions.acknowledge(actor=story.clerk, referral=story.referral)
    return story


def meeting(story, *, day=70, title=""):
    """A meeting of the story's body on that day of the story, from 18:00 to 20:00."""
    starts = datetime.combine(day_of(story.began) + timedelta(days=day), time(18), tzinfo=LONDON)
    return actions.schedule_meeting(
        actor=story.clerk,
        body=story.body,
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place="Council House",
        title=title,
    )


def accepted(**more) -> Story:
    story = acknowledged(**more)
    with story.on(44):
        story.meeting = meeting(story)
        actions.accept_referral(actor=story.chair, referral=story.referral, meeting=story.meeting)
    story.item = AgendaItem.objects.get(meeting=story.meeting)
    return story


def published(**more) -> Story:
    story = accepted(**more)
    with story.on(45):
        actions.publish_agenda(actor=story.clerk, meeting=story.meeting)
    return story


def in_session(*, present=None, **more) -> Story:
    """Opened, with everybody there (or only the seats named)."""
    story = published(**more)
    with story.on(70, 18):
        open_session(story, present=present)
    return story


def open_session(story, *, present=None):
    story.meeting = Meeting.objects.for_page().get(pk=story.meeting.pk)
    actions.start_meeting(actor=story.clerk, meeting=story.meeting)
    there = [seat for name, seat in story.seats.items() if (present is None or name in present) and seat.person_id]
    actions.record_attendance(actor=story.clerk, meeting=story.meeting, present=there)
    story.item = _item(story.item.pk)


def drafted(**more) -> Story:
    story = in_session(**more)
    with story.on(70, 18):
        draft(story)
    return story


def draft(story, text="Set thirty minutes as the shortest home care visit in every contract."):
    story.recommendation = actions.draft_recommendation(
        actor=story.clerk,
        agenda_item=story.item,
        portfolio=story.portfolio,
        text=text,
        measure="No contract allows a visit below thirty minutes.",
    )
    return story.recommendation


def recommended(**more) -> Story:
    """Adopted by everybody who may vote, concluded, and the meeting over."""
    story = drafted(**more)
    with story.on(70, 19):
        adopt(story)
    return story


def adopt(story):
    voters = ("chair", "Ravi", "Moira", "user", "worker")
    votes = {story.seats[name].pk: "for" for name in voters}
    actions.vote_recommendation(actor=story.clerk, recommendation=story.recommendation, votes=votes)
    actions.conclude_item(actor=story.clerk, agenda_item=story.item, outcome="The committee agreed with the forum.")
    actions.end_meeting(actor=story.clerk, meeting=story.meeting)


def issued(**more) -> Story:
    story = recommended(**more)
    with story.on(71):
        actions.issue_recommendation(actor=story.clerk, recommendation=story.recommendation, received_on=day_of(now()))
    return story


def answered(answer="accept", **more) -> Story:
    story = issued(**more)
    with story.on(78):
        promise = {
            "text": "New contracts name thirty minutes as the shortest visit.",
            "measure": "The contracts, published.",
            "owner": "Director of Adult Social Care",
            "due": day_of(now()) + timedelta(days=90),
        }
        story.response = actions.answer_recommendation(
            actor=story.holder,
            recommendation=story.recommendation,
            answer=answer,
            reason="Fifteen minutes cannot hold a wash, a meal and a word; the contracts are renewed this year anyway.",
            commitment=promise if answer != "reject" else None,
        )
    if answer != "reject":
        story.commitment = story.recommendation.commitment
    return story


def claimed(**more) -> Story:
    story = answered(**more)
    with story.on(105):
        story.claim = actions.claim_delivery(
            actor=story.holder, commitment=story.commitment, evidence="All nine contracts are signed and published."
        )
    return story


def disputed(**more) -> Story:
    """One of those who asked says that it was not delivered, and it is back with the committee."""
    story = claimed(**more)
    with story.on(106):
        actions.judge_delivery(
            actor=story.supporter, claim=story.claim, verdict="dispute", reason="My mother still gets fifteen minutes."
        )
    return story


def mandated(story, user, *, body_seat=True, until=None):
    """The forum has given this user a mandate; gives the seat that it fills, or the mandate alone."""
    if not story.forum.memberships.filter(person=user.person, left_at=None).exists():
        join(actor=user, forum=story.forum)
    mandate = Mandate.objects.create(
        forum=story.forum, person=user.person, text="Speak for us.", since=day_of(now()), until=until
    )
    if not body_seat:
        return mandate
    return seated(story.body, user, by=story.clerk, kind=SeatKind.FORUM, mandate=mandate)


def fresh(record):
    """The row as it stands, with what its acts need at hand."""
    loads = {Output: _output, Referral: _referral, AgendaItem: _item, Recommendation: _recommendation, Claim: _claim}
    load = loads.get(type(record))
    return load(record.pk) if load else type(record).objects.get(pk=record.pk)


def _output(pk):
    return Output.objects.select_related("forum", "ballot").get(pk=pk)


def _referral(pk):
    return Referral.objects.select_related("output__forum", "body", "meeting__gathering").get(pk=pk)


def _item(pk):
    return AgendaItem.objects.select_related("item", "meeting__gathering", "meeting__body", "claim__commitment").get(
        pk=pk
    )


def _recommendation(pk):
    return Recommendation.objects.select_related("body", "portfolio__holder", "agenda_item__meeting__gathering").get(
        pk=pk
    )


def _claim(pk):
    return Claim.objects.select_related("commitment__recommendation__body", "commitment__portfolio").get(pk=pk)
