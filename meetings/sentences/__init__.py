"""What happened to a gathering, in a sentence."""

from meetings.sentences import gatherings, registrations, writing

__all__ = ["gatherings", "registrations", "writing"]
