"""Who is blocked, and whose name was reported lately."""

from datetime import timedelta

from core import now
from moderation.models import Block, Flag, Profile

LATELY = timedelta(days=90)


def blocks_in_force() -> list[Block]:
    return list(Block.objects.in_force().select_related("person__user").order_by("until", "id")[:200])


def reported_people() -> list[Profile]:
    """People who were reported within ninety days and are not blocked, the latest first."""
    ids = Flag.objects.filter(subject_kind="moderation.profile", at__gte=now() - LATELY).values("subject_id")
    blocked = Block.objects.in_force().values("person")
    return list(
        Profile.objects.filter(pk__in=ids)
        .exclude(person__in=blocked)
        .select_related("person__user")
        .order_by("-pk")[:100]
    )
