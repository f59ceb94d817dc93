"""Those on the roll hear when they can vote, what came of it, and of an annulment."""

from collections.abc import Iterator

from ballots.events import BallotAnnulled, BallotClosed, BallotOpened
from ballots.queries import roll_user_ids
from ledger.models import Entry
from notifications.duties import Audience, tells


@tells(BallotOpened)
def those_who_can_vote_now(event: BallotOpened, entry: Entry) -> Iterator[Audience]:
    """Where the clock opened it. Whoever asks the members at once tells them so, in the words of what is asked."""
    if not entry.actor_key:
        yield Audience("roll", roll_user_ids(event.ballot_id))


@tells(BallotClosed, BallotAnnulled)
def those_on_the_roll(event: BallotClosed | BallotAnnulled, entry: Entry) -> Iterator[Audience]:
    yield Audience("roll", roll_user_ids(event.ballot_id))
