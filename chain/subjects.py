"""Steps by name. A step is as public as the record it speaks of."""

from django.urls import reverse
from django.utils.translation import override

from chain.models import Step
from core import subjects
from core.subjects import Subject


def steps(ids: list[int]) -> dict[int, Subject]:
    found = list(Step.objects.filter(pk__in=ids).only("pk", "title", "subject_kind", "subject_id"))
    described = subjects.describe((step.subject_kind, step.subject_id) for step in found)
    public = {key for key, subject in described.items() if subject.public}
    with override("en-gb"):
        return {
            step.pk: Subject(
                "chain.step",
                step.pk,
                step.title,
                reverse("chain:step", args=[step.pk]),
                public=(step.subject_kind, step.subject_id) in public,
            )
            for step in found
        }


subjects.register(Step, steps)
