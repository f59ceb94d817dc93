"""What waits on the desks of those who moderate, in a place or for the whole council."""

from moderation.desk import authors, things  # noqa: F401 -- each registers with the desk
