"""Names for the API's sets of choices, so that `state` of a proposal and `state` of a ballot are told apart in the schema."""

from collections.abc import Iterator, Mapping

from django.db.models import Choices, IntegerChoices, TextChoices


class ChoiceNames(Mapping[str, type[Choices]]):
    """Every set of choices of the house by a name of its own; looked up when the schema is asked for, when all apps are loaded.

    A class whose name only one app uses keeps it (`MailStateEnum`); else the app's name goes before it (`BallotsStateEnum`). Of
    two sets that are alike in every word, one name stands for both.
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
        names = [kind.__name__ for kind in kinds]
        return {
            f"{kind.__module__.split('.')[0].title() if names.count(kind.__name__) > 1 else ''}{kind.__name__}Enum": kind
            for kind in kinds
        }
