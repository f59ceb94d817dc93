"""The second count, from the list as everybody will read it; anyone can repeat it with `sort`, `cut` and `uniq -c`."""

import hashlib
import re
from collections.abc import Iterable

from ballots.counting.figures import Figures


def lines_of(opened: Iterable[tuple[str, str]]) -> list[str]:
    """One line "TRACKER choice" for each (choice, tracker), sorted, so that the order says nothing of who came when."""
    return sorted(f"{tracker} {choice}" for choice, tracker in opened)


def digest_of(lines: Iterable[str]) -> str:
    """SHA-256 of the sorted lines, each ended by a line feed: `sha256sum` of the published text gives the same."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def count_published_list(text: str) -> Figures:
    """How often each choice ends a line of the list."""
    found = {choice: len(re.findall(rf"^\S+ {choice}$", text, re.MULTILINE)) for choice in ("yes", "no", "abstain")}
    return Figures(**found)
