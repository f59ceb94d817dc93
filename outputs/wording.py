"""The short text that stands for an output wherever there is no room for it: at most sixty words."""

SUMMARY_WORDS = 60


def word_count(text: str) -> int:
    return len(text.split())
