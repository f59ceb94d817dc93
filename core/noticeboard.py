"""What stands above every page for a time, such as a banner before an election.

A floor above owns the truth and puts a copy here, in Redis, so that no page asks the database for it. A page that is to be
kept for everybody always reads the copy itself: it must not be older than the version under which it is kept. Pages of
people who are signed in are drawn for one moment, and make do with what this process read some seconds ago.
"""

import json
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.utils.safestring import SafeString
from redis.exceptions import RedisError

from core import pagecache
from core.redis import client

BOARD = "noticeboard"
LASTS = 10  # seconds

Draw = Callable[[list[dict[str, Any]]], SafeString]
_draw: Draw | None = None
_memo: tuple[float, bytes] | None = None


def draw_with(draw: Draw) -> None:
    """The floor that puts something up tells here, once, how it looks."""
    global _draw
    _draw = draw


def put(facts: list[dict[str, Any]]) -> None:
    """After the commit under way these facts stand above every page; no page that was kept before is served any more."""
    board = json.dumps(facts, sort_keys=True).encode()
    transaction.on_commit(lambda: _set(board), robust=True)
    pagecache.touch()  # after the board, in this order: what is kept from then on has it


def stands(facts: list[dict[str, Any]]) -> bool:
    """Whether just this is up; what Redis has lost is not."""
    return (_read() or b"[]") == json.dumps(facts, sort_keys=True).encode()


def shown(language: str, *, at_once: bool) -> SafeString:
    """What stands above a page; `at_once`: as it is at this moment."""
    board = _read() if at_once else _remembered()
    return _drawn(board, language) if board and board != b"[]" and _draw else SafeString("")


def forget() -> None:
    """The next page reads it anew."""
    global _memo
    _memo = None


def _set(board: bytes) -> None:
    client().set(BOARD, board)
    forget()


def _read() -> bytes:
    try:
        found: Any = client().get(BOARD)
    except RedisError:
        return b""
    return found or b""


def _remembered() -> bytes:
    global _memo
    moment = time.monotonic()
    if _memo is None or _memo[0] < moment:
        _memo = (moment + LASTS, _read())
    return _memo[1]


@lru_cache(maxsize=32)
def _drawn(board: bytes, language: str) -> SafeString:
    assert _draw is not None
    return _draw(json.loads(board))
