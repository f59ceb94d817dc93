"""What ballots keep about a person: that they were on a roll, and until certification that a sealed vote of theirs lies there.

How they voted is not in an export: only the tracker, which they alone were given, says so. Erasure leaves the roll as it
was frozen, without a name once the person's own row is blanked, and leaves the vote, which counts.
"""

from typing import Any

from ballots.models import PaperVoter, RollEntry, SlipReading, Vote
from ballots.sealing import voter_tag
from core.personal import register


def export(person_id: int, user_id: int | None) -> dict[str, Any]:
    entries = list(RollEntry.objects.filter(person_id=person_id).select_related("ballot").order_by("ballot_id"))
    tags = {voter_tag(entry.ballot_id, person_id): entry.ballot_id for entry in entries}
    voted = set(Vote.objects.filter(voter__in=tags).values_list("ballot_id", flat=True))
    paper = set(PaperVoter.objects.filter(entry__in=entries).values_list("entry_id", flat=True))
    return {
        "slips_read": SlipReading.objects.filter(reader=person_id).count(),
        "rolls": [
            {
                "ballot": entry.ballot_id,
                "question": entry.ballot.question,
                "roll_frozen_at": entry.ballot.planned_at.isoformat(),
                # After certification the sealed votes are destroyed, and we know it no more.
                "a_sealed_vote_is_kept": entry.ballot_id in voted,
                "votes_on_paper": entry.pk in paper,
            }
            for entry in entries
        ],
    }


def erase(person_id: int, user_id: int | None) -> None:
    """A frozen roll and a cast vote stay; neither names anybody."""


register("ballots", export=export, erase=erase)
