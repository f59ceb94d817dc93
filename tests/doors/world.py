"""One of everything, in the state in which something can be done with it, and somebody for every role."""

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser

from accounts import actions as accounts
from accounts.models import Grant, Level, Role, User
from ballots.actions import close_ballot, plan_ballot, print_slips
from ballots.queries import ballots_about
from committees import actions as committee_acts
from committees.models import Councillor
from core import now
from core.clock import at
from core.subjects import key_of
from forums import actions as forum_acts
from forums.actions.asking_members import open_ballot
from forums.actions.questions import ask
from forums.actions.surveys import answer_survey
from forums.models import Membership
from ledger.models import Entry
from meetings import actions as meeting_acts
from moderation import actions as moderation_acts
from moderation.models import Appeal, HoldRule, Reason, Template
from notifications.actions import follow
from notifications.models import Notice, Preference
from outputs.actions import compile_output, mark_opposite
from places.models import Postcode
from proposals.actions import open_adoption, save_draft
from proposals.subscribers import index
from tests import cast
from tests.scenes import ballots, committees, forums, meetings, neighbourhoods, outputs, proposals, summaries

# Everybody who knocks at every door.
ROLES = (
    *("signed out", "e-mail only", "declared", "verified", "neighbour", "owner", "member", "supporter"),
    *(
        "facilitator",
        "other facilitator",
        "moderator",
        "clerk",
        "scrutiny officer",
        "evaluating officer",
        "administrator",
        "auditor",
    ),
    *("councillor", "chair", "other chair", "cabinet member", "other cabinet member"),
)
STAGES = (
    *("begun", "referred", "acknowledged", "accepted", "published", "in_session", "drafted", "recommended"),
    *("issued", "answered", "claimed", "disputed"),
)
SUPPORTER = "Quenby Ostrander"  # a name that stands nowhere else, so that a search for it finds every leak
VOTER = "Zebedee Quillfeather"


@dataclass
class World:
    """`stage["issued"]` is a line that has come so far; `one.post` a post, and so on; `who(role, place)` a user."""

    people: dict[str, Any]
    stage: dict[str, Any]
    one: SimpleNamespace = field(default_factory=SimpleNamespace)

    def who(self, role: str, place: Any) -> Any:
        """The user in this role at this place, which is a stage or anything that names its own people."""
        if role in self.people:
            return self.people[role]
        if role.startswith("other "):
            others = self.stage["referred" if place is self.stage["begun"] else "begun"]
            return self.who(role.removeprefix("other "), others)
        names = {"cabinet member": "holder"}
        found = getattr(place, names.get(role, role), None)
        return found or getattr(self.stage["begun"], names.get(role, role), None) or self.people["verified"]

    def place(self, name: str) -> Any:
        """Who stands where: a stage, or one of `one` that names its people."""
        return self.stage.get(name) or getattr(self.one, name)


def build() -> World:
    """About twelve seconds' work, so it is done once for all the tests that only look."""
    stage = {name: getattr(committees, name)() for name in STAGES}
    staff = {
        role.replace("_", " "): cast.person(f"{role} of the council", level=3, roles=(role,)).user
        for role in Role.values
    }
    people = {
        "signed out": AnonymousUser(),
        "e-mail only": cast.person("Ben Price", level=Level.EMAIL).user,
        "declared": cast.person("Dee Clare", level=Level.DECLARED).user,
        "verified": cast.person("Ada Obi", level=Level.VERIFIED).user,
        "newcomer": cast.person("Nell Comer", level=Level.DECLARED, postcode="B302AA").user,
        "neighbour": cast.person("Nia Burr", level=Level.VERIFIED).user,
        "councillor": committees.councillor("Cora Lane", by=staff["clerk"]),
        **staff,
    }
    world = World(people, stage)
    parts = (_accounts, _proposals, _outputs, _forums, _summaries, _gatherings, _moderation, _bodies, _ballots, _places)
    for part in (*parts, _news):
        part(world)
    # As sign-up leaves it: the address of each sign-in is proved.
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in User.objects.all()
    )
    return world


def _accounts(world: World) -> None:
    one, owner = world.one, cast.person("Olive Owner", level=Level.VERIFIED, postcode="B302AA").user
    one.me = SimpleNamespace(owner=owner)
    one.owner = owner
    Postcode.objects.get_or_create(code="B302AA", defaults={"ward": cast.ward()})
    administrator = world.people["administrator"]
    accounts.publish_terms(actor=administrator, text="Be kind.")
    one.standing = accounts.declare_standing(actor=owner, kind="service_user", of="home care")
    one.export = accounts.build_export(export_id=accounts.ask_export(actor=owner).pk)
    one.letter = accounts.ask_letter(actor=world.people["declared"], address="7 Privet Yard")
    one.code = accounts.print_letters(actor=world.people["clerk"])[0].code
    one.grant = Grant.objects.filter(role=Role.MODERATOR).first()
    rows = [(2, {"name": "Rosa Lind", "postcode": "B30 2AA"})]
    one.register = accounts.upload_register(actor=world.people["clerk"], label="Electors", rows=rows).register
    one.run = accounts.report_retention(actor=administrator)


def _proposals(world: World) -> None:
    one, owner = world.one, world.one.owner
    facilitator = cast.person("Fenella Guide", level=3).user
    member = cast.person(VOTER, level=3).user
    with at(now() - timedelta(days=60)):
        host = proposals.activity(facilitator=facilitator, members=(member,))
    one.activity, one.forum = host, host.forum
    one.forum_place = SimpleNamespace(owner=owner, facilitator=facilitator, member=member)
    one.fresh = proposals.proposal(owner, host=host, title="Plant lime trees along the Pershore Road")
    one.supporter = one.forum_place.supporter = cast.person(
        SUPPORTER, level=3, email="quenby.ostrander@example.org"
    ).user
    proposals.give_support(actor=one.supporter, proposal=one.fresh)
    one.ready = proposals.checked(
        proposals.supported(proposals.proposal(owner, host=host, title="Benches at every bus stop in the ward"))
    )
    ready = proposals.checked(
        proposals.supported(proposals.proposal(owner, host=host, title="A crossing by the school in Mary Vale Road"))
    )
    one.balloted = open_adoption(actor=facilitator, proposal=ready, closes_at=now() + timedelta(days=7))
    proposals.cast_vote(actor=member, ballot=one.balloted.ballot, choice="no")
    with at(now() - timedelta(days=40)):
        one.counted = proposals.counted([(member, "yes")], host=host, title="Keep the library open on Saturdays")
        one.waiting = proposals.certified(
            [(member, "yes")], host=host, title="A roof over the market in the High Street"
        )
        one.adopted = proposals.certified([(member, "yes")], host=host, title="Longer opening hours for the baths")
    twin = one.twin = proposals.proposal(owner, host=host, title="Shade for everybody who walks to the station")
    one.pair = proposals.pair(one.ready, one.fresh)
    one.asked_pair = proposals.pair(twin, one.fresh, invited_by=facilitator)
    one.draft = save_draft(
        actor=owner, activity=host, title="A secret wish for the lime trees", body=f"Not yet ready. {proposals.BODY}"
    )


def _outputs(world: World) -> None:
    one = world.one
    texts = {"adoptions": [one.adopted], **outputs.TEXTS}
    one.written = compile_output(actor=one.forum_place.facilitator, forum=one.forum, **texts)
    voters = [cast.person(f"Member {number}", level=3).user for number in (1, 2)]

    def place(output: Any) -> SimpleNamespace:
        return SimpleNamespace(facilitator=outputs.facilitator_of(output.forum), member=voters[0])

    one.commented = outputs.commented(*voters)
    with at(now() - timedelta(days=20)):
        one.talked_over = outputs.fresh(outputs.commented(*voters))
        one.voted_on = outputs.counted([(user, "yes") for user in voters])
    one.opposed, one.opposing, one.widening = (outputs.commented(*voters) for _one in range(3))
    outputs.on_one_issue(one.opposed, one.opposing, one.widening)
    mark_opposite(
        actor=outputs.facilitator_of(one.opposed.forum), output=one.opposed, other=one.opposing, reason="Two roads."
    )
    for name in ("commented", "talked_over", "voted_on", "opposed"):
        setattr(one, f"{name}_place", place(getattr(one, name)))


def _forums(world: World) -> None:
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


def _summaries(world: World) -> None:
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


def _gatherings(world: World) -> None:
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


def _moderation(world: World) -> None:
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


def _bodies(world: World) -> None:
    one = world.one
    one.councillor = Councillor.objects.get(person=world.people["councillor"].person)
    story = world.stage["concluded"] = committees.drafted()
    with story.on(70, 19):
        votes = {story.seats[name].pk: "for" for name in ("chair", "Ravi", "Moira", "user", "worker")}
        committee_acts.vote_recommendation(actor=story.clerk, recommendation=story.recommendation, votes=votes)
        committee_acts.conclude_item(actor=story.clerk, agenda_item=story.item, outcome="Agreed.")
    story = world.stage["in_session"]
    one.paper = committee_acts.list_paper(
        actor=story.clerk, body=story.body, kind="terms", title="Terms", address="https://example.org/terms.pdf"
    )
    one.minutes = committee_acts.write_minutes(actor=story.clerk, meeting=story.meeting, text="It was opened at six.")
    for name in ("acknowledged", "accepted", "in_session", "disputed"):
        story = world.stage[name]
        story.next_meeting = committees.meeting(story, day=committees.LONG_AGO + 30)


def _ballots(world: World) -> None:
    one = world.one
    one.open_ballot = one.balloted.ballot
    one.certified_ballot = one.adopted.ballot
    roll = [user.person.pk for user in (one.owner, one.supporter, one.forum_place.member)]
    one.paper_ballot = plan_ballot(
        actor=None, subject=one.forum, host=one.forum, question="Shall we meet in the library?", roll=roll,
        opens_at=now(), closes_at=now() + timedelta(days=7),
    )  # fmt: skip
    one.slip = print_slips(actor=one.forum_place.facilitator, ballot=one.paper_ballot, number=2)[0]
    one.ward_ballot = ballots.open_ballot(one.owner)


def _places(world: World) -> None:
    one, local = world.one, neighbourhoods.local_facilitator()
    one.local_place = SimpleNamespace(facilitator=local)
    one.asset = neighbourhoods.asset(by=local)
    neighbourhoods.story(by=local)
    one.near_forum = forums.forum(facilitator=local, members=(one.owner,), title="The forum next door")
    with at(now() - timedelta(days=40)):
        proposals.counted_elsewhere(one.waiting.proposal, one.near_forum, by=local)
    near = forums.proposals_activity(one.near_forum)
    wish = one.alike = proposals.proposal(one.owner, host=near, title="Plant lime trees along the Bristol Road")
    index(one.fresh.pk)  # so that it can be offered beside its like
    one.issue = proposals.shared_issue(one.fresh, wish, by=local)
    one.issue_part = one.issue.parts.get(subject_id=wish.pk)
    one.community_post = neighbourhoods.post(by=world.people["clerk"])


def _news(world: World) -> None:
    one = world.one
    follow(actor=one.owner, subject=one.fresh)
    entry = Entry.objects.filter(public=True).latest("pk")
    one.entry = entry
    one.private_entry = Entry.objects.filter(public=False).latest("pk")
    one.notice = Notice.objects.create(
        user=one.owner, entry_id=entry.pk, event=entry.event, audience="followers", data=entry.data,
        subject_kind=entry.subject_kind, subject_id=entry.subject_id, at=now(),
    )  # fmt: skip
    one.preference = Preference.objects.get_or_create(user=one.owner)[0]


__all__ = ["ROLES", "STAGES", "World", "build", "forums", "meetings"]
