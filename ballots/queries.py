"""What pages ask of ballots. Nothing here looks at a choice before the close."""

from collections.abc import Iterator
from typing import Any

from ballots.models import Ballot, PublishedVote, RollEntry, Vote
from ballots.querysets import BallotQuerySet
from ballots.sealing import voter_tag
from core.subjects import Subject, visible


def has_voted(user: Any, ballot: Ballot) -> bool:
    """Whether a sealed vote of this person lies in the ballot; told to that person only. After certification nobody can know."""
    person = getattr(user, "person", None)
    return person is not None and Vote.objects.filter(ballot=ballot, voter=voter_tag(ballot.pk, person.pk)).exists()


def waiting_for(user: Any) -> list[Ballot]:
    """The open ballots on whose rolls this person stands and in which they have not voted, the first to close first."""
    person = getattr(user, "person", None)
    if person is None:
        return []
    ballots = list(Ballot.objects.open().filter(roll__person=person).order_by("closes_at"))
    tags = {voter_tag(ballot.pk, person.pk): ballot.pk for ballot in ballots}
    done = set(Vote.objects.filter(voter__in=tags).values_list("ballot_id", flat=True))
    return [ballot for ballot in ballots if ballot.pk not in done]


def ballots_about(key: tuple[str, int]) -> BallotQuerySet:
    """Every ballot ever held on a record, the newest first."""
    return Ballot.objects.about(key).order_by("-id")


def roll_user_ids(ballot_id: int) -> Any:
    """Ids of the sign-ins of everyone on the roll."""
    return RollEntry.objects.filter(ballot_id=ballot_id, person__user__isnull=False).values_list(
        "person__user_id", flat=True
    )


def surroundings(user: Any, ballots: list[Ballot]) -> dict[int, tuple[Subject | None, Subject | None]]:
    """For each ballot what is voted on and whose members vote, as far as this user may see them."""
    keys = [key for ballot in ballots for key in (subject_key(ballot), host_key(ballot))]
    seen = visible(user, keys)
    return {ballot.pk: (seen.get(subject_key(ballot)), seen.get(host_key(ballot))) for ballot in ballots}


def subject_key(ballot: Ballot) -> tuple[str, int]:
    return ballot.subject_kind, ballot.subject_id


def host_key(ballot: Ballot) -> tuple[str, int]:
    return ballot.host_kind, ballot.host_id


def published_lines(ballot: Ballot, between: str) -> Iterator[str]:
    """The published votes, one line each with its line feed, sorted by tracker."""
    for tracker, choice in PublishedVote.objects.of(ballot).values_list("tracker", "choice").iterator():
        yield f"{tracker}{between}{choice}\n"
