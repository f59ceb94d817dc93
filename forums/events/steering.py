from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ThreadSlowed(Event):
    """Each person posts once in so many minutes until a moment (ISO); 0 minutes: at any pace again."""

    thread_id: int
    minutes: int
    until: str


@dataclass(frozen=True)
class PostsMoved(Event):
    """A post went to another conversation with everything below it; `posts` counts them all. The entry stands under the conversation they left."""

    move_id: int
    post_id: int
    from_thread_id: int
    to_thread_id: int
    posts: int
