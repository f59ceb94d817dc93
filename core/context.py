"""What every page knows of the house: the council's name, the way around, and whether somebody is signed in.

For a signed-out visitor nothing here reads the session or differs from visitor to visitor, so the page can be kept for all.
"""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

from core.ui.asking import has_session, is_signed_in, viewer

# The names under which the apps may have put each page; the first that exists is linked.
SECTIONS = (
    (gettext_noop("Forums"), ("forums:list", "forums:index")),
    (gettext_noop("Proposals"), ("proposals:list", "proposals:index")),
    (gettext_noop("Committees"), ("committees:list", "committees:index")),
    (gettext_noop("What is owed"), ("portal:owed", "portal:overdue", "chain:owed")),
    (gettext_noop("Search"), ("portal:search", "search:search", "search:index")),
)
FOOT = (
    (gettext_noop("Accessibility"), ("portal:accessibility",)),
    (gettext_noop("Privacy"), ("portal:privacy", "accounts:privacy")),
    (gettext_noop("Open data"), ("portal:open_data", "portal:data")),
    (gettext_noop("The public record"), ("ledger:record", "ledger:index", "portal:record")),
)

NewCount = Callable[[Any], int]
_count_new: NewCount | None = None


def count_new_with(count: NewCount) -> None:
    """The floor that owns notices tells here how to count a person's unread ones."""
    global _count_new
    _count_new = count


def house(request: HttpRequest) -> dict[str, Any]:
    """The context processor: `house`, all of it worked out only when the page asks."""
    return {"house": House(request)}


class House:
    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def council(self) -> str:
        return str(getattr(settings, "FOLKMOOT_COUNCIL", ""))

    @property
    def demo(self) -> bool:
        return bool(settings.DEMO)

    @cached_property
    def signed_in(self) -> bool:
        return is_signed_in(self._request)

    @cached_property
    def viewer(self) -> Any:
        return viewer(self._request)

    @property
    def has_messages(self) -> bool:
        """Whether a message may wait; only then may the page read them, for they live in the session or a cookie."""
        return has_session(self._request) or "messages" in self._request.COOKIES

    @cached_property
    def new(self) -> int:
        return _count_new(self.viewer) if _count_new and self.signed_in else 0

    @property
    def nav(self) -> SafeString:
        language = get_language() or ""
        return _nav(_current(self._request.path, language), language)

    @property
    def foot(self) -> SafeString:
        return _foot(get_language() or "")

    @property
    def home_url(self) -> str:
        return address("portal:home", "home") or "/"

    @property
    def me_url(self) -> str:
        return address("portal:me", "portal:my_page", "accounts:me") or "/me/"

    @property
    def search_url(self) -> str:
        return address("portal:search", "search:search", "search:index") or "/search/"

    @property
    def sign_in_url(self) -> str:
        return address("account_login") or "/accounts/login/"

    @property
    def people_url(self) -> str:
        """Where the demo changes who is signed in."""
        return (
            address("demo:people", "portal:demo", "accounts:demo_sign_in", "portal:demo_sign_in", "demo_sign_in")
            or "/demo/"
        )


def address(*names: str) -> str:
    """The address of the first of the named pages that exists; "" for none."""
    return _address(names, get_language() or "")


@lru_cache(maxsize=256)
def _address(names: tuple[str, ...], language: str) -> str:
    for name in names:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return ""


@lru_cache(maxsize=16)
def _links(language: str) -> tuple[tuple[str, str], ...]:
    """(address, label) of each section that exists."""
    found = ((address(*names), gettext(label)) for label, names in SECTIONS)
    return tuple((url, label) for url, label in found if url)


def _current(path: str, language: str) -> tuple[str, str]:
    """The section that `path` is ("page") or lies beneath ("true")."""
    for url, _label in _links(language):
        if path.startswith(url):
            return url, "page" if path == url else "true"
    return "", ""


@lru_cache(maxsize=64)
def _nav(current: tuple[str, str], language: str) -> SafeString:
    here, how = current
    return format_html_join(
        "",
        '<li><a href="{}"{}>{}</a></li>',
        (
            (url, format_html(' aria-current="{}"', how) if url == here else "", label)
            for url, label in _links(language)
        ),
    )


@lru_cache(maxsize=16)
def _foot(language: str) -> SafeString:
    links = ((gettext(label), address(*names)) for label, names in FOOT)
    return format_html_join("", '<li><a href="{}">{}</a></li>', ((url, label) for label, url in links if url))
