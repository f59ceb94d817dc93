"""What the kinds of records are called on a page of results."""

from django.utils.text import capfirst

from core import subjects
from search.models import Document


def label_of(kind: str) -> str:
    """Such as "Proposals"; the bare kind where nobody registered it."""
    try:
        return str(capfirst(str(subjects.model_of(kind)._meta.verbose_name_plural)))
    except KeyError:
        return kind


def singular_of(kind: str) -> str:
    """Such as "Proposal"."""
    try:
        return str(capfirst(str(subjects.model_of(kind)._meta.verbose_name)))
    except KeyError:
        return kind


def labels() -> list[tuple[str, str]]:
    """Every kind that holds anything to find, with its name, in the order of their names."""
    present = Document.objects.order_by().values_list("subject_kind", flat=True).distinct()
    return sorted(((kind, label_of(kind)) for kind in present), key=lambda pair: pair[1])
