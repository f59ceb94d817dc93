"""Every address that a template names exists: otherwise the page fails on the day when that link is first shown."""

import re

from django.urls import get_resolver

from tests.house.tree import ROOT

NAMED = re.compile(r"""\{%\s*url\s+['"]([^'"]+)['"]""")


def test_every_address_named_in_a_template_exists():
    known = set(_names(get_resolver()))
    lost = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for name in NAMED.findall(path.read_text())
        if name not in known
    ]

    assert lost == []


def _names(resolver, space=""):
    for found in resolver.url_patterns:
        if hasattr(found, "url_patterns"):
            yield from _names(found, f"{space}{found.namespace}:" if found.namespace else space)
        elif found.name:
            yield f"{space}{found.name}"
