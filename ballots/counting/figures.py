from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """What a ballot came to."""

    yes: int
    no: int
    abstain: int

    @property
    def total(self) -> int:
        return self.yes + self.no + self.abstain
