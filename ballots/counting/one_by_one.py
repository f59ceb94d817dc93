"""The first count: each opened vote is looked at, in the order in which it comes."""

from collections.abc import Iterable

from ballots.counting.figures import Figures


def count_one_by_one(choices: Iterable[str]) -> Figures:
    """How many said each. Raises ValueError for a choice that was not on the paper."""
    yes = no = abstain = 0
    for choice in choices:
        if choice == "yes":
            yes += 1
        elif choice == "no":
            no += 1
        elif choice == "abstain":
            abstain += 1
        else:
            raise ValueError("a vote for something that was not on the ballot paper")
    return Figures(yes, no, abstain)
