"""One road, two wishes: a forum asks for it without cars on Saturdays and another forum joins; a third asks for the opposite."""

from datetime import timedelta

from ballots.actions import cast_vote
from core import now
from ledger.delivery import deliver_all
from outputs.actions import join_output, mark_opposite
from outputs.models import Output
from portal.demo.acts import acknowledged, adopted, approved, ask, compiled, fresh, referred, supported, wait
from portal.demo.stage import Story
from portal.demo.world import World
from proposals.actions import answer_part, ask_elsewhere, certify_adoption, open_issue
from proposals.models import Adoption, Proposal

AGO = 70
BODY = "ES"  # what a road means to those who trade on it
KIND, CLOSED, OPEN, JOINS = "proposals.proposal", "MOS", "BHS", "STI"
QUIET = {
    "title": "Saturdays without through traffic on the high road",
    "body": "Two thousand people shop on the high road on a Saturday, on a pavement as wide as a pram. We ask that through traffic goes round it from ten to four, for one summer, and that it is counted who comes.",
    "topic": "streets",
    "kind": "policy",
}
QUIET_TEXT = {
    "title": "One summer of Saturdays without through traffic",
    "summary": "The high road is too full to walk on a Saturday. We ask that through traffic goes round it from ten to four, for one summer.",
    "findings": "Traders counted on three Saturdays.\n\n- Seven in ten customers come on foot or by bus.\n- Deliveries end at nine.\n- The way round takes four minutes.",
    "dissent": "Two traders fear for customers who come by car, and ask for the count to be made in their shops too.",
}
ROAD = {
    "title": "Keep the high road open to traffic on every day",
    "body": "When the high road is closed, its traffic comes through our streets. Children play there, and the buses that old people need go another way. We ask that the high road stays open on every day of the week.",
    "topic": "streets",
    "kind": "policy",
}
ROAD_TEXT = {
    "title": "The high road stays open on Saturdays too",
    "summary": "A closed high road sends its traffic through the streets around it. We ask that it stays open on every day.",
    "findings": "On the two days on which it was closed, cars in the side streets doubled.\n\n- Four bus stops were not served.\n- Carers came late to nine homes.",
    "dissent": "Some members would rather close the side streets as well.",
}


def stories(world: World) -> list[Story]:
    return [_quiet(world), _open_road(world)]


def _quiet(world: World) -> Story:
    """Adopted by one forum and by another, sent together, and marked as the opposite of what the third sends."""
    yield world.calendar.weekday_ago(AGO, hour=9)
    proposal = ask(world, CLOSED, world.members[CLOSED][1], **QUIET)
    world.kept["quiet"] = proposal
    proposal = yield from supported(world, proposal)
    adoption = yield from adopted(world, proposal)
    elsewhere = _asked_elsewhere(world, fresh(proposal))
    yield wait(world, 1)
    output = yield from approved(world, CLOSED, compiled(world, CLOSED, [adoption], **QUIET_TEXT))
    held = Adoption.objects.select_related("proposal__forum", "forum", "ballot").get(pk=elsewhere.pk)
    held = certify_adoption(actor=world.facilitators[JOINS], adoption=held)
    yield wait(world, 1)
    join_output(
        actor=world.facilitators[JOINS], output=fresh(output), forum=fresh(world.forums[JOINS]), ballot=held.ballot,
        decision="Our members adopted the proposal too, in a ballot of one week, and our meeting said to send it together.",
    )  # fmt: skip
    mark_opposite(
        actor=world.facilitators[CLOSED], output=fresh(output), other=_other(world),
        reason="One asks that through traffic goes round the high road on Saturdays, the other that it stays open on every day.",
    )  # fmt: skip
    deliver_all()
    yield from acknowledged(world, referred(world, CLOSED, fresh(output), BODY))


def _open_road(world: World) -> Story:
    """The forum next to it is in the shared issue by its own word, and sends what its members want."""
    yield world.calendar.weekday_ago(AGO, hour=12)
    proposal = ask(world, OPEN, world.members[OPEN][1], **ROAD)
    keys = [(KIND, one.pk) for one in (world.kept["quiet"], proposal)]
    issue = open_issue(
        actor=world.facilitators[CLOSED], title="Saturdays on the high road",
        summary="Two forums live beside the same road and want different things of it.", keys=keys,
    )  # fmt: skip
    deliver_all()
    yield wait(world, 1)
    part = issue.parts.get(forum=world.forums[OPEN])  # type: ignore[attr-defined]
    answer_part(actor=world.facilitators[OPEN], part=part, joins=True, words="It is our road too.")
    proposal = yield from supported(world, proposal)
    adoption = yield from adopted(world, proposal)
    yield wait(world, 1)
    output = compiled(world, OPEN, [adoption], **ROAD_TEXT)
    world.kept["road"] = output
    output = yield from approved(world, OPEN, output)
    yield wait(world, 1)
    referred(world, OPEN, output, BODY)


def _asked_elsewhere(world: World, proposal: Proposal) -> Adoption:
    """All members of the forum that joins say yes but one."""
    closes, forum = now() + timedelta(days=7), world.forums[JOINS]
    adoption = ask_elsewhere(actor=world.facilitators[JOINS], proposal=proposal, forum=forum, closes_at=closes)
    for number, user in enumerate(world.members[JOINS]):
        cast_vote(actor=user, ballot=adoption.ballot, choice="yes" if number else "no")
    return adoption


def _other(world: World) -> Output:
    found: Output = fresh(world.kept["road"])
    return found
