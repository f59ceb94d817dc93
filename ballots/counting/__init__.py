"""Count the votes twice, by two ways that share nothing, and believe neither unless both agree."""

from ballots.counting.figures import Figures
from ballots.counting.one_by_one import count_one_by_one
from ballots.counting.published_list import count_published_list, digest_of, lines_of

__all__ = ["CountsDisagree", "Figures", "agreed", "count_one_by_one", "count_published_list", "digest_of", "lines_of"]


class CountsDisagree(Exception):
    """Two counts of the same votes gave different figures. Nothing is published; a person must look."""


def agreed(opened: list[tuple[str, str]]) -> Figures:
    """The figures of the opened votes (choice, tracker). Raises CountsDisagree."""
    first = count_one_by_one(choice for choice, _tracker in opened)
    second = count_published_list("\n".join(lines_of(opened)))
    if first != second or first.total != len(opened):
        raise CountsDisagree(f"{first} and {second} of {len(opened)}")
    return first
