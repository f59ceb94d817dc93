"""What holds of every page that somebody comes to: axe finds nothing in light and dark, nothing is wider than a phone, it prints."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve

from ground.places import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# Of all rules only those about colour can answer otherwise in the dark.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
PHONE, WIDE = 360, 1280
SHOTS = ROOT / ".folkmoot" / "shots"


class Looker:
    """Looks at each kind of page once, when somebody first comes to it; `faults` is what it found."""

    def __init__(self):
        self.seen, self.faults, self.axe = {}, [], Axe()

    def __call__(self, page):
        name = name_of(page)
        if name in self.seen:
            return
        self.seen[name] = page.url
        self.faults += [f"{name} {page.url}: {fault}" for fault in self.look(page)]

    def look(self, page):
        yield from self._axe(page, EVERYTHING, "")
        page.emulate_media(color_scheme="dark")
        yield from self._axe(page, COLOURS, " in the dark")
        page.emulate_media(color_scheme="light")
        yield from too_wide(page)
        yield from on_paper(page)
        if os.environ.get("FOLKMOOT_SHOTS"):
            shoot(page, name_of(page))

    def _axe(self, page, options, where):
        for found in self.axe.run(page, options=options).response["violations"]:
            node = found["nodes"][0]
            yield f"{found['id']}{where}: {node['html'][:160]} ({node.get('failureSummary', '')[:240]})"


def name_of(page):
    """The name of the address that the page stands at."""
    return resolve(urlsplit(page.url).path).view_name


def too_wide(page, width=PHONE):
    size = page.viewport_size
    page.set_viewport_size({"width": width, "height": 740})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(size)
    if wide > width:
        yield f"{wide} pixels wide in a window of {width}"


def on_paper(page):
    """The words are there, the ways around are not, and a file comes out."""
    page.emulate_media(media="print")
    if not page.locator("h1").first.is_visible():
        yield "its heading is not on paper"
    for selector in (".menu", ".skip", ".demo", "main button"):
        if any(one.is_visible() for one in page.locator(selector).all()):
            yield f"{selector} is on paper"
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf()))
    if not pages:
        yield "no page comes out of the printer"
    page.emulate_media(media="screen")
    html = page.locator("html")
    if not (html.get_attribute("lang") and html.get_attribute("dir")):
        yield "it does not say its language and direction"


def shoot(page, name):
    """Pictures of the page for those who design it, wide and on a phone, light and dark."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    size = page.viewport_size
    for width in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            path = Path(SHOTS / f"{name.replace(':', '-')}-{width}-{scheme}.png")
            page.screenshot(path=path, full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)
