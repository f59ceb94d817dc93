"""The words that stand ready for moderators, and what each reason said before."""

from django.db.models import Count

from moderation.models import Flag, Reason, Template


def templates(use: str) -> list[Template]:
    """Those that can be chosen, by reason."""
    return list(Template.objects.usable(use).select_related("reason"))


def every_template(use: str = "") -> list[Template]:
    """Also those that can be chosen no more; of one use, or of all."""
    rows = Template.objects.select_related("reason")
    return list(rows.filter(use=use) if use else rows)


def chosen_template(use: str, pk: int | None) -> Template | None:
    """The text that a moderator picked, while it can be chosen."""
    return Template.objects.usable(use).select_related("reason").filter(pk=pk).first() if pk else None


def template_for(key: tuple[str, int], chosen: int = 0) -> Template | None:
    """The chosen text; without one, the first for the reason for which the thing was reported most often."""
    if chosen:
        return chosen_template(Template.Use.DECISION, chosen)
    waiting = (
        Flag.objects.waiting().of(*key).values("reason").annotate(number=Count("id")).order_by("-number", "reason")
    )
    most = waiting.values_list("reason", flat=True).first()
    usable = Template.objects.usable(Template.Use.DECISION).select_related("reason")
    return usable.filter(reason=most).first() if most else None


def reasons_with_texts() -> list[Reason]:
    """Every reason, also those that can be chosen no more, with its versions and its texts; three queries."""
    return list(Reason.objects.prefetch_related("versions", "templates"))
