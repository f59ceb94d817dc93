"""Council bodies, ballots, places and news of the world."""

from datetime import timedelta
from types import SimpleNamespace

from ballots.actions import plan_ballot, print_slips
from committees import actions as committee_acts
from committees.models import Councillor
from core import now
from core.clock import at
from ledger.models import Entry
from notifications.actions import follow
from notifications.models import Notice, Preference
from proposals.subscribers import index
from tests.doors.world.people import World
from tests.scenes import ballots, committees, forums, neighbourhoods, proposals


def make_bodies(world: World) -> None:
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


def make_ballots(world: World) -> None:
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


def make_places(world: World) -> None:
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


def make_news(world: World) -> None:
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
