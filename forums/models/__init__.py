"""Citizens' own assemblies: who is in them, what they run, and what is said there."""

from forums.models.activities import Activity
from forums.models.forums import Forum, Mandate, Membership
from forums.models.threads import Post, PostVersion, Thread

__all__ = ["Activity", "Forum", "Mandate", "Membership", "Post", "PostVersion", "Thread"]
