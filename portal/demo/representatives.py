"""Who speaks for a forum on the committees that hear it: chosen by its members, with a mandate and for a term."""

from datetime import timedelta

from accounts.models import User
from committees import actions
from committees.models import Seat
from committees.states import SeatKind
from core import today
from forums.actions import give_mandate
from portal.demo.assemblies import CAST
from portal.demo.world import World

TERM = timedelta(days=2 * 365)
# Forum, body, what its members charge the person with.
MANDATES = (
    ("ASC", "HSC", "Say what people who get care told us, in their words. Vote for whole shifts and for visits of 30 minutes. On anything new, ask us first."),
    ("HCE", "AHEALT", "Speak for those who get care at home and for those who give it. Bring every draft back to us before it is settled."),
    ("DAY", "AHEALT", "No plan about our days without us. Ask each time who was asked, and how they get there."),
    ("BUS", "ST", "Ask for the late buses at every meeting until they run. Support clean air where it does not make the poor pay."),
    ("PRK", "ST", "Speak for every park, not for the best known. Trees first where it is hottest."),
    ("BUS", "ATRANS", "Bring the timetable of the late shifts. Report to us within a week of each meeting."),
    ("NEL", "ATRANS", "A crossing at the reservoir gate, and nothing that makes another crossing wait for it."),
    ("SEN", "LCP", "Tell the committee how long families wait. Vote as the forum decided; where it has not, abstain."),
    ("LIB", "LCP", "Open on Saturdays, with staff. Say so until every door is open."),
    ("HOU", "HN", "Speak for tenants of the council and of others. Read out what repairs cost those who waited."),
    ("HOU", "AHOMES", "Damp before winter. Ask for the list of visits each time."),
    ("WST", "AWASTE", "Flats first. Bring the figures of the three streets that tried it."),
    ("YTH", "ACHILD", "Say what people under nineteen decided, also where adults find it hard to hear."),
    ("CTS", "RES", "No bailiffs. Ask how many letters were sent since the last meeting."),
)  # fmt: skip
# A seat whose forum has not chosen anybody yet.
UNFILLED = ("SAF", "HN")


def build(world: World) -> None:
    """Each of these committees has a seat for somebody whom a forum sends, and one such seat waits for its forum's choice."""
    taken: set[int] = set()
    for code, body, words in MANDATES:
        person = _chosen(world, code, taken).person
        mandate = give_mandate(
            actor=world.facilitators[code],
            forum=world.forums[code],
            person=person,
            text=words,
            since=today(),
            until=today() + TERM,
        )
        actions.fill_seat(
            actor=world.clerk,
            seat=_seat(world, code, body),
            person=person,
            eligible=True,
            appointed_by=world.forums[code].title,
            mandate=mandate,
        )
    _seat(world, *UNFILLED)


def _seat(world: World, code: str, body: str) -> Seat:
    label = world.forums[code].title
    return actions.add_seat(actor=world.clerk, body=world.bodies[body], kind=SeatKind.FORUM, label=label)


def _chosen(world: World, code: str, taken: set[int]) -> User:
    """A member who speaks for no other forum, and is nobody whom the stories follow."""
    for user in reversed(world.members[code]):
        if user.pk not in taken and user.person.name not in CAST:
            taken.add(user.pk)
            return user
    raise AssertionError(f"{code} has nobody left to send.")
