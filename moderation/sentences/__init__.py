"""What happens in moderation, as sentences."""

from moderation.sentences import arriving, blocks, deciding, ladder, months, numbers  # noqa: F401 -- each registers
