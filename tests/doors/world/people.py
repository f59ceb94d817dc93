"""Who knocks at every door, and where they stand."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

# Everybody who knocks at every door.
ROLES = (
    *("signed out", "e-mail only", "declared", "verified", "neighbour", "owner", "member", "supporter"),
    *(
        "facilitator",
        "other facilitator",
        "moderator",
        "clerk",
        "scrutiny officer",
        "evaluating officer",
        "administrator",
        "auditor",
    ),
    *("councillor", "chair", "other chair", "cabinet member", "other cabinet member"),
)


STAGES = (
    *("begun", "referred", "acknowledged", "accepted", "published", "in_session", "drafted", "recommended"),
    *("issued", "answered", "claimed", "disputed"),
)


SUPPORTER = "Quenby Ostrander"  # a name that stands nowhere else, so that a search for it finds every leak


VOTER = "Zebedee Quillfeather"


@dataclass
class World:
    """`stage["issued"]` is a line that has come so far; `one.post` a post, and so on; `who(role, place)` a user."""

    people: dict[str, Any]
    stage: dict[str, Any]
    one: SimpleNamespace = field(default_factory=SimpleNamespace)

    def who(self, role: str, place: Any) -> Any:
        """The user in this role at this place, which is a stage or anything that names its own people."""
        if role in self.people:
            return self.people[role]
        if role.startswith("other "):
            others = self.stage["referred" if place is self.stage["begun"] else "begun"]
            return self.who(role.removeprefix("other "), others)
        names = {"cabinet member": "holder"}
        found = getattr(place, names.get(role, role), None)
        return found or getattr(self.stage["begun"], names.get(role, role), None) or self.people["verified"]

    def place(self, name: str) -> Any:
        """Who stands where: a stage, or one of `one` that names its people."""
        return self.stage.get(name) or getattr(self.one, name)
