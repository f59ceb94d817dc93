"""One of everything, in the state in which something can be done with it, and somebody for every role."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser

from accounts.models import Level, Role, User
from tests import cast
from tests.doors.world.asking import make_accounts, make_outputs, make_proposals
from tests.doors.world.deciding import make_ballots, make_bodies, make_news, make_places
from tests.doors.world.people import ROLES, STAGES, SUPPORTER, VOTER, World
from tests.doors.world.talking import make_forums, make_gatherings, make_moderation, make_summaries
from tests.scenes import committees

__all__ = ["ROLES", "STAGES", "SUPPORTER", "VOTER", "World", "build"]


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
    parts = (
        make_accounts,
        make_proposals,
        make_outputs,
        make_forums,
        make_summaries,
        make_gatherings,
        make_moderation,
        make_bodies,
        make_ballots,
        make_places,
    )
    for part in (*parts, make_news):
        part(world)
    # As sign-up leaves it: the address of each sign-in is proved.
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in User.objects.all()
    )
    return world
