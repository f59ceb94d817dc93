"""What changed between two versions of a text, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

Piece = tuple[Literal["same", "added", "removed"], str]
_WORDS = re.compile(r"\s+|[^\s]+")


def words(before: str, after: str) -> Iterator[Piece]:
    """Pieces that, joined without the removed ones, give `after`, and without the added ones, `before`."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for what, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            yield "same", "".join(old[i:j])
            continue
        if j > i:
            yield "removed", "".join(old[i:j])
        if m > k:
            yield "added", "".join(new[k:m])
