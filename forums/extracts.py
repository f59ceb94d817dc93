"""Posts picked out by counting words: most quoted, and typical of a side. Pure: the same texts give the same lists.

Nothing is written here, only pointed at. Whoever summarises reads the posts themselves.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

RUN = 8  # so many words in a row are a quotation; fewer are a turn of phrase
SHORT = 3  # letters of words that say little
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Text:
    """One post as it is counted: `by` tells one author from another, `weight` is how useful others found it."""

    pk: int
    body: str
    stance: str
    by: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Picked:
    """A post, and the figure for which it was picked."""

    pk: int
    figure: float


def most_quoted(texts: Sequence[Text], limit: int = 5) -> list[Picked]:
    """The posts whose words others repeat as quotations (lines that begin with ">"), by how many authors do; ties by age."""
    owners: dict[tuple[str, ...], Text] = {}
    for text in sorted(texts, key=lambda one: one.pk):
        for run in _runs(_own_words(text.body)):
            owners.setdefault(run, text)
    quoted: dict[int, set[str]] = {}
    for text in texts:
        for run in _runs(_quoted_words(text.body)):
            owner = owners.get(run)
            if owner is not None and owner.pk != text.pk and (not text.by or owner.by != text.by):
                quoted.setdefault(owner.pk, set()).add(text.by or str(text.pk))
    found = [Picked(pk, len(by)) for pk, by in quoted.items()]
    return sorted(found, key=lambda one: (-one.figure, one.pk))[:limit]


def typical(texts: Sequence[Text], stance: str, limit: int = 3) -> list[Picked]:
    """The posts of one side that are nearest to the middle of what that side says: cosine to the mean TF-IDF vector of its authors.

    IDF is taken over all texts, so that what both sides say weighs little. An author's posts count as one voice in the middle;
    ties go to what others found more useful, then to the older one. Fewer than three posts have no middle.
    """
    side = [text for text in texts if text.stance == stance and _counted(text.body)]
    if len(side) < 3:
        return []
    spread = Counter(word for text in texts for word in set(_counted(text.body)))
    vectors = {text.pk: _vector(text.body, spread, len(texts)) for text in side}
    middle = _mean([_mean([vectors[one.pk] for one in posts]) for posts in _by_author(side)])
    found = [(Picked(text.pk, round(_cosine(vectors[text.pk], middle), 6)), text.weight) for text in side]
    ordered = sorted(found, key=lambda pair: (-pair[0].figure, -pair[1], pair[0].pk))
    return [picked for picked, _weight in ordered[:limit]]


def _own_words(body: str) -> list[str]:
    return _words("\n".join(line for line in body.splitlines() if not line.lstrip().startswith(">")))


def _quoted_words(body: str) -> list[str]:
    return _words("\n".join(line for line in body.splitlines() if line.lstrip().startswith(">")))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _counted(body: str) -> list[str]:
    return [word for word in _own_words(body) if len(word) > SHORT]


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _vector(body: str, spread: Counter[str], number: int) -> dict[str, float]:
    """Each word once for each time it stands there, damped, weighed by how rare it is, brought to length one."""
    counts = Counter(_counted(body))
    raw = {word: (1 + math.log(count)) * math.log((1 + number) / spread[word]) for word, count in counts.items()}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items()} if length else {}


def _by_author(texts: list[Text]) -> list[list[Text]]:
    found: dict[str, list[Text]] = {}
    for text in texts:
        found.setdefault(text.by or f"post {text.pk}", []).append(text)
    return list(found.values())


def _mean(vectors: list[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for vector in vectors:
        for word, value in vector.items():
            total[word] = total.get(word, 0.0) + value / len(vectors)
    return total


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    length = math.sqrt(sum(value * value for value in other.values()))
    return sum(value * other.get(word, 0.0) for word, value in one.items()) / length if length else 0.0
