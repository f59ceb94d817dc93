"""The style guide and the way in, without the rest of the house."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("styleguide/", include("core.urls")),
    path("accounts/", include("allauth.urls")),
    prefix_default_language=False,
)
