from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class ForumCreated(Event):
    """A forum stands and can be joined."""

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
    """Somebody is a member of the forum; not public."""

    forum_id: int


@dataclass(frozen=True)
class ForumLeft(Event):
    """Somebody is a member no more; not public."""

    forum_id: int


@dataclass(frozen=True)
class FacilitatorAppointed(Event):
    """The person runs the forum, and no longer decides its content."""

    forum_id: int
    person_id: int


@dataclass(frozen=True)
class FacilitatorEnded(Event):
    """The person is a plain member again."""

    forum_id: int
    person_id: int


@dataclass(frozen=True)
class MandateGiven(Event):
    """Somebody speaks for the forum, with a text and for a time."""

    forum_id: int
    mandate_id: int


@dataclass(frozen=True)
class MandateRecalled(Event):
    """The forum called its representative back."""

    forum_id: int
    mandate_id: int


@dataclass(frozen=True)
class ActivityOpened(Event):
    """The forum runs one more activity, from its first day on."""

    forum_id: int
    activity_id: int


@dataclass(frozen=True)
class ActivityChanged(Event):
    """Its words, its end or, while nobody had taken part, its rules were changed."""

    forum_id: int
    activity_id: int


@dataclass(frozen=True)
class ActivityRulesFrozen(Event):
    """Somebody took part for the first time; these rules hold to the end."""

    activity_id: int
    threshold: int
    minimum_level: int
    months_open: int


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
class PostPinned(Event):
    """A facilitator put the post at the top of its thread, or took it down again."""

    post_id: int
    pinned: bool
