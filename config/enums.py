"""Names for the API's sets of choices, so that `state` of a proposal and `state` of a ballot are told apart in the schema."""

from collections.abc import Iterator, Mapping

from django.db.models import Choices, IntegerChoices, TextChoices


class ChoiceNames(Mapping[str, type[Choices]]):
    """Every set of choices of the house by a name of its own; looked up when the schema is asked for, when all apps are loaded.

    A class whose name only one app uses keeps it (`MailStateEnum`); else the app's name goes before it (`BallotsStateEnum`), and the
    model's where one app has two (`ModerationHoldRuleKindEnum`). Of two sets that are alike in every word, one name stands for both.
    """

    def __init__(self, apps: list[str]) -> None:
        self.apps = apps

    def __getitem__(self, name: str) -> type[Choices]:
        return self._named()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._named())

    def __len__(self) -> int:
        return len(self._named())

    def _named(self) -> dict[str, type[Choices]]:
        found = [
            kind
            for base in (TextChoices, IntegerChoices)
            for kind in base.__subclasses__()
            if kind.__module__.split(".")[0] in self.apps
        ]
        found.sort(
            key=lambda kind: (self.apps.index(kind.__module__.split(".")[0]), kind.__module__, kind.__qualname__)
        )
        distinct = {
            tuple(sorted((str(value), str(label)) for value, label in kind.choices)): kind for kind in reversed(found)
        }
        kinds = list(reversed(distinct.values()))
        short = [kind.__name__ for kind in kinds]
        long = [_with_app(kind, kind.__name__) for kind in kinds]
        return {_name(kind, short, long): kind for kind in kinds}


def _name(kind: type[Choices], short: list[str], long: list[str]) -> str:
    """The shortest name that no other set has."""
    if short.count(kind.__name__) == 1:
        return f"{kind.__name__}Enum"
    if long.count(_with_app(kind, kind.__name__)) == 1:
        return f"{_with_app(kind, kind.__name__)}Enum"
    return f"{_with_app(kind, kind.__qualname__.replace('.', ''))}Enum"


def _with_app(kind: type[Choices], name: str) -> str:
    return f"{kind.__module__.split('.')[0].title()}{name}"
