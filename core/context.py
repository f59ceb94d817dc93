"""What every page knows of the house: the council's name, the way around, and whether somebody is signed in.

For a signed-out visitor nothing here reads the session or differs from visitor to visitor, so the page can be kept for all.
"""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

from core import noticeboard
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
    (gettext_noop("Terms of use"), ("accounts:terms",)),
    (gettext_noop("Open data"), ("portal:open_data", "portal:data")),
    (gettext_noop("The public record"), ("ledger:record", "ledger:index", "portal:record")),
)

NewCount = Callable[[Any], int]
Links = tuple[tuple[str, str], ...]
_count_new: NewCount | None = None


def count_new_with(count: NewCount) -> None:
    """The floor that owns notices tells here how to count a person's unread ones."""
    global _count_new
    _count_new = count


def house(request: HttpRequest) -> dict[str, Any]:
    """The context processor: `house`, all of it worked out only when the page asks."""
    return {"house": House(request)}


class House:
    """What the page around every page says. The parts that are the same for every signed-out visitor are built once."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def head(self) -> SafeString:
        return _kept("_head.html")

    @property
    def foot(self) -> SafeString:
        links = _foot_links(_language())
        return _kept(
            "_foot.html", (*links, (address("account_logout"), gettext("Sign out"))) if self.signed_in else links
        )

    @property
    def trouble(self) -> SafeString:
        return _kept("_trouble.html")

    @property
    def mast(self) -> SafeString:
        """The nameplate and the way around, with the section in which the page lies marked."""
        links = _links(_language())
        here, how = _current(self._request.path, links)
        if self.signed_in:
            return render_to_string("_mast.html", {"house": self, "links": links, "here": here, "how": how})
        return _kept("_mast.html", links, here, how, ANYBODY)

    @property
    def notice(self) -> SafeString:
        """What stands above every page for a time; a page that is kept has it as it is at this moment."""
        return noticeboard.shown(_language(), at_once=not self.signed_in)

    @property
    def council(self) -> str:
        return str(settings.FOLKMOOT_COUNCIL)

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
    def at_me(self) -> bool:
        return self._request.path.startswith(self.me_url)

    @property
    def home_url(self) -> str:
        return address("portal:home", "home") or "/"

    @property
    def me_url(self) -> str:
        return address("portal:me", "portal:my_page", "accounts:me") or "/me/"

    @property
    def search_url(self) -> str:
        return address(*SECTIONS[-1][1]) or "/search/"

    @property
    def sign_in_url(self) -> str:
        return address("account_login") or "/accounts/login/"

    @property
    def people_url(self) -> str:
        """Where the demo changes who is signed in."""
        return (
            address("demo:people", "accounts:demo", "accounts:demo_sign_in", "portal:demo", "portal:demo_people")
            or "/demo/"
        )


# The house as a visitor without a session sees it.
ANYBODY = House(HttpRequest())


def address(*names: str) -> str:
    """The address of the first of the named pages that exists; "" for none."""
    return _address(names, _language())


def _language() -> str:
    return get_language() or ""


def _kept(template: str, links: Links = (), here: str = "", how: str = "", house: House | None = None) -> SafeString:
    """A part of the page that depends on nothing but its arguments and the language; while templates are being written, always fresh."""
    build = _built.__wrapped__ if settings.DEBUG else _built
    return build(template, links, here, how, house, _language(), settings.DEMO, settings.FOLKMOOT_COUNCIL)


@lru_cache(maxsize=512)
def _built(
    template: str, links: Links, here: str, how: str, house: House | None, language: str, demo: bool, council: str
) -> SafeString:
    return render_to_string(template, {"house": house, "links": links, "here": here, "how": how})


@lru_cache(maxsize=256)
def _address(names: tuple[str, ...], language: str) -> str:
    for name in names:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return ""


@lru_cache(maxsize=16)
def _links(language: str) -> Links:
    """(address, label) of each section that exists."""
    found = ((address(*names), gettext(label)) for label, names in SECTIONS)
    return tuple((url, label) for url, label in found if url)


@lru_cache(maxsize=16)
def _foot_links(language: str) -> Links:
    found = ((address(*names), gettext(label)) for label, names in FOOT)
    return tuple((url, label) for url, label in found if url)


def _current(path: str, links: Links) -> tuple[str, str]:
    """The section that `path` is ("page") or lies beneath ("true")."""
    for url, _label in links:
        if path.startswith(url):
            return url, "page" if path == url else "true"
    return "", ""
