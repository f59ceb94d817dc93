"""What is asked, as bytes on the wire, in the words of a usual browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlencode

from django.middleware.csrf import _get_new_csrf_string, _mask_cipher_secret

from core.keyset import encode
from proposals.models import Proposal
from tests.bench.data import Council
from tests.bench.load import Job, ask

LIST = "/proposals/"
PAGES = 200
_USUAL = (
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
    "Accept-Language: en-GB,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: keep-alive\r\n"
)


@dataclass
class Asker:
    """Writes requests to one port. No two of its uncached ones have the same address, so none finds a kept page."""

    port: int
    council: Council
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    posts: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        starts = Proposal.objects.order_by("-published_at", "-id").values_list("published_at", "pk")
        self.cursors = [encode([str(at), pk]) for at, pk in list(starts)[19 :: max(len(starts) // PAGES, 1)]][:PAGES]

    def get(self, path: str, *headers: str, session: str = "") -> bytes:
        cookie = [f"Cookie: sessionid={session}; csrftoken={_get_new_csrf_string()}"] if session else []
        more = "".join(f"{header}\r\n" for header in (*headers, *cookie))
        return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{_USUAL}{more}\r\n".encode()

    def post(self, path: str, session: str, *headers: str, place: int = 0) -> bytes:
        """From the address of household number `place`."""
        secret = _get_new_csrf_string()
        body = urlencode({"csrfmiddlewaretoken": _mask_cipher_secret(secret)})
        origin = f"http://127.0.0.1:{self.port}"
        more = "".join(f"{header}\r\n" for header in headers)
        return (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{_USUAL}Origin: {origin}\r\nReferer: {origin}{path}\r\n"
            f"X-Forwarded-For: 10.{place >> 16 & 255}.{place >> 8 & 255}.{place & 255}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
            f"Cookie: sessionid={session}; csrftoken={secret}\r\n{more}\r\n{body}"
        ).encode()

    def requests(self, scene: str, number: int) -> list[bytes]:
        """So many of one scene: the name of a method below, with a number of posts where it wants one ("thread_of_100")."""
        kind, _, posts = scene.partition("_of_")
        asked = getattr(self, kind)
        made: list[bytes] = asked(number, int(posts)) if posts else asked(number)
        return made

    # --- One kind of question each, so many of them -------------------------------------------------------------------

    def empty(self, number: int) -> list[bytes]:
        return [self.get(f"/bench/empty/?n={n}") for n in self._fresh(number)]

    def empty_signed_in(self, number: int) -> list[bytes]:
        return [self.get(f"/bench/empty/?n={n}", session=self._session(n)) for n in self._fresh(number)]

    def list_first(self, number: int) -> list[bytes]:
        return [self.get(f"{LIST}?n={n}") for n in self._fresh(number)]

    def list_any(self, number: int) -> list[bytes]:
        return [self.get(f"{LIST}?after={self.cursors[n % len(self.cursors)]}&n={n}") for n in self._fresh(number)]

    def list_kept(self, number: int) -> list[bytes]:
        paths = [f"{LIST}?after={cursor}" for cursor in self.cursors[:20]]
        requests = [self.get(path) for path in paths]
        ask(Job(self.port, requests))
        return [requests[n % len(requests)] for n in range(number)]

    def list_unchanged(self, number: int) -> list[bytes]:
        head = ask(Job(self.port, [self.get(LIST)])).head.decode()
        tag = re.search(r"(?i)\r\netag: *([^\r]+)", head)
        assert tag, "The list has no ETag; is the page cache on?"
        return [self.get(LIST, f"If-None-Match: {tag[1]}")] * number

    def proposal(self, number: int) -> list[bytes]:
        return [self.get(f"{self._debated(n)}?n={n}") for n in self._fresh(number)]

    def proposal_signed_in(self, number: int) -> list[bytes]:
        return [self.get(f"{self._debated(n)}?n={n}", session=self._session(n)) for n in self._fresh(number)]

    def thread(self, number: int, posts: int) -> list[bytes]:
        return self._each(number, f"/forums/threads/{self.council.assemblies[posts].thread}/")

    def forum(self, number: int, posts: int) -> list[bytes]:
        return self._each(number, f"/forums/{self.council.assemblies[posts].forum}/")

    def desk(self, number: int, posts: int) -> list[bytes]:
        return self._each(number, "/desk/facilitator/", session=self.council.assemblies[posts].facilitator)

    def one_post(self, number: int, posts: int) -> list[bytes]:
        first = self.council.assemblies[posts].first_post
        return [self.get(f"/forums/posts/{first + n * 7919 % posts}/?n={n}") for n in self._fresh(number)]

    def support(self, number: int) -> list[bytes]:
        """Each by a person who has not yet supported that proposal."""
        return [self._support(next(self.posts)) for _ in range(number)]

    def support_part(self, number: int) -> list[bytes]:
        return [self._support(next(self.posts), "HX-Request: true", "HX-Target: act") for _ in range(number)]

    def double_clicks(self, number: int) -> list[bytes]:
        return [request for _ in range(number) for request in [self._support(next(self.posts))] * 2]

    def _support(self, n: int, *headers: str) -> bytes:
        people = len(self.council.sessions)
        proposal = self.council.proposals[(n * 13 + n // people) % len(self.council.proposals)]
        path = f"{LIST}{self.council.references[proposal]}/support/"
        return self.post(path, self.council.sessions[n % people], *headers, place=n % people)

    def _each(self, number: int, path: str, session: str = "") -> list[bytes]:
        return [self.get(f"{path}?n={n}", session=session) for n in self._fresh(number)]

    def _debated(self, n: int) -> str:
        return f"{LIST}{self.council.references[self.council.debated[n % len(self.council.debated)]]}/"

    def _session(self, n: int) -> str:
        return self.council.sessions[n * 7 % len(self.council.sessions)]

    def _fresh(self, number: int) -> list[int]:
        return [next(self.numbers) for _ in range(number)]
