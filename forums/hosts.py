"""Who may speak under a record of a floor above: that floor tells here, once, at start, what it asks beyond the forum's own rules."""

from collections.abc import Callable
from typing import Any

from core.verdicts import Verdict, yes
from forums.models import Thread

Rule = Callable[[Any, int], Verdict]

_rules: dict[str, Rule] = {}


def register(kind: str, rule: Rule) -> None:
    """From now on a reply under a record of `kind` also needs the yes of `rule(user, record_id)`."""
    _rules[kind] = rule


def ruling(user: Any, thread: Thread) -> Verdict:
    """What the record's own floor says of a reply in this thread; yes where it says nothing."""
    rule = _rules.get(thread.about_kind)
    return rule(user, thread.about_id) if rule is not None and thread.about_id is not None else yes()
