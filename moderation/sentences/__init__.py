"""What happens in moderation, as sentences."""

from moderation.sentences import arriving, blocks, deciding, holding, ladder, months, numbers  # noqa: F401 -- each registers
