"""Documents, in adjectives."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery
from django.db import models

if TYPE_CHECKING:
    from search.models import Document  # noqa: F401

Query = SearchQuery | CombinedSearchQuery


class DocumentQuerySet(models.QuerySet["Document"]):
    def holding(self, query: Query) -> "DocumentQuerySet":
        """Those whose words answer the query."""
        return self.filter(vector=query)

    def titled(self, query: Query) -> "DocumentQuerySet":
        """Those whose titles answer it."""
        return self.filter(title_vector=query)

    def of(self, kinds: Collection[str] = (), group: str = "") -> "DocumentQuerySet":
        """Narrowed to some kinds of record and to one group, where these are given."""
        found = self.filter(subject_kind__in=kinds) if kinds else self
        return found.filter(group=group) if group else found

    def newest(self) -> "DocumentQuerySet":
        return self.order_by("-at", "-id")
