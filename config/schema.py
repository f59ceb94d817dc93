"""The API's own description. What writes it is loaded when somebody first asks for it: it brings half of Django's test tools along."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_page


# The same for everybody until the next release, and a second's work each time.
@cache_page(24 * 3600, key_prefix=f"schema-{settings.FOLKMOOT_BUILD}")
def schema(request: HttpRequest) -> HttpResponseBase:
    """OpenAPI 3, as YAML or JSON."""
    from drf_spectacular.views import SpectacularAPIView  # noqa: PLC0415 -- loaded when asked for

    return SpectacularAPIView.as_view(authentication_classes=[])(request)


def docs(request: HttpRequest) -> HttpResponseBase:
    """The same as a page to read and to try."""
    from drf_spectacular.views import SpectacularSwaggerSplitView  # noqa: PLC0415 -- loaded when asked for

    return SpectacularSwaggerSplitView.as_view(url_name="api-schema")(request)
