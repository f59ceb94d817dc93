"""What happens again and again in every story, as parts that a story goes through with `yield from`."""

from collections.abc import Generator, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import User
from ballots.actions import cast_vote
from clocks.queries import holidays
from clocks.rules import working_days_after
from committees import actions
from committees.models import AgendaItem, Claim, Commitment, Meeting, Recommendation, Referral
from committees.queries.seats import seats_there
from committees.states import SeatKind, VoteChoice
from core import today
from forums.actions import reply, thread_about
from ledger.delivery import deliver_all
from outputs.actions import compile_output, open_approval, open_comments, settle_approval
from outputs.models import Output
from portal.demo.world import World
from proposals.actions import (
    certify_adoption,
    check_remit,
    fold_tallies,
    give_support,
    open_adoption,
    publish_proposal,
    save_draft,
)
from proposals.models import Adoption, Proposal

Part = Generator[datetime, None, Any]
IN_REMIT = "in_remit"
NOTICE = 8  # working days: the five clear days of the law, and a day or two to write the agenda


def wait(world: World, days: int, hour: int = 10) -> datetime:
    """The moment so many days on; a weekend becomes the Monday after."""
    day = today() + timedelta(days=days)
    day += timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)
    return world.calendar.on(day, hour, world.dice.randrange(60))


def ask(world: World, code: str, author: User, title: str, body: str, **about: Any) -> Proposal:
    """A proposal is before the public."""
    draft = save_draft(actor=author, activity=world.activities[code], title=title, body=body, **about)
    return publish_proposal(actor=author, proposal=draft)


def back(proposal: Proposal, people: Iterable[User]) -> None:
    """Each of them supports it, and the tally has counted."""
    for user in people:
        give_support(actor=user, proposal=proposal)
    fold_tallies()
    deliver_all()


def enough(world: World) -> list[User]:
    """Somewhat more people than the threshold asks for; every citizen's support counts."""
    return world.some(world.size.threshold + 4)


def checked(world: World, proposal: Proposal) -> Proposal:
    check_remit(actor=world.facilitators[proposal.forum.code], proposal=proposal, outcome=IN_REMIT)
    deliver_all()
    return fresh(proposal)


def debated(proposal: Proposal, posts: Sequence[tuple[User, str, str]]) -> None:
    """(who, side, words), in this order, under the proposal."""
    thread = thread_about(record=proposal, forum=proposal.forum, title=proposal.title)
    for user, stance, body in posts:
        reply(actor=user, thread=thread, body=body, stance=stance)


def supported(world: World, proposal: Proposal) -> Part:
    """Checked within two days, over the threshold within ten."""
    return (yield from all_supported(world, [proposal]))[0]


def all_supported(world: World, proposals: Sequence[Proposal]) -> Part:
    """The same for several proposals, in the same days."""
    yield wait(world, 1)
    for proposal in proposals:
        checked(world, proposal)
    people = [enough(world) for _proposal in proposals]
    yield wait(world, 2)
    for proposal, some in zip(proposals, people, strict=True):
        back(proposal, some[: len(some) // 2])
    yield wait(world, 5)
    for proposal, some in zip(proposals, people, strict=True):
        back(fresh(proposal), some[len(some) // 2 :])
    return [fresh(proposal) for proposal in proposals]


def voted(world: World, code: str, ballot: Any, *, no: int = 1, abstain: int = 0) -> None:
    """All members of the forum vote, so many of them no."""
    choices = ["no"] * no + ["abstain"] * abstain
    for number, user in enumerate(world.members[code]):
        cast_vote(actor=user, ballot=ballot, choice=choices[number] if number < len(choices) else "yes")


def adopted(world: World, proposal: Proposal, *, no: int = 1) -> Part:
    """Put to the members for a week, counted, and certified after the days in which the count can be challenged."""
    return (yield from all_adopted(world, [proposal], no=no))[0]


def all_adopted(world: World, proposals: Sequence[Proposal], *, no: int = 1) -> Part:
    """The same for several proposals of one forum, in the same week."""
    facilitator = world.facilitators[proposals[0].forum.code]
    opened = []
    for proposal in proposals:
        closes_at = wait(world, 7, hour=20)
        adoption = open_adoption(actor=facilitator, proposal=fresh(proposal), closes_at=closes_at)
        voted(world, proposal.forum.code, adoption.ballot, no=no)
        opened.append(adoption)
    yield max(adoption.ballot.closes_at for adoption in opened) + timedelta(minutes=5)
    yield after_challenge(world)
    found = Adoption.objects.select_related("proposal__forum", "ballot", "forum")
    return [certify_adoption(actor=facilitator, adoption=found.get(pk=adoption.pk)) for adoption in opened]


def after_challenge(world: World) -> datetime:
    day = working_days_after(today(), 6, holidays())
    return world.calendar.on(day, 11)


def compiled(world: World, code: str, adoptions: list[Adoption], **text: str) -> Output:
    return compile_output(actor=world.facilitators[code], forum=world.forums[code], adoptions=adoptions, **text)


def approved(world: World, code: str, output: Output) -> Part:
    """Commented on for a week, voted on for a week, approved."""
    facilitator = world.facilitators[code]
    output = open_comments(actor=facilitator, output=output)
    yield wait(world, 2)
    thread = thread_about(record=output, forum=output.forum, title=output.title)
    reply(
        actor=world.members[code][0], thread=thread, body="This says what we said. I would put the second point first."
    )
    yield wait(world, 8)
    output = open_approval(actor=facilitator, output=fresh(output), closes_at=wait(world, 7, hour=20))
    voted(world, code, output.ballot, no=1)
    assert output.ballot is not None
    yield output.ballot.closes_at + timedelta(minutes=5)
    yield after_challenge(world)
    return settle_approval(actor=facilitator, output=fresh(output))


def whole_way(world: World, code: str, author: User, ask_for: dict[str, Any], text: dict[str, str]) -> Part:
    """From a sentence to an approved output."""
    proposal = ask(world, code, author, **ask_for)
    proposal = yield from supported(world, proposal)
    yield wait(world, 1)
    adoption = yield from adopted(world, proposal)
    yield wait(world, 1)
    output = compiled(world, code, [adoption], **text)
    return (yield from approved(world, code, output))


def referred(world: World, code: str, output: Output, body: str) -> Referral:
    return actions.refer_output(actor=world.facilitators[code], output=output, bodies=[world.bodies[body]])[0]


def acknowledged(world: World, referral: Referral) -> Part:
    yield wait(world, 1)
    return actions.acknowledge(actor=world.clerk, referral=fresh(referral))


def scheduled(world: World, body: str, day: date, place: str = "Committee Room 6, Council House") -> Meeting:
    """On that day, or the first one for which an agenda can still be out in time."""
    day = max(day, working_days_after(today(), NOTICE, holidays()))
    starts = world.calendar.on(day, 10)
    return actions.schedule_meeting(
        actor=world.clerk,
        body=world.bodies[body],
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place=place,
        access="Step-free from Victoria Square, hearing loop, water and breaks. Tell us what you need.",
    )


def publish(world: World, meeting: Meeting) -> Meeting:
    return actions.publish_agenda(actor=world.clerk, meeting=fresh(meeting))


def accepted(world: World, referral: Referral, meeting: Meeting) -> AgendaItem:
    referral = actions.accept_referral(
        actor=world.chairs[referral.body.code], referral=fresh(referral), meeting=meeting
    )
    return AgendaItem.objects.get(meeting=meeting, referrals=referral)


def opened(world: World, meeting: Meeting) -> Meeting:
    """In session, with everybody there but one councillor, who sent apologies."""
    meeting = actions.start_meeting(actor=world.clerk, meeting=fresh(meeting))
    seats = list(meeting.body.seats.filter(until=None, person__isnull=False).order_by("id"))
    away = [seat for seat in seats if seat.kind == SeatKind.COUNCILLOR and not seat.chair][:1]
    return actions.record_attendance(
        actor=world.clerk,
        meeting=fresh(meeting),
        present=[seat for seat in seats if seat not in away],
        apologies=away,
    )


def recommended(
    world: World, item: AgendaItem, portfolio: str, text: str, measure: str, *, against: int = 1
) -> Recommendation:
    """Drafted and voted by every seat that may vote on the item, so many of them against, councillors first."""
    draft = actions.draft_recommendation(
        actor=world.clerk,
        agenda_item=fresh(item),
        portfolio=world.portfolios[portfolio],
        text=text,
        measure=measure,
    )
    able = [there.seat for there in seats_there(fresh(item)) if there.verdict]
    able.sort(key=lambda seat: (seat.kind != SeatKind.COUNCILLOR, seat.chair))
    votes = {seat.pk: VoteChoice.AGAINST if number < against else VoteChoice.FOR for number, seat in enumerate(able)}
    return actions.vote_recommendation(actor=world.clerk, recommendation=draft, votes=votes)


def concluded(world: World, item: AgendaItem, outcome: str) -> None:
    actions.conclude_item(actor=world.clerk, agenda_item=fresh(item), outcome=outcome)


def ended(world: World, meeting: Meeting) -> None:
    actions.end_meeting(actor=world.clerk, meeting=fresh(meeting))


def minuted(world: World, meeting: Meeting, text: str) -> Part:
    """Drafted three days after the meeting, agreed a month later."""
    yield wait(world, 3)
    notes = actions.write_minutes(actor=world.clerk, meeting=fresh(meeting), text=text)
    yield wait(world, 27)
    actions.agree_minutes(actor=world.chairs[meeting.body.code], meeting=fresh(meeting), notes=notes)


def issued(world: World, recommendation: Recommendation) -> Recommendation:
    return actions.issue_recommendation(actor=world.clerk, recommendation=fresh(recommendation), received_on=today())


def answered(
    world: World, recommendation: Recommendation, answer: str, reason: str, promise: dict[str, Any] | None = None
) -> Any:
    """The commitment, or None after a rejection. `promise`: text, measure, owner, due in days from today."""
    recommendation = fresh(recommendation)
    slug = recommendation.portfolio.slug
    if promise is not None:
        promise = {**promise, "due": today() + timedelta(days=promise["due"])}
    actions.answer_recommendation(
        actor=world.holders[slug], recommendation=recommendation, answer=answer, reason=reason, commitment=promise
    )
    return Commitment.objects.filter(recommendation=recommendation).first()


def reported(world: World, commitment: Commitment, state: str, text: str, due: date | None = None) -> None:
    actions.report_progress(
        actor=world.holders[commitment.portfolio.slug], commitment=fresh(commitment), state=state, text=text, due=due
    )


def claimed(world: World, commitment: Commitment, evidence: str) -> Claim:
    return actions.claim_delivery(
        actor=world.holders[commitment.portfolio.slug], commitment=fresh(commitment), evidence=evidence
    )


def fresh(record: Any) -> Any:
    """The record as it stands now."""
    return type(record)._default_manager.get(pk=record.pk)
