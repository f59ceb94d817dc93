"""How the floors below name an output, who may see a draft, and who may speak under it."""

from typing import Any

from core.subjects import Subject, register
from core.verdicts import Verdict
from forums import hosts
from outputs.models import Output
from outputs.policies import may_comment


def describe(ids: list[int]) -> dict[int, Subject]:
    rows = Output.objects.filter(pk__in=ids).only("title", "reference", "opened_at")
    return {row.pk: Subject("outputs.output", row.pk, row.title, row.address, public=row.is_public) for row in rows}


def visible(user: Any, ids: list[int]) -> set[int]:
    return set(Output.objects.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))


def comment(user: Any, output_id: int) -> Verdict:
    """A reply under an output is a comment on it."""
    return may_comment(user, Output.objects.select_related("forum").get(pk=output_id))


register(Output, describe, visible)
hosts.register("outputs.output", comment)
