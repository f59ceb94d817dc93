"""Who hears of what happens in moderation."""

from moderation.notices import arriving, blocks, deciding, ladder, numbers  # noqa: F401 -- each registers
