"""Terms have versions; an administrator publishes them in the browser, and says whether people are asked again."""

import pytest

from accounts.models import Terms, User
from accounts.queries import newest_terms
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return cast.client_as(cast.person("Ruth Lawson", roles=("administrator",)).user)


def test_a_new_version_stands_beside_the_old_one(administrator):
    for text in ("Be kind.", "Be kind to everybody."):
        answer = administrator.post("/me/terms/new/", {"text": text})

    assert answer.headers["Location"] == "/me/terms/"
    assert list(Terms.objects.order_by("version").values_list("version", "text")) == [
        (1, "Be kind."),
        (2, "Be kind to everybody."),
    ]
    shown = administrator.get("/me/terms/").content.decode()
    assert "Be kind to everybody." in shown
    assert 'href="/me/terms/new/"' in shown


@pytest.mark.parametrize("again", [True, False])
def test_people_are_asked_again_where_it_says_so(administrator, again):
    ada = cast.person("Ada").user

    administrator.post("/me/terms/new/", {"text": "Be kind.", **({"must_accept_again": "on"} if again else {})})

    assert User.objects.get(pk=ada.pk).must_accept_terms is again


def test_the_form_begins_with_what_stands_and_refuses_nothing_at_all(administrator):
    administrator.post("/me/terms/new/", {"text": "Be kind."})

    shown, refused = administrator.get("/me/terms/new/"), administrator.post("/me/terms/new/", {"text": " "})

    assert "Be kind.</textarea>" in shown.content.decode()
    assert (refused.status_code, newest_terms().version) == (422, 1)


def test_nobody_else_publishes_terms():
    clerk = cast.client_as(cast.person("Clara Whitby", roles=("clerk",)).user)

    assert clerk.post("/me/terms/new/", {"text": "Be mine."}).status_code == 403
    assert newest_terms() is None
