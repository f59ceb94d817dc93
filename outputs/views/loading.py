from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.ui.asking import viewer
from outputs.models import Output
from outputs.queries import output_page


def loaded(request: HttpRequest, reference: str) -> Output:
    """The output with this reference, in capitals or not, as far as whoever asks may see it; or 404."""
    return get_object_or_404(Output.objects.visible_to(viewer(request)).for_page(), reference=reference.upper())


def address_of(output: Output) -> str:
    return reverse("outputs:output", args=[output.reference])


def shown(request: HttpRequest, output: Output) -> dict[str, Any]:
    """What the output's page draws."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    return {"output": output, "shown": output_page(output, viewer(request), after=after, before=before)}
