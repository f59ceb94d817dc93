"""What is said in a forum."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ThreadStarted(Event):
    """A conversation is open to everybody's posts."""

    forum_id: int
    thread_id: int


@dataclass(frozen=True)
class ThreadPinned(Event):
    """A facilitator put the conversation before the others, or took it down again."""

    thread_id: int
    pinned: bool


@dataclass(frozen=True)
class ThreadClosed(Event):
    """Closed with written conclusions."""

    forum_id: int
    thread_id: int
    posts: int


@dataclass(frozen=True)
class PostPublished(Event):
    """Somebody spoke. `about_kind` and `about_id` name the record that the thread hangs under; "" and 0 for the forum itself."""

    post_id: int
    thread_id: int
    parent_id: int
    about_kind: str
    about_id: int
    digest: str


@dataclass(frozen=True)
class PostEdited(Event):
    """Its author put the post right; `digest` is the SHA-256 of the new text."""

    post_id: int
    version: int
    digest: str


@dataclass(frozen=True)
class PostDeleted(Event):
    """Its author took the post back; `digest` is the SHA-256 of its last text, which is gone."""

    post_id: int
    thread_id: int
    version: int
    digest: str


@dataclass(frozen=True)
class PostPinned(Event):
    """A facilitator put the post at the top of its thread, or took it down again."""

    post_id: int
    pinned: bool
