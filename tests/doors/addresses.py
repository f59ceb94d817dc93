"""Every address of the house, read from the resolver: nobody can add one without its showing here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern


@dataclass(frozen=True)
class Address:
    """One pattern: its name with namespaces (or its route, where it has none), its parameters, and what answers."""

    name: str
    route: str
    parameters: tuple[str, ...]
    view: Callable[..., Any]

    @property
    def house(self) -> str:
        """The part of the house behind it: an app, "api forums", "admin ledger" or "sign-in"."""
        if self.route.startswith("/api/v1/"):
            return f"api {self.route.split('/')[3]}"
        if self.route.startswith("/admin/"):
            return f"admin {self.route.split('/')[2]}" if "_" in self.name else "admin"
        return self.name.split(":")[0] if ":" in self.name else self.name.split("_")[0]


def addresses() -> list[Address]:
    """All of them, in the order in which they are tried."""
    return list(_walk(get_resolver(), "", ()))


def _walk(resolver: URLResolver, route: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for found in resolver.url_patterns:
        here = route if isinstance(found.pattern, LocalePrefixPattern) else route + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from _walk(found, here, (*spaces, found.namespace) if found.namespace else spaces)
        elif isinstance(found, URLPattern):
            name = ":".join((*spaces, found.name)) if found.name else here
            yield Address(name, "/" + here, tuple(found.pattern.converters), found.callback)
