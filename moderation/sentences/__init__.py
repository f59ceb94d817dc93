"""What happens in moderation, as sentences."""

from moderation.sentences import arriving, deciding  # noqa: F401 -- each registers
