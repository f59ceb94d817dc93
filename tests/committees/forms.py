"""Forms of committees as a browser without scripts sends them."""

from django.urls import reverse

from tests.cast import client_as


def post(user, page, *args, **data):
    return client_as(user).post(reverse(f"committees:{page}", args=args), data)


def went_on(answer):
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer.headers["Location"]
