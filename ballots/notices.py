"""Those on the roll hear when they can vote, what came of it, and of an annulment."""

from collections.abc import Iterator

from ballots.events import BallotAnnulled, BallotClosed, BallotOpened
from ballots.queries import roll_user_ids
from ledger.models import Entry
from notifications.duties import Audience, tells


@tells(BallotOpened, BallotClosed, BallotAnnulled)
def those_on_the_roll(event: BallotOpened | BallotClosed | BallotAnnulled, entry: Entry) -> Iterator[Audience]:
    yield Audience("roll", roll_user_ids(event.ballot_id))
