"""How a refusal leaves the house: as a page, as a part, and over the API."""

import json

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import RequestFactory
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from core.api import checked
from core.limits import limited
from core.middleware import Refusals
from core.refusals import refusal_page
from core.states import StateConflict
from core.verdicts import Refused, no


class Asked(forms.Form):
    title = forms.CharField()


def test_a_refusal_is_a_page_with_the_reason_and_the_way_out():
    refused = Refused(no("Only members vote here.", remedy_url="/join/", remedy_label="Join the forum"))

    response = refusal_page(RequestFactory().post("/x/"), refused)

    assert response.status_code == 403
    assert b"Only members vote here." in response.content
    assert b'<a href="/join/">Join the forum</a>' in response.content


def test_a_wait_says_when_to_try_again():
    refused = Refused(no("Try again in 2 minutes.", retry_after=95))

    response = refusal_page(RequestFactory().post("/x/"), refused)

    assert (response.status_code, response.headers["Retry-After"]) == (429, "95")


def test_htmx_gets_the_sentence_alone():
    refused = Refused(no("Only members vote here."))

    response = refusal_page(RequestFactory().post("/x/", HTTP_HX_REQUEST="true"), refused)

    assert response.content.decode().startswith("<div")
    assert b"<html" not in response.content


def test_only_refusals_are_caught():
    door = Refusals(lambda request: HttpResponse())

    assert door.process_exception(RequestFactory().get("/"), ValueError()) is None
    assert door.process_exception(RequestFactory().get("/"), StateConflict()).status_code == 409


@pytest.mark.parametrize(
    ("raised", "status", "body"),
    [
        (Refused(no("Not yours.")), 403, {"detail": "Not yours."}),
        (Refused(no("Wait.", retry_after=9)), 429, {"detail": "Wait."}),
        (
            StateConflict(),
            409,
            {"detail": "This has changed since you opened the page. Look at it again before you act."},
        ),
        (ValidationError({"title": ["Too short."]}), 400, {"errors": {"title": ["Too short."]}}),
        (ValidationError("Nothing fits."), 400, {"errors": {"__all__": ["Nothing fits."]}}),
    ],
)
def test_the_api_answers_in_the_same_words(raised, status, body):
    @api_view(["POST"])
    @permission_classes([AllowAny])
    def view(request):
        raise raised

    response = view(RequestFactory().post("/x/"))
    response.render()

    assert (response.status_code, json.loads(response.content)) == (status, body)


def test_a_form_that_fails_over_the_api_names_its_fields():
    @api_view(["POST"])
    @permission_classes([AllowAny])
    def view(request):
        return Response(checked(Asked(request.data)))

    response = view(RequestFactory().post("/x/", {"title": ""}, content_type="application/json"))

    assert (response.status_code, response.data) == (400, {"errors": {"title": ["This field is required."]}})


def test_a_limit_counts_acts_and_never_reading():
    @limited("test-edges", times=2, seconds=60)
    def view(request):
        return HttpResponse("done")

    for _ in range(5):
        view(RequestFactory().get("/x/"))
    view(RequestFactory().post("/x/"))
    view(RequestFactory().post("/x/"))

    with pytest.raises(Refused) as refused:
        view(RequestFactory().post("/x/"))
    assert refused.value.verdict.retry_after > 0
    assert view(RequestFactory().post("/x/", REMOTE_ADDR="192.0.2.9")).content == b"done"


def test_a_body_that_is_no_object_is_the_senders_fault():
    @api_view(["POST"])
    @permission_classes([AllowAny])
    def view(request):
        return Response(checked(Asked(request.data)))

    response = view(RequestFactory().post("/x/", "[1, 2]", content_type="application/json"))

    assert response.status_code == 400
