"""Events of forums as sentences."""

from forums.sentences import activities, debates, forums, requests, rules, talk

__all__ = ["activities", "debates", "forums", "requests", "rules", "talk"]
