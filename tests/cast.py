"""The cast of every test: who they are, how to make more of them, and how to browse as one.

    ada     verified resident of Stirchley
    ben     unverified: has confirmed an e-mail address and nothing else
    cleo    lives elsewhere: her postcode lies in no ward of ours
    dov     moderator
    esi     a councillor who chairs a committee (the test seats her)
    finn    signed out

and the council's people: `clerk`, `administrator`, `scrutiny_officer`, `evaluating_officer`, `cabinet_member`.

Each fixture is a *User* with its `person` loaded (`finn` is an AnonymousUser), so `actor=ada` and `ada.person` both work.
`person("Femi")` makes one more human being, with a sign-in unless `user=False`. A person's key is never that of their
sign-in, so a mix-up of the two fails at once.
"""

from itertools import count

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from accounts.models import Grant, Level, Person, Role, User
from accounts.queries import forget_roles
from core import now, today
from places.models import Area

_number = count(1)
_FAR = 1_000_000_000  # between the keys of sign-ins and those of people

STIRCHLEY = ("E05011172", "Stirchley")
ASTON = ("E05011121", "Aston")
BACKEND = "accounts.backends.DemoBackend"


def ward(code=STIRCHLEY[0], name=STIRCHLEY[1]):
    """The ward with this code; made if need be."""
    slug = name.lower().replace(" ", "-").replace("'", "")
    fields = {
        "kind": "ward",
        "name": name,
        "slug": slug,
        "sort_key": name.casefold(),
        "electorate": 7133,
        "population": 10309,
    }
    return Area.objects.get_or_create(code=code, vintage="2018", defaults=fields)[0]


def person(name="", *, level=Level.EMAIL, ward=None, roles=(), email="", user=True, invented=True, **fields):
    """A human being at a level, at home in `ward` (by default Stirchley from the level on at which an address is known).

    `roles` are granted to their sign-in from today on. `invented` people need no second factor for their roles.
    """
    number = next(_number)
    name = name or f"Person {number}"
    home = ward if ward is not None or level < Level.DECLARED else globals()["ward"]()
    moments = {"declared_at": now() if home else None, "verified_at": now() if level == Level.VERIFIED else None}
    values = {"name": name, "level": level, "ward": home, "invented": invented, **moments, **fields}
    if not user:
        return Person.objects.create(**values)
    sign_in = User.objects.create(email=email or f"{name.split()[0].lower()}.{number}@example.org", password="!")
    made = Person.objects.create(pk=sign_in.pk + _FAR, user=sign_in, **values)
    Grant.objects.bulk_create([Grant(user=sign_in, role=role, since=today()) for role in roles])
    return made


def people(number, **fields):
    """So many more human beings, made in two statements, for tests that need a crowd."""
    start = next(_number)
    users = [User(email=f"crowd.{start}.{i}@example.org", password="!") for i in range(number)]
    User.objects.bulk_create(users)
    home = fields.pop("ward") if "ward" in fields else ward()
    values = {"level": Level.VERIFIED, "ward": home, "invented": True, **fields}
    return Person.objects.bulk_create(
        [Person(pk=user.pk + _FAR, user=user, name=f"Neighbour {i}", **values) for i, user in enumerate(users, 1)]
    )


def give_role(user, *roles):
    """The sign-in holds these council-wide roles from today on."""
    Grant.objects.bulk_create([Grant(user=user, role=role, since=today()) for role in roles])
    forget_roles(user)
    return user


def client_as(user=None, **options):
    """A browser signed in as `user` (second factor included), or signed out; `options` go to Django's Client."""
    client = Client(**options)
    if user is not None and user.is_authenticated:
        client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture
def stirchley(db):
    return ward()


@pytest.fixture
def aston(db):
    return ward(*ASTON)


@pytest.fixture
def ada(db):
    return person("Ada Obi", level=Level.VERIFIED).user


@pytest.fixture
def ben(db):
    return person("Ben Price", level=Level.EMAIL).user


@pytest.fixture
def cleo(db):
    return person("Cleo Marsh", level=Level.EMAIL, postcode="M11AE", declared_at=now()).user


@pytest.fixture
def dov(db):
    return person("Dov Katz", level=Level.VERIFIED, roles=(Role.MODERATOR,)).user


@pytest.fixture
def esi(db):
    return person("Esi Boateng", level=Level.VERIFIED).user


@pytest.fixture
def finn():
    return AnonymousUser()


@pytest.fixture
def clerk(db):
    return person("Clara Whitby", roles=(Role.CLERK,)).user


@pytest.fixture
def administrator(db):
    return person("Amir Sohal", roles=(Role.ADMINISTRATOR,)).user


@pytest.fixture
def scrutiny_officer(db):
    return person("Sally Orme", roles=(Role.SCRUTINY_OFFICER,)).user


@pytest.fixture
def evaluating_officer(db):
    return person("Edwin Hale", roles=(Role.EVALUATING_OFFICER,)).user


@pytest.fixture
def cabinet_member(db):
    return person("Jo Whitlock", level=Level.VERIFIED).user
