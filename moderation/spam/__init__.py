"""How much a text reads like spam. Pure but for the examples, which are read once."""

from moderation.spam.features import has_word, links
from moderation.spam.scoring import score

__all__ = ["has_word", "links", "score"]
