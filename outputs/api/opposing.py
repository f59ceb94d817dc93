"""Two outputs that ask for opposite things, over the API."""

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import checked, sent
from core.shapes import shape_of
from core.verdicts import require
from outputs.actions import end_opposition, mark_opposite
from outputs.api.acting import DECIDING, act, loaded, shown
from outputs.forms import Against, EndOppositionForm, OppositeForm
from outputs.models import Output
from outputs.policies import may_end_opposition, may_find_opposite
from outputs.queries import opposition_between


class NamedForm(OppositeForm):
    """The form of the page, with the other output named by its reference."""

    other = Against(queryset=Output.objects.none(), to_field_name="reference")


@act("mark_opposite", DECIDING, shape_of("OutputOpposite", NamedForm))
def opposite(request: Request, reference: str) -> Response:
    """An output of another forum on the same shared issue asks for the opposite; both say so."""
    found = loaded(request, reference)
    require(may_find_opposite(request.user, found))
    mark_opposite(actor=request.user, output=found, **checked(NamedForm(sent(request), output=found)))
    return shown(request, reference)


@act("end_opposition", DECIDING, shape_of("OutputOppositeEnd", EndOppositionForm))
def end(request: Request, reference: str, other: str) -> Response:
    """They are not marked as opposite any more, for the published reason."""
    found = loaded(request, reference)
    mark = opposition_between(found, other)
    if mark is None:
        raise Http404
    require(may_end_opposition(request.user, mark))
    end_opposition(actor=request.user, mark=mark, **checked(EndOppositionForm(sent(request))))
    return shown(request, reference)
