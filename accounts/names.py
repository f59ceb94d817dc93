"""What floors above ask of a public name, and of what people say of themselves, before it stands; each tells at start."""

from collections.abc import Callable
from typing import Any

from core.verdicts import Verdict, yes

Judge = Callable[[Any, str], Verdict]

_judges: list[Judge] = []


def judges(judge: Judge) -> Judge:
    """From now on a name that somebody chooses, or a service or organisation that they name, also needs the yes of `judge(user, name)`."""
    _judges.append(judge)
    return judge


def judged(user: Any, name: str) -> Verdict:
    """The first no, or yes."""
    return next((verdict for judge in _judges if not (verdict := judge(user, name))), yes())
