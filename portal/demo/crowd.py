"""The full size: 25,000 citizens and 40,000 supports, written in bulk under the same constraints."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Level, Person, User
from core import now
from forums.models import Forum, Membership
from places.models import Area
from portal.demo.world import World
from proposals.models import Proposal, Support, SupportDelta
from proposals.states import State
from proposals.tasks import fold_tallies

CITIZENS = 25_000
SUPPORTS = 40_000
BATCH = 5_000
UNUSABLE = "!"  # nobody in the crowd signs in by password
LEVELS = (Level.VERIFIED, Level.VERIFIED, Level.DECLARED, Level.DECLARED, Level.EMAIL)


@transaction.atomic
def add_crowd(world: World) -> None:
    """25,000 people more, spread over the wards by their electorates, each in one forum; 40,000 supports among open proposals."""
    people = _people(world)
    _members(world, people)
    _supports(world, people)


def _people(world: World) -> list[Person]:
    moment = now()
    wards = world.dice.choices(world.wards, weights=[ward.electorate or 1 for ward in world.wards], k=CITIZENS)
    people: list[Person] = []
    for start in range(0, CITIZENS, BATCH):
        numbers = range(start, min(start + BATCH, CITIZENS))
        users = User.objects.bulk_create(
            User(email=f"crowd.{number}@example.org", password=UNUSABLE) for number in numbers
        )
        people += Person.objects.bulk_create(
            _person(world, user, wards[number], number) for user, number in zip(users, numbers, strict=True)
        )
    assert len(people) == CITIZENS, moment
    return people


def _person(world: World, user: User, ward: Area, number: int) -> Person:
    level = LEVELS[number % len(LEVELS)]
    home = ward if level >= Level.DECLARED else None
    moment = now() - timedelta(days=world.dice.randrange(300))
    return Person(
        user=user,
        name=f"{world.dice.choice(world.citizens).person.name.split()[0]} {number}",
        level=level,
        ward=home,
        declared_at=moment if home else None,
        verified_at=moment if level == Level.VERIFIED else None,
        created_at=moment,
        invented=True,
    )


def _members(world: World, people: list[Person]) -> None:
    forums = list(world.forums.values())
    Membership.objects.bulk_create(
        (
            Membership(forum=world.dice.choice(forums), person=person, joined_at=now())
            for person in people
            if person.level >= Level.DECLARED
        ),
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


def _supports(world: World, people: list[Person]) -> None:
    """Rows and deltas together, as one statement would write them; the tally counts them afterwards."""
    proposals = list(Proposal.objects.filter(Q(state=State.OPEN), supports__lt=F("threshold"), supports_closed_at=None))
    if not proposals:
        return
    each = SUPPORTS // len(proposals)
    for proposal in proposals:
        givers = world.dice.sample(people, each)
        moment = now()
        Support.objects.bulk_create(
            (Support(proposal=proposal, person=person, level=person.level, given_at=moment) for person in givers),
            ignore_conflicts=True,
            batch_size=BATCH,
        )
        SupportDelta.objects.bulk_create(
            (SupportDelta(proposal=proposal, amount=1, level=person.level) for person in givers), batch_size=BATCH
        )
    fold_tallies()
