from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from accounts.queries import person_of
from outputs.states import State

if TYPE_CHECKING:
    from outputs.models import Output  # noqa: F401


class OutputQuerySet(models.QuerySet["Output"]):
    def public(self) -> "OutputQuerySet":
        """All that members were ever asked to comment on: what was public once stays public, also while it is rewritten."""
        return self.filter(opened_at__isnull=False)

    def approved(self) -> "OutputQuerySet":
        return self.filter(state=State.APPROVED)

    def sent_by(self, slug: str) -> "OutputQuerySet":
        """Those that the forum at this address wrote, and those of others that it joined."""
        return self.filter(Q(forum__slug=slug) | Q(pk__in=self._joinings().filter(forum__slug=slug).values("output")))

    def visible_to(self, user: Any) -> "OutputQuerySet":
        """Public ones, and the first drafts of the forums this person belongs to."""
        person = person_of(user)
        if person is None:
            return self.public()
        inside = Q(forum__memberships__person=person, forum__memberships__left_at=None)
        mine = self.model._base_manager.filter(inside, opened_at=None).values("pk")
        return self.filter(Q(opened_at__isnull=False) | Q(pk__in=mine))

    def for_list(self) -> "OutputQuerySet":
        """With `is_joint`: whether other forums send it too."""
        rows = self.select_related("forum").annotate(is_joint=Exists(self._joinings().filter(output=OuterRef("pk"))))
        return rows.defer(
            "findings", "findings_html", "dissent", "dissent_html", "took_part", "forum__purpose", "forum__purpose_html"
        )

    def for_page(self) -> "OutputQuerySet":
        return self.select_related("forum", "ballot").defer("forum__purpose", "forum__purpose_html")

    def _joinings(self) -> models.QuerySet[Any]:
        related: Any = self.model._meta.get_field("joinings").related_model
        return related._base_manager.all()  # type: ignore[no-any-return]
