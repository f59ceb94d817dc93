"""The council: areas, councillors, bodies with their seats, portfolios. Structure after Birmingham's of 2018; everybody in it is invented."""

from accounts.actions import grant_role, publish_terms
from accounts.models import AgeBand, Role, User
from committees import actions
from committees.models import Body
from committees.states import BodyKind, Scope, SeatKind
from places.actions import demo_postcodes, load_birmingham
from places.models import Area
from portal.demo.census import counted
from portal.demo.world import World

TERMS = (
    "Be civil. Write what you would say to a neighbour's face. What you publish here is public and may be reused under the Open"
    " Government Licence. Whom you support and how you vote stays private. This is a demonstration: nobody here is real."
)
STAFF = {
    "administrator": ("Ruth Lawson", Role.ADMINISTRATOR),
    "clerk": ("Clara Whitby", Role.CLERK),
    "scrutiny_officer": ("Sam Egan", Role.SCRUTINY_OFFICER),
    "evaluating_officer": ("Jo Lindqvist", Role.EVALUATING_OFFICER),
    "moderator": ("Dov Meyer", Role.MODERATOR),
    "auditor": ("Ingrid Marsh", Role.AUDITOR),
}
# Title, slug, topics. One advisory committee each.
PORTFOLIOS = (
    ("Leader: Economy and Major Projects", "leader", ["jobs", "growth"]),
    ("Deputy Leader: People, Policy and Digital", "deputy", ["council staff", "digital"]),
    ("Children's Wellbeing", "children", ["children", "youth"]),
    ("Clean Streets, Waste and Recycling", "waste", ["waste", "recycling", "streets"]),
    ("Education, Skills and Culture", "education", ["schools", "libraries", "culture"]),
    ("Finance and Resources", "finance", ["council tax", "budget"]),
    ("Health and Social Care", "health", ["home care", "day opportunities", "social care"]),
    ("Homes and Neighbourhoods", "homes", ["housing", "repairs"]),
    ("Social Inclusion, Community Safety and Equalities", "inclusion", ["safety", "equality"]),
    ("Transport and Environment", "transport", ["buses", "clean air", "trees", "parks"]),
)
# Name, code, topics, portfolio looked at.
SCRUTINY = (
    ("Children's Social Care Overview and Scrutiny Committee", "CSC", ["children", "youth"], "children"),
    ("Economy and Skills Overview and Scrutiny Committee", "ES", ["jobs", "skills", "growth"], "leader"),
    (
        "Health and Social Care Overview and Scrutiny Committee",
        "HSC",
        ["home care", "day opportunities", "social care"],
        "health",
    ),
    (
        "Housing and Neighbourhoods Overview and Scrutiny Committee",
        "HN",
        ["housing", "repairs", "waste", "streets", "safety"],
        "homes",
    ),
    (
        "Learning, Culture and Physical Activity Overview and Scrutiny Committee",
        "LCP",
        ["schools", "libraries", "culture"],
        "education",
    ),
    ("Resources Overview and Scrutiny Committee", "RES", ["council tax", "budget", "council staff"], "finance"),
    (
        "Sustainability and Transport Overview and Scrutiny Committee",
        "ST",
        ["buses", "clean air", "trees", "parks"],
        "transport",
    ),
)
OTHERS = (
    (
        "City Council",
        "COUNCIL",
        BodyKind.COUNCIL,
        "All councillors: the budget, the policy framework and the constitution.",
    ),
    ("Cabinet", "CABINET", BodyKind.CABINET, "The leader and the cabinet members: the council's executive."),
    (
        "Co-ordinating Overview and Scrutiny Committee",
        "CO",
        BodyKind.SCRUTINY,
        "Shares out the work of scrutiny and reviews what was refused.",
    ),
    ("Health and Wellbeing Board", "HWB", BodyKind.PARTNERSHIP, "The council and the health service together."),
    (
        "Planning Committee",
        "PLAN",
        BodyKind.REGULATORY,
        "Applications for planning permission. Outputs of forums are evidence here, never a mandate.",
    ),
)
GROUPS = ("A",) * 67 + ("B",) * 25 + ("C",) * 8 + ("D",)  # sizes of 2018 without their names
SCHEME = "https://council.example.org/constitution/voting-by-co-opted-members-of-scrutiny"


def build(world: World) -> None:
    """The council stands, with 101 councillors and every body's seats filled but one."""
    load_birmingham()
    counted()
    world.wards = list(Area.objects.wards().for_list())
    world.postcodes = {ward: postcode for postcode, ward in demo_postcodes()}
    _staff(world)
    _councillors(world)
    for title, slug, topics in PORTFOLIOS:
        holder = world.councillors[len(world.holders)]
        world.holders[slug] = holder
        world.portfolios[slug] = actions.create_portfolio(
            actor=world.clerk, title=title, holder=holder.person, topics=topics, slug=slug
        )
    _bodies(world)


def _staff(world: World) -> None:
    first = world.person(STAFF["administrator"][0])
    world.staff["administrator"] = first
    grant_role(actor=None, user=first, role=Role.ADMINISTRATOR, reason="sets the council up")
    for key, (name, role) in STAFF.items():
        if key != "administrator":
            world.staff[key] = world.person(name)
            grant_role(actor=first, user=world.staff[key], role=role, reason="demonstration")
    publish_terms(actor=first, text=TERMS)


def _councillors(world: World) -> None:
    """One or two for each ward, as many as its electorate had in 2018."""
    groups = list(GROUPS)
    world.dice.shuffle(groups)
    seats = [ward for ward in world.wards for _seat in range(2 if (ward.electorate or 0) > 9_000 else 1)]
    for ward, group in zip(seats, groups, strict=True):
        user = world.person(world.name(), ward=ward, age_band=AgeBand.FROM_50)
        actions.add_councillor(actor=world.clerk, person=user.person, ward=ward, group=group)
        world.councillors.append(user)


def _bodies(world: World) -> None:
    backbench = world.councillors[len(PORTFOLIOS) :]
    free = iter(backbench * 3)
    for name, code, kind, remit in OTHERS:
        _body(world, name, code, kind, remit, quorum=26 if code == "COUNCIL" else 3)
    _seat(world, "COUNCIL", backbench[0], chair=True, label="Lord Mayor")
    for user in world.holders.values():
        _seat(world, "CABINET", user, chair=user is world.holders["leader"], label="")
    for user in (next(free) for _ in range(12)):
        _seat(world, "CO", user, chair=not world.chairs.get("CO"))
    for name, code, topics, slug in SCRUTINY:
        remit = f"Reviews what the council and its executive do about {', '.join(topics)}, and recommends."
        _body(world, name, code, BodyKind.SCRUTINY, remit, topics=topics, portfolio=slug, parent="CO")
        for place in range(8):
            _seat(world, code, next(free), chair=place == 0)
        for lay in (SeatKind.SERVICE_USER, SeatKind.WORKER):
            _seat(world, code, world.person(), kind=lay, scope=Scope.SCHEME)
        if code in {"CSC", "LCP"}:
            _seat(world, code, world.person(), kind=SeatKind.STATUTORY, label="Church of England diocese")
    for title, slug, topics in PORTFOLIOS:
        short = title.split(": ")[-1]
        _body(
            world, f"{short} Advisory Committee", f"A{slug[:5].upper()}", BodyKind.ADVISORY,
            f"Advises the cabinet member for {short}. It decides nothing by itself.", topics=topics, portfolio=slug,
        )  # fmt: skip
        code = f"A{slug[:5].upper()}"
        for place in range(5):
            _seat(world, code, next(free), chair=place == 0)
        for number, lay in ((4, SeatKind.SERVICE_USER), (3, SeatKind.WORKER)):
            for _place in range(number):
                _seat(world, code, world.person(), kind=lay)
    actions.add_seat(actor=world.clerk, body=world.bodies["HSC"], kind=SeatKind.WORKER, scope=Scope.SCHEME)


def _body(
    world: World,
    name: str,
    code: str,
    kind: BodyKind,
    remit: str,
    *,
    topics: list[str] | None = None,
    portfolio: str = "",
    parent: str = "",
    quorum: int = 3,
) -> Body:
    world.bodies[code] = actions.create_body(
        actor=world.clerk,
        kind=kind,
        name=name,
        code=code,
        remit=remit,
        topics=topics or [],
        portfolio=world.portfolios.get(portfolio),
        parent=world.bodies.get(parent),
        quorum=quorum,
        voting_scheme=SCHEME if kind == BodyKind.SCRUTINY else "",
    )
    address = f"https://example.org/terms-of-reference/{code.lower()}"
    actions.list_paper(
        actor=world.clerk, body=world.bodies[code], kind="terms", title=f"Terms of reference: {name}", address=address
    )
    return world.bodies[code]


def _seat(
    world: World,
    code: str,
    user: User,
    *,
    kind: SeatKind = SeatKind.COUNCILLOR,
    chair: bool = False,
    scope: str = "",
    label: str = "",
) -> None:
    body = world.bodies[code]
    if body.seats.filter(person=user.person).exists():
        return
    seat = actions.add_seat(actor=world.clerk, body=body, kind=kind, scope=scope, chair=chair, label=label)
    actions.fill_seat(
        actor=world.clerk, seat=seat, person=user.person, eligible=True, appointed_by="Annual meeting of the council"
    )
    if chair:
        world.chairs[code] = user
