"""What pages ask of ballots. Nothing here looks at a choice before the close."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import Person
from accounts.queries import person_of
from ballots.models import Ballot, PaperVoter, PublishedVote, RollEntry, Vote
from ballots.querysets import BallotQuerySet
from ballots.sealing import voter_tag
from ballots.states import State
from core.subjects import Subject, visible


def roll_place(user: Any, ballot: Ballot) -> int | None:
    """The person under whom this user stands on the roll; None for nobody. One query.

    A roll keeps the keys of the day it was frozen: whoever was merged with somebody since then votes in that place.
    """
    person = person_of(user)
    return place_of(person, ballot) if person is not None else None


def place_of(person: Person, ballot: Ballot) -> int | None:
    """The key under which this human being stands on the roll; None where they do not."""
    return (
        RollEntry.objects.filter(ballot=ballot, person__in=_keys_of(person))
        .order_by("person_id")
        .values_list("person_id", flat=True)
        .first()
    )


def is_on_paper(ballot: Ballot, place: int) -> bool:
    """Whether whoever stands on the roll under this key was handed a slip."""
    return PaperVoter.objects.filter(ballot=ballot, voter=voter_tag(ballot.pk, place)).exists()


def has_voted(user: Any, ballot: Ballot) -> bool:
    """Whether a sealed vote of this person lies in the ballot; told to that person only. After certification nobody can know."""
    place = roll_place(user, ballot)
    return place is not None and Vote.objects.filter(ballot=ballot, voter=voter_tag(ballot.pk, place)).exists()


def waiting_for(user: Any) -> list[Ballot]:
    """The open ballots on whose rolls this person stands and in which they have not voted, the first to close first."""
    person = person_of(user)
    if person is None:
        return []
    mine = RollEntry.objects.filter(person__in=_keys_of(person), ballot__state=State.OPEN).select_related("ballot")
    places = {entry.ballot_id: entry for entry in mine.order_by("-person_id")}
    tags = {voter_tag(pk, entry.person_id): pk for pk, entry in places.items()}
    done = set(Vote.objects.filter(voter__in=tags).values_list("ballot_id", flat=True))
    done |= set(PaperVoter.objects.filter(voter__in=tags).values_list("ballot_id", flat=True))
    waiting = (entry.ballot for pk, entry in places.items() if pk not in done)
    return sorted(waiting, key=lambda ballot: (ballot.closes_at, ballot.pk))


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


def _keys_of(person: Person) -> QuerySet[Person]:
    """The keys of one human being: their own, and those that were merged into it."""
    return Person.objects.filter(Q(pk=person.pk) | Q(merged_into=person)).values("pk")  # type: ignore[return-value]
