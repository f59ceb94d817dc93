"""The ground floor: no tables, no domain words. Everything above may lean on it."""

from core.clock import now, today

__all__ = ["now", "today"]
