"""Every address of the house. Pages for people carry their language in the path, English none; machines' pages carry none."""

from importlib.util import find_spec

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from accounts.views.entrance import sign_in
from config.health import healthz, readyz
from config.schema import docs, schema
from notifications.views import kept_mail

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("config.api")),
    path("api/schema/", schema, name="api-schema"),
    path("api/docs/", docs, name="api-docs"),
]

HOMES = {
    "forums/": "forums",
    "proposals/": "proposals",
    "outputs/": "outputs",
    "committees/": "committees",
    "ballots/": "ballots",
    "meetings/": "meetings",
    "areas/": "places",
    "me/": "accounts",
    "inbox/": "notifications",
    "record/": "ledger",
    "moderation/": "moderation",
    "steps/": "chain",
    "search/": "search",
    "clocks/": "clocks",
}
# Last: the portal's forums/<slug>/ and areas/<slug>/ must not catch what other apps name themselves.
BENEATH_NO_HOME = ("neighbourhoods", "portal")
if settings.DEBUG or settings.MODE in ("demo", "test"):
    HOMES["styleguide/"] = "core"

pages: list[URLPattern | URLResolver] = [
    path(home, include(f"{app}.urls")) for home, app in HOMES.items() if find_spec(f"{app}.urls")
]
pages += [path("issues/", include("proposals.issue_urls"))]
pages += [path("", include(f"{app}.urls")) for app in BENEATH_NO_HOME]
pages.insert(0, path("processes/", include("forums.process_urls")))
pages += [path("accounts/login/", sign_in, name="account_login"), path("accounts/", include("allauth.urls"))]

if settings.DEMO or settings.TEST:
    pages.append(path("demo/", include("accounts.demo")))
    pages.append(path("demo/mail/", kept_mail, name="kept_mail"))

urlpatterns += i18n_patterns(*pages, prefix_default_language=False)
