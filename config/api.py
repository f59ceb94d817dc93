"""The API's addresses: each app that has an `api.py` gives its own under `/api/v1/`."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

app_name = "api"


def _offered() -> list[URLPattern | URLResolver]:
    found: list[URLPattern | URLResolver] = []
    for app in settings.FLOORS[1:]:  # core has no addresses; its `api` is what the others share
        if find_spec(f"{app}.api"):
            found += [path("", include(import_module(f"{app}.api").urlpatterns))]
    return found


urlpatterns = _offered()
