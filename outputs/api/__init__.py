"""Outputs over the API."""

from django.urls import path

from outputs.api import acting, opposing, reading

_OUTPUT = "outputs/<slug:reference>/"

urlpatterns = [
    path("outputs/", reading.outputs, name="outputs"),
    path("outputs/compile/", acting.compile_one, name="output-compile"),
    path(_OUTPUT, reading.output, name="output"),
    path(f"{_OUTPUT}edit/", acting.edit, name="output-edit"),
    path(f"{_OUTPUT}discard/", acting.discard, name="output-discard"),
    path(f"{_OUTPUT}comments/", acting.comments, name="output-comments"),
    path(f"{_OUTPUT}reopen/", acting.reopen, name="output-reopen"),
    path(f"{_OUTPUT}approval/", acting.approval, name="output-approval"),
    path(f"{_OUTPUT}joining/", acting.joining, name="output-joining"),
    path(f"{_OUTPUT}opposite/", opposing.opposite, name="output-opposite"),
    path(f"{_OUTPUT}opposite/<slug:other>/end/", opposing.end, name="output-opposite-end"),
    path(f"{_OUTPUT}settle/", acting.settle, name="output-settle"),
]
