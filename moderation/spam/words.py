"""What each word says for or against spam, learned from the examples beside this file (naive Bayes)."""

from collections import Counter
from functools import cache
from math import log
from pathlib import Path

from moderation.spam.features import words

EXAMPLES = Path(__file__).parent / "examples"
ALPHA = 0.5  # how much a word is believed that has been seen rarely
MOST = 1.6  # no word decides alone


@cache
def learned() -> dict[str, float]:
    """Log of how much likelier each word is in spam; read once a process."""
    spam, ham = _counted("spam.txt"), _counted("ham.txt")
    spam_total, ham_total, known = sum(spam.values()), sum(ham.values()), {*spam, *ham}
    return {
        word: max(
            -MOST,
            min(
                MOST,
                log((spam[word] + ALPHA) / (spam_total + ALPHA * len(known)))
                - log((ham[word] + ALPHA) / (ham_total + ALPHA * len(known))),
            ),
        )
        for word in known
    }


def evidence(text: str) -> float:
    """The sum over the different words of the text, in log-odds; 0 for words never seen."""
    known = learned()
    return sum(known.get(word, 0.0) for word in set(words(text)))


def _counted(name: str) -> Counter[str]:
    lines = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    return Counter(word for line in lines for word in set(words(line)))
