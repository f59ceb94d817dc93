"""Forums, summaries, meetings and moderation of the world."""

from datetime import timedelta
from typing import Any

from ballots.actions import close_ballot
from ballots.queries import ballots_about
from core import now
from core.clock import at
from core.subjects import key_of
from forums import actions as forum_acts
from forums.actions.asking_members import open_ballot
from forums.actions.questions import ask
from forums.actions.surveys import answer_survey
from forums.models import Membership
from meetings import actions as meeting_acts
from moderation import actions as moderation_acts
from moderation.models import Appeal, HoldRule, Reason, Template
from tests import cast
from tests.doors.world.people import World
from tests.scenes import forums, summaries


def make_forums(world: World) -> None:
    one, here = world.one, world.one.forum_place
    one.thread = forum_acts.start_thread(
        actor=here.member, forum=one.forum, title="Where do the buses stop?", opening="Tell us."
    )
    one.asking = forums.questions_activity(one.forum, by=here.facilitator)
    one.question = ask(actor=here.member, activity=one.asking, title="When do the buses run on time?")
    with at(now() - timedelta(days=3)):
        one.member_vote = open_ballot(
            actor=here.facilitator,
            forum=one.forum,
            title="Shall we meet on Saturdays?",
            opens_at=now(),
            closes_at=now() + timedelta(days=1),
        )
    close_ballot(ballot=ballots_about(key_of(one.member_vote)).get())
    one.survey = forums.survey(one.forum, by=here.facilitator)
    one.survey_question = one.survey.survey_questions.get(number=4)
    with at(now() - timedelta(days=9)):
        one.counted_survey = forums.survey(one.forum, by=here.facilitator, title="How you travelled")
        answer_survey(actor=here.member, activity=one.counted_survey, values={"q1": 0})
    forum_acts.turn_activities()
    one.process = forum_acts.create_process(
        actor=one.forum_place.facilitator,
        forum=one.forum,
        title="A greener ward",
        purpose="Trees.",
        involvement="inform",
    )
    one.phase = forum_acts.set_phase(
        actor=one.forum_place.facilitator,
        process=one.process,
        title="Collect",
        happens="Say what you want.",
        starts_at=now() + timedelta(days=300),
        ends_at=now() + timedelta(days=330),
    )
    one.post = forum_acts.reply(actor=one.owner, thread=one.thread, body="At the corner.", stance="for")
    one.answer = forum_acts.reply(
        actor=world.people["neighbour"], thread=one.thread, body="No more.", stance="against", parent=one.post
    )
    one.mandate = forum_acts.give_mandate(
        actor=here.facilitator, forum=one.forum, person=here.member.person, text="Speak for us.", since=now().date()
    )
    one.paused = forums.forum(facilitator=here.facilitator)
    forum_acts.pause_forum(
        actor=here.facilitator, forum=one.paused, reason="Before the election.", until=now().date() + timedelta(days=40)
    )
    one.election = forum_acts.enter_election(
        actor=world.people["clerk"],
        begins=now().date() + timedelta(days=90),
        ends=now().date() + timedelta(days=120),
        source="Notice of election.",
    )
    one.going = forums.merging(here.member, into=one.forum)
    one.full = forums.full(one.owner)
    forum_acts.wait_for_place(actor=here.member, forum=one.full)
    one.ruled = forums.forum(facilitator=here.facilitator, members=(here.member,))
    one.change = forum_acts.propose_rules(
        actor=here.member, forum=one.ruled, reason="Twelve are enough.", charter={"quorum": 12}
    )
    one.sought = forums.requested(one.owner)
    one.considered = forums.considered(one.owner)
    one.refused = forums.refused(one.owner, by_council=world.people["clerk"])
    one.reviewed = forums.refused(one.owner, by_council=world.people["clerk"])
    forum_acts.ask_review(actor=one.owner, request=one.reviewed, objection="Nobody read what we wrote.")
    one.facilitation = Membership.objects.facilitators().get(forum=one.forum)


def make_summaries(world: World) -> None:
    one, here = world.one, world.one.forum_place
    for name in ("drafted", "opened", "agreed"):
        thread = forum_acts.start_thread(actor=here.member, forum=one.forum, title=f"Benches, {name}", opening="Where?")
        posts = [
            forum_acts.reply(actor=one.owner, thread=thread, body=f"By the {place}.") for place in ("pond", "gate")
        ]
        setattr(one, name, summaries.draft(thread, by=here.facilitator, posts=posts))
        forum_acts.label_posts(actor=here.facilitator, thread=thread, sort="group", name="Places", posts=posts)
    for name in ("opened", "agreed"):
        setattr(one, name, forum_acts.open_summary(actor=here.facilitator, summary=getattr(one, name)))
    summaries.answered(one.agreed, agree=[here.member])
    one.agreed = summaries.closed(one.agreed)
    one.opened_post = one.opened.points.first().posts.first()
    one.drafted_post = one.drafted.points.first().posts.first()


def make_gatherings(world: World) -> None:
    one = world.one
    starts = now() + timedelta(days=9)

    def gathering(starts_at: Any) -> Any:
        times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=2)}
        return meeting_acts.schedule(actor=None, host=one.forum, title="Monthly meeting", place="Library", **times)

    one.gathering = gathering(starts)
    one.announced = gathering(starts)
    one.buses = meeting_acts.add_item(actor=None, gathering=one.announced, title="The buses")
    one.announced = meeting_acts.publish(actor=None, gathering=one.announced)
    with at(now() - timedelta(days=2)):
        one.session = gathering(now() + timedelta(days=2, hours=-1))
        meeting_acts.offer_places(actor=None, gathering=one.session, size=30)
        one.late = meeting_acts.register(actor=one.owner, gathering=one.session)
    one.session = meeting_acts.start(actor=None, gathering=meeting_acts.publish(actor=None, gathering=one.session))
    one.offered = gathering(starts)
    meeting_acts.offer_places(actor=None, gathering=one.offered, size=30)
    one.item = meeting_acts.add_item(actor=None, gathering=one.session, title="The trams")
    one.registration = meeting_acts.register(actor=one.owner, gathering=one.offered)
    one.notes = meeting_acts.write_notes(actor=None, gathering=one.session, text="We talked about **buses**.")
    later = meeting_acts.publish(actor=None, gathering=gathering(now() - timedelta(minutes=30)))
    one.reported = meeting_acts.end(actor=None, gathering=meeting_acts.start(actor=None, gathering=later))
    meeting_acts.agree_notes(
        actor=None, notes=meeting_acts.write_notes(actor=None, gathering=one.reported, text="We met again.")
    )
    one.calendar = meeting_acts.renew_calendar_key(actor=one.owner)


def make_moderation(world: World) -> None:
    one = world.one
    offence = forum_acts.reply(actor=one.owner, thread=one.thread, body="An unkind word: gorblimey.")
    reason, host_key = Reason.objects.active().first(), f"forum:{one.forum.pk}"
    one.flag = moderation_acts.flag(
        actor=world.people["verified"], subject=one.answer, reason=reason, note="Please look.", host_key=host_key
    )
    verdict = {"host_key": host_key, "verdict": cast_verdict()}
    facilitator = one.forum_place.facilitator
    allowed = cast_verdict()
    moderation_acts.take(actor=facilitator, subject=offence, verdict=allowed)
    one.decision = moderation_acts.decide(
        actor=facilitator, subject=offence, outcome="hide", reason=reason, statement="Unkind.", **verdict
    )
    one.appeal = moderation_acts.appeal(
        actor=one.owner, decision=one.decision, subject=offence, text="It was not meant so at all."
    )
    one.hidden = offence
    other = forum_acts.reply(actor=one.owner, thread=one.thread, body="Another one: gadzooks.")
    moderation_acts.take(actor=facilitator, subject=other, verdict=allowed)
    one.unopposed = moderation_acts.decide(
        actor=facilitator, subject=other, outcome="hide", reason=reason, statement="Unkind.", **verdict
    )
    third = forum_acts.reply(actor=one.owner, thread=one.thread, body="A third one: egad.")
    moderation_acts.take(actor=facilitator, subject=third, verdict=allowed)
    one.asked = moderation_acts.decide(
        actor=facilitator, subject=third, outcome="rephrase", reason=reason, statement="Kindly.", **verdict
    )
    one.text = Template.objects.filter(reason=reason).first()
    # What the controls decide on lies on the desks of those who do it.
    moderation_acts.take(actor=facilitator, subject=one.answer, verdict=allowed)
    moderation_acts.take(actor=world.people["moderator"], subject=offence, verdict=allowed)
    assert isinstance(one.appeal, Appeal)
    rule = HoldRule.objects.create(kind="place", host_key=host_key, why="Agreed.", since=now())
    one.held = forum_acts.submit_reply(
        actor=one.owner, thread=one.thread, said={"body": "Words that wait: sassafras.", "stance": "for"}
    )
    rule.delete()
    one.hold_rule = HoldRule.objects.get()
    often = cast.person("Rudi Often", level=1).user
    for words in ("Fools, all of you.", "Fools, I said."):
        one.again = forum_acts.reply(actor=often, thread=one.thread, body=words)
        moderation_acts.take(actor=facilitator, subject=one.again, verdict=allowed)
        moderation_acts.decide(
            actor=facilitator, subject=one.again, outcome="hide", reason=reason, statement="Unkind.", **verdict
        )
    culprit = cast.person("Sel Barred", level=1).user
    one.culprit_post = forum_acts.reply(
        actor=cast.person("Sel Free", level=1).user, thread=one.thread, body="Buy my cakes."
    )
    one.person_flag = moderation_acts.flag_person(
        actor=world.people["verified"], subject=one.culprit_post, reason=reason, note="Cakes."
    )
    one.block = moderation_acts.block_person(
        actor=world.people["moderator"], person=culprit.person, reason=reason, statement="It was forty times."
    )


def cast_verdict() -> Any:
    from core.verdicts import yes

    return yes()
