"""Accounts, proposals and outputs of the world."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from accounts import actions as accounts
from accounts.models import Grant, Level, Role
from core import now
from core.clock import at
from outputs.actions import compile_output, mark_opposite
from places.models import Postcode
from proposals.actions import open_adoption, save_draft
from tests import cast
from tests.doors.world.people import SUPPORTER, VOTER, World
from tests.scenes import outputs, proposals


def make_accounts(world: World) -> None:
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


def make_proposals(world: World) -> None:
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


def make_outputs(world: World) -> None:
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
