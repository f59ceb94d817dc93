"""Events of council bodies as sentences: for everybody, and in their own words for those who asked and those who owe."""

from committees.sentences import answers, bodies, meetings, promises, referrals

__all__ = ["answers", "bodies", "meetings", "promises", "referrals"]
