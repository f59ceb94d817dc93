"""Whether a page carries anything that people could have smuggled in: an element, a handler, an address, a style."""

import re
from html.parser import HTMLParser
from typing import Any

STRUCTURE = {
    "id",
    "class",
    "name",
    "for",
    "href",
    "src",
    "srcset",
    "action",
    "formaction",
    "style",
    "srcdoc",
    "target",
    "ping",
    "xlink:href",
    "poster",
    "rel",
    "is",
}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "poster", "ping", "srcset"}
NEVER = {
    "style",
    "iframe",
    "object",
    "embed",
    "base",
    "math",
    "applet",
    "frame",
    "frameset",
    "portal",
    "marquee",
    "template",
}
# What an attack would look like if it stood in the page as it was sent.
RAW = (
    "<script id=xssid",
    "<img src=x",
    "<svg/onload",
    '<a id="xssid"',
    "<iframe",
    "<math",
    "<form action=//",
    "<style>*",
    "<xssid>",
    "<![CDATA[",
)
QR_CODE = "data:image/svg+xml;base64,"  # allauth draws the second factor's
OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
GOOD = re.compile(r"^(https?:|mailto:|/(?!/)|[?#]|$|[a-z0-9_.-]+/?(?:[?#]|$))", re.IGNORECASE)


class Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.links: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in NEVER or (tag == "script" and not dict(attrs).get("src", "").startswith("/static/")):
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            value = value or ""
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.faults.append(f"<{tag} {name}={value[:60]}>")
            if name in STRUCTURE and "xss" in value and not _encoded(name, value):
                self.faults.append(f"<{tag} {name}={value[:60]}>")
            if tag == "img" and name == "src" and value.startswith(QR_CODE):
                continue
            if name in ADDRESSES and not GOOD.match(value.strip()):
                self.faults.append(f"<{tag} {name}={value[:60]}>")
            if name == "src" and not value.startswith("/static/") and tag != "input":
                self.faults.append(f"<{tag} src={value[:60]}> loads from elsewhere")
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")
        if tag not in ("br", "hr", "img", "input", "link", "meta", "wbr"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if OVERRIDES.search(data) and not {"textarea", "title"} & set(self._inside):
            self.faults.append(f"turns the text around: {data.strip()[:60]!r}")


def _encoded(name: str, value: str) -> bool:
    """An address may carry what people wrote, percent-encoded or as the slug of a title."""
    return name in ADDRESSES and not re.search(r"[<>\"' ]", value) and GOOD.match(value) is not None


def faults_of(response: Any) -> tuple[list[str], list[str]]:
    """What is wrong with an answer, and where its links lead."""
    kind = response.headers.get("Content-Type", "")
    faults = [] if "Content-Security-Policy" in response.headers else ["no content policy"]
    if response.headers.get("X-Content-Type-Options") != "nosniff":
        faults.append("its kind may be guessed")
    if not kind.startswith("text/html") or response.streaming:
        return faults, []
    text = response.content.decode()
    seen = Inspector()
    seen.feed(text)
    raw = [f"raw: {sent}" for sent in RAW if sent in text]
    return faults + seen.faults + raw, seen.links
