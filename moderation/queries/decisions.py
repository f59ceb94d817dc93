"""What was reported and decided on one thing, and for which reasons."""

from core.subjects import key_of
from moderation.models import Block, Decision, Edit, Flag, Measure, Reason, Rephrase


def decisions_on(key: tuple[str, int]) -> list[Decision]:
    """What was decided on one thing, latest first."""
    return list(Decision.objects.of(*key).select_related("reason").order_by("-id"))


def decision_of(measure: Block | Measure) -> Decision | None:
    """The decision that holds the reason of a block, or of a step."""
    return Decision.objects.of(*key_of(measure)).beginning().select_related("reason").order_by("id").first()


def hiding_of(key: tuple[str, int]) -> Decision | None:
    """The decision by which it is hidden, if it is."""
    latest = (
        Decision.objects.of(*key)
        .exclude(outcome=Decision.Outcome.KEEP)
        .select_related("reason")
        .order_by("-id")
        .first()
    )
    return latest if latest is not None and latest.outcome == Decision.Outcome.HIDE else None


def reports_on(key: tuple[str, int]) -> list[Flag]:
    """The reports that wait on one thing, oldest first."""
    return list(Flag.objects.waiting().of(*key).select_related("reason").order_by("id"))


def active_reasons() -> list[Reason]:
    return list(Reason.objects.active())


def is_back(key: tuple[str, int]) -> bool:
    """Whether its author was asked for other words and nobody has decided since."""
    return Rephrase.objects.open().of(*key).exists()


def rephrase_of(decision: Decision) -> Rephrase | None:
    """What this decision asked of the author, if it asked for other words."""
    return Rephrase.objects.filter(decision=decision).first()


def edit_of(decision: Decision) -> Edit | None:
    return Edit.objects.filter(decision=decision).first()
