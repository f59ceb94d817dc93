"""Events of forums as sentences."""

from forums.sentences import activities, forums, requests, talk

__all__ = ["activities", "forums", "requests", "talk"]
