"""References: a body's own code, a letter for the kind of record, and a number that is never given twice."""

from django.db import models

from committees.models import Body


def next_reference(body: Body, letter: str, rows: "models.QuerySet") -> str:
    """The next reference of this kind on this body, such as HSC-R-31. The body's row is held until the commit, so no two acts get the same.

    Rows are never deleted, so counting them gives the next number.
    """
    Body.objects.select_for_update().only("pk").get(pk=body.pk)
    return f"{body.code}-{letter}-{rows.count() + 1}"
