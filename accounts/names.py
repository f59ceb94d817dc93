"""What floors above ask of a public name before it stands; each tells at start."""

from collections.abc import Callable
from typing import Any

from core.verdicts import Verdict, yes

Judge = Callable[[Any, str], Verdict]

_judges: list[Judge] = []


def judges(judge: Judge) -> Judge:
    """From now on a name that somebody chooses also needs the yes of `judge(user, name)`."""
    _judges.append(judge)
    return judge


def judged(user: Any, name: str) -> Verdict:
    """The first no, or yes."""
    return next((verdict for judge in _judges if not (verdict := judge(user, name))), yes())
