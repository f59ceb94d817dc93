"""How far a story has come: referred, accepted, considered, answered, claimed, disputed."""

from datetime import datetime, time, timedelta

from committees import actions
from committees.models import AgendaItem, Meeting
from committees.states import SeatKind
from core import now
from core.clock import LONDON, day_of
from forums.actions import join
from forums.models import Mandate
from tests.scenes.committees.beginning import begun
from tests.scenes.committees.loading import fresh
from tests.scenes.committees.people import Story, seated


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
    story.item = fresh(story.item)


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
