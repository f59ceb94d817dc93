"""The full size: many people and their supports, written in bulk under the same constraints and counted by the same tally."""

from datetime import timedelta

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Level, Person, User
from core import now, today
from forums.models import Forum, Membership
from ledger.delivery import deliver_all
from places.models import Area
from portal.demo.names import FIRST, LAST
from portal.demo.stage import DAYS
from portal.demo.world import World
from proposals.models import Proposal, Support, SupportDelta
from proposals.states import State
from proposals.tasks import fold_tallies

BATCH = 5_000
UNUSABLE = "!"  # nobody in the crowd signs in by password
LEVELS = (Level.VERIFIED, Level.VERIFIED, Level.DECLARED, Level.DECLARED, Level.EMAIL)


def add_crowd(world: World) -> None:
    """As many people more as the world's size says, spread over the wards by their electorates, and their supports, all counted."""
    if not world.size.crowd:
        return
    people = _people(world)
    _members(world, people)
    _supports(world, people)
    fold_tallies()
    deliver_all()


def _people(world: World) -> list[Person]:
    number = world.size.crowd
    wards = world.dice.choices(world.wards, weights=[ward.electorate or 1 for ward in world.wards], k=number)
    users = User.objects.bulk_create(
        (User(email=f"crowd.{each}@example.org", password=UNUSABLE) for each in range(number)), batch_size=BATCH
    )
    return Person.objects.bulk_create(
        (_person(world, user, ward, each) for each, (user, ward) in enumerate(zip(users, wards, strict=True))),
        batch_size=BATCH,
    )


def _person(world: World, user: User, ward: Area, number: int) -> Person:
    level = LEVELS[number % len(LEVELS)]
    moment = now() - timedelta(days=world.dice.randrange(1, DAYS))
    return Person(
        user=user,
        name=f"{world.dice.choice(FIRST)} {world.dice.choice(LAST)}",
        level=level,
        ward=ward if level >= Level.DECLARED else None,
        declared_at=moment if level >= Level.DECLARED else None,
        verified_at=moment if level == Level.VERIFIED else None,
        created_at=moment,
        invented=True,
    )


def _members(world: World, people: list[Person]) -> None:
    """Whoever has a home in the city is in one forum, and each forum knows how many it has."""
    forums = list(world.forums.values())
    Membership.objects.bulk_create(
        (_member(world.dice.choice(forums), person) for person in people if person.level >= Level.DECLARED),
        batch_size=BATCH,
    )
    members = (
        Membership.objects.filter(forum=OuterRef("pk"), left_at=None)
        .order_by()
        .values("forum")
        .annotate(n=Count("id"))
        .values("n")
    )
    Forum.objects.update(member_count=Coalesce(Subquery(members), 0))


def _member(forum: Forum, person: Person) -> Membership:
    return Membership(forum=forum, person=person, joined_at=max(person.created_at, forum.created_at))


def _supports(world: World, people: list[Person]) -> None:
    """Rows and their deltas together, as one statement would write them. A few proposals have most of the supports."""
    takes = Proposal.objects.filter(state=State.OPEN, supports_closed_at=None, hidden_at=None)
    found = takes.filter(Q(expires_on=None) | Q(expires_on__gte=today())).order_by("pk")
    # Every third stays as its story left it: below its threshold.
    popular = [proposal for place, proposal in enumerate(found) if place % 3]
    for proposal, number in zip(popular, _shares(world.size.supports, len(popular)), strict=True):
        given = Support.objects.bulk_create(
            (_support(proposal, person) for person in world.dice.sample(people, number)), batch_size=BATCH
        )
        SupportDelta.objects.bulk_create(
            (SupportDelta(proposal=proposal, support_id=one.pk, amount=1, level=one.level) for one in given),
            batch_size=BATCH,
        )


def _support(proposal: Proposal, person: Person) -> Support:
    moment = max(person.created_at, proposal.published_at or person.created_at)
    return Support(proposal=proposal, person=person, level=person.level, given_at=moment)


def _shares(total: int, parts: int) -> list[int]:
    """`total` in so many parts, the second half as large as the first, the third a third of it, and so on."""
    weights = [1 / (place + 1) for place in range(parts)]
    ends = [round(total * sum(weights[: place + 1]) / sum(weights)) for place in range(parts)]
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]
