"""Events of forums as sentences."""

from forums.sentences import activities, debates, forums, processes, requests, rules, steering, talk

__all__ = ["activities", "debates", "forums", "processes", "requests", "rules", "steering", "talk"]
