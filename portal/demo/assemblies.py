"""The forums, who runs them and who belongs to them."""

from accounts.actions import edit_profile
from accounts.models import AgeBand, Level
from core import now
from forums.actions import appoint_facilitator, create_forum, join, open_activity
from forums.states import ActivityKind, ForumKind
from places.models import Area
from portal.demo.world import World

# Code, kind, title, purpose, topics, wards.
FORUMS: tuple[tuple[str, ForumKind, str, str, list[str], tuple[str, ...]], ...] = (
    ("ASC", ForumKind.ISSUE, "People for Public Services: Adult Social Care", "Meets every month, in the open, about care for adults: what it is like, what it should be, and who decides.", ["social care", "home care"], ()),
    ("HCE", ForumKind.COPRODUCTION, "Home Care and Enablement", "People who get care at home and people who give it, together.", ["home care"], ()),
    ("DAY", ForumKind.COPRODUCTION, "Day Opportunities", "What people do with their days, written with those whose days they are.", ["day opportunities"], ()),
    ("SEN", ForumKind.ISSUE, "Schools and Special Needs", "Getting every child to a school that fits, and home again.", ["schools"], ()),
    ("YTH", ForumKind.YOUTH, "Youth Forum", "Run by people from 11 to 19.", ["youth"], ()),
    ("PRK", ForumKind.ISSUE, "Parks and Allotments", "Green places, who keeps them and who can reach them.", ["parks", "trees"], ()),
    ("BUS", ForumKind.ISSUE, "Buses and Clean Air", "Getting about without making each other ill.", ["buses", "clean air"], ()),
    ("HOU", ForumKind.ISSUE, "Housing Repairs and Cladding", "Homes that are dry, warm and safe.", ["housing", "repairs"], ()),
    ("WST", ForumKind.PORTFOLIO, "Waste and Recycling", "What we throw away, and what happens to it.", ["waste", "recycling"], ()),
    ("JOB", ForumKind.ISSUE, "Jobs and Skills", "Work that pays, near enough to get to.", ["jobs", "skills"], ()),
    ("LIB", ForumKind.ISSUE, "Libraries and Culture", "Places to read, sing and meet.", ["libraries", "culture"], ()),
    ("CTS", ForumKind.ISSUE, "Council Tax Support", "Who pays what, and what happens to those who cannot.", ["council tax"], ()),
    ("SAF", ForumKind.ISSUE, "Safer Streets", "Walking home without looking over your shoulder.", ["safety"], ()),
    ("BHS", ForumKind.AREAS, "Balsall Heath and Sparkbrook", "One conversation for two neighbourhoods.", [], ("Balsall Heath West", "Sparkbrook & Balsall Heath East")),
    ("SUT", ForumKind.AREAS, "Sutton Coldfield", "What the eight wards of the town have in common.", [], ("Sutton Four Oaks", "Sutton Trinity", "Sutton Vesey")),
    ("NEL", ForumKind.AREAS, "North Edgbaston and Ladywood", "Either side of the reservoir.", [], ("North Edgbaston", "Ladywood")),
    ("STI", ForumKind.AREA, "Stirchley Ward Forum", "Everything that is Stirchley's.", [], ("Stirchley",)),
    ("PER", ForumKind.AREA, "Perry Barr Ward Forum", "Everything that is Perry Barr's.", [], ("Perry Barr",)),
    ("MOS", ForumKind.AREA, "Moseley Ward Forum", "Everything that is Moseley's.", [], ("Moseley",)),
    ("ACO", ForumKind.AREA, "Acocks Green Ward Forum", "Everything that is Acocks Green's.", [], ("Acocks Green",)),
    ("KIN", ForumKind.AREA, "Kingstanding Ward Forum", "Everything that is Kingstanding's.", [], ("Kingstanding",)),
)  # fmt: skip
CAST = ("Ada Obi", "Miriam Clarke", "Tariq Mahmood", "Paulette Adeyemi", "Rhys Hughes")


def build(world: World) -> None:
    """Citizens at every level, twenty-one forums with a facilitator and members each, and an activity for proposals in each."""
    stirchley = next(ward for ward in world.wards if ward.name == "Stirchley")
    for number in range(world.size.citizens):
        level = (Level.VERIFIED, Level.VERIFIED, Level.DECLARED)[number % 3]
        name = CAST[number] if number < len(CAST) else ""
        world.citizens.append(
            world.person(name, level=Level.VERIFIED if name else level, ward=stirchley if number == 0 else None)
        )
    world.kept["unverified"] = world.person("Ben Price", level=Level.EMAIL)
    for code, kind, title, purpose, topics, wards in FORUMS:
        _forum(world, code, kind, title, purpose, topics, wards)


def _forum(
    world: World, code: str, kind: str, title: str, purpose: str, topics: list[str], wards: tuple[str, ...]
) -> None:
    areas = Area.objects.wards().filter(name__in=wards)
    forum = create_forum(
        actor=world.clerk, kind=kind, title=title, code=code, purpose=purpose, areas=areas, topics=topics
    )
    facilitator = world.person("Fay Lindo" if code == "ASC" else "")
    appoint_facilitator(actor=world.clerk, forum=forum, person=facilitator.person)
    world.forums[code], world.facilitators[code] = forum, facilitator
    members = world.some(7) if code != "ASC" else [*world.citizens[:5], *world.some(6, world.citizens[5:])]
    for user in members:
        if kind == ForumKind.YOUTH:
            edit_profile(actor=user, name=user.person.name, age_band=AgeBand.FROM_16)
        join(actor=user, forum=forum)
    world.members[code] = members
    world.activities[code] = open_activity(
        actor=facilitator,
        forum=forum,
        kind=ActivityKind.PROPOSALS,
        title="What should change?",
        explanation="Say what you ask for and why. What enough people support is put to the members.",
        opens_at=now(),
        threshold=world.size.threshold,
    )
