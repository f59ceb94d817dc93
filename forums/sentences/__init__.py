"""Events of forums as sentences."""

from forums.sentences import activities, forums, talk

__all__ = ["activities", "forums", "talk"]
