from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ForumCreated(Event):
    forum_id: int


@dataclass(frozen=True)
class ForumChanged(Event):
    """Its title, purpose, areas or topics were written anew."""

    forum_id: int


@dataclass(frozen=True)
class ForumMoved(Event):
    """It was paused, taken up again or closed."""

    forum_id: int
    state: str


@dataclass(frozen=True)
class ForumJoined(Event):
    forum_id: int


@dataclass(frozen=True)
class ForumLeft(Event):
    forum_id: int


@dataclass(frozen=True)
class FacilitatorAppointed(Event):
    forum_id: int
    person_id: int


@dataclass(frozen=True)
class FacilitatorEnded(Event):
    forum_id: int
    person_id: int


@dataclass(frozen=True)
class MandateGiven(Event):
    forum_id: int
    mandate_id: int


@dataclass(frozen=True)
class MandateRecalled(Event):
    forum_id: int
    mandate_id: int


@dataclass(frozen=True)
class ActivityOpened(Event):
    forum_id: int
    activity_id: int


@dataclass(frozen=True)
class ActivityChanged(Event):
    forum_id: int
    activity_id: int


@dataclass(frozen=True)
class ActivityRulesFrozen(Event):
    activity_id: int
    threshold: int
    minimum_level: int
    months_open: int


@dataclass(frozen=True)
class ThreadStarted(Event):
    forum_id: int
    thread_id: int


@dataclass(frozen=True)
class ThreadPinned(Event):
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
    """`about_kind` and `about_id` name the record that the thread hangs under; "" and 0 for the forum itself."""

    post_id: int
    thread_id: int
    parent_id: int
    about_kind: str
    about_id: int
    digest: str


@dataclass(frozen=True)
class PostEdited(Event):
    post_id: int
    version: int
    digest: str


@dataclass(frozen=True)
class PostPinned(Event):
    post_id: int
    pinned: bool
