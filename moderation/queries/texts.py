"""The words that stand ready for moderators, and what each reason said before."""

from django.db.models import Count

from moderation.models import Flag, Reason, Template


def templates() -> list[Template]:
    """Those that can be chosen, by reason."""
    return list(Template.objects.filter(active=True, reason__active=True).select_related("reason"))


def template_for(key: tuple[str, int], chosen: int = 0) -> Template | None:
    """The chosen text; without one, the first for the reason for which the thing was reported most often."""
    usable = Template.objects.filter(active=True, reason__active=True).select_related("reason")
    if chosen:
        return usable.filter(pk=chosen).first()
    waiting = (
        Flag.objects.waiting().of(*key).values("reason").annotate(number=Count("id")).order_by("-number", "reason")
    )
    most = waiting.values_list("reason", flat=True).first()
    return usable.filter(reason=most).first() if most else None


def reasons_with_texts() -> list[Reason]:
    """Every reason, also those that can be chosen no more, with its versions and its texts; three queries."""
    return list(Reason.objects.prefetch_related("versions", "templates"))
