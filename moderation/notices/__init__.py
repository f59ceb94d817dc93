"""Who hears of what happens in moderation."""

from moderation.notices import arriving, blocks, deciding, holding, ladder, numbers  # noqa: F401 -- each registers
