"""Reading an answer as a person would: where it sends one, what it says, whether a reason stands there."""

import json
import re
from html.parser import HTMLParser
from typing import Any

# What no visitor should ever read.
ENTRAILS = re.compile(r"Traceback|Exception|Error at /|django\.|psycopg|line \d+, in ")


class Words(HTMLParser):
    """The words of a page, and those of its alerts apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.all: list[str] = []
        self.alerts: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("role") == "alert"))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _alert in self._open}
        if tags & {"script", "style", "head"}:
            return
        self.all.append(data)
        if any(alert for _tag, alert in self._open):
            self.alerts.append(data)


VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


def words_of(response: Any) -> Words:
    found = Words()
    found.feed(response.content.decode())
    return found


def reason_of(response: Any) -> str:
    """The sentence that says why not, of a page or of the API; empty where none stands there."""
    if response.headers.get("Content-Type", "").startswith("application/json"):
        said = json.loads(response.content)
        return str(said.get("detail") or said.get("errors") or "")
    return " ".join(" ".join(words_of(response).alerts).split())


def explains(response: Any) -> bool:
    """Whether a refusal says why, in a sentence, and shows nothing of the machine."""
    reason = reason_of(response)
    return len(reason) > 15 and reason[0].isupper() and "." in reason and not ENTRAILS.search(reason)


def asks_to_sign_in(response: Any) -> bool:
    return response.status_code == 302 and response.headers["Location"].startswith(
        ("/accounts/login/", "/admin/login/")
    )


def said(response: Any) -> str:
    """For the message of a failed test."""
    if response.status_code == 500 and getattr(response, "exc_info", None):
        return f"500 {response.exc_info[1]!r}"
    where = response.headers.get("Location", "")
    return f"{response.status_code} {where}".strip()
