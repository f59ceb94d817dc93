"""What a first visit to a page carries over the line: the page as a proxy compresses it, and every file it asks for."""

import gzip
import re
import urllib.request
from urllib.parse import urljoin

from tests.bench.questions import LIST, Asker

_FILES = re.compile(
    rb'<(?:link[^>]+rel="(?:stylesheet|icon|modulepreload|manifest)"[^>]+href|script[^>]+src|img[^>]+src)="([^"]+)"'
)
_MORE = re.compile(rb"""(?:@import\s+|url\(|\bfrom\s*|\bimport\s*)["']?([./][^"')\s]+)""")


def weight(asker: Asker) -> dict[str, int]:
    """Bytes on the line by page: the list, and the proposal with the longest debate."""
    longest = f"{LIST}{asker.council.references[asker.council.debated[0]]}/"
    return {"list of proposals": _weigh(asker.port, LIST), "proposal with its first posts": _weigh(asker.port, longest)}


def _weigh(port: int, path: str) -> int:
    page = _fetch(port, path)[0]
    total, seen, waiting = len(gzip.compress(page, 6)), set(), [match.decode() for match in _FILES.findall(page)]
    while waiting:
        address = waiting.pop()
        if address in seen or not address.startswith("/"):
            continue
        seen.add(address)
        plain, packed = _fetch(port, address)[0], _fetch(port, address, "br, gzip")[1]
        total += packed
        if address.endswith((".css", ".js")):
            waiting += [urljoin(address, match.decode()) for match in _MORE.findall(plain)]
    assert seen, f"{path} asks for no file; has the page changed its shape?"
    return total


def _fetch(port: int, path: str, encoding: str = "identity") -> tuple[bytes, int]:
    """The body, and how many bytes of it came over the line."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request, timeout=20) as answer:
        body = answer.read()
    return body, len(body)
