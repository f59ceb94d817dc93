"""What an event is: a past fact of ids, numbers, dates and codes; never a text and never a name."""

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar

_events: dict[str, type["Event"]] = {}


@dataclass(frozen=True)
class Event:
    """Base of every app's events. Its name in the record is "app.ClassName" and never changes."""

    name: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.name = f"{cls.__module__.split('.')[0]}.{cls.__name__}"
        _events[cls.name] = cls

    def facts(self) -> dict[str, Any]:
        return asdict(self)


def event_from(name: str, facts: dict[str, Any]) -> Event | None:
    """The event as it was recorded, or None for one whose code is gone. Facts unknown to the code are left out."""
    cls = _events.get(name)
    if cls is None:
        return None
    known = {field.name for field in fields(cls)}
    return cls(**{key: value for key, value in facts.items() if key in known})


def all_events() -> dict[str, type[Event]]:
    return dict(_events)
