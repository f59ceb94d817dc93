"""Questions that members ask, and their answers."""

from dataclasses import dataclass

from ledger.events import Event


@dataclass(frozen=True)
class QuestionAsked(Event):
    """A member asked; others can say that they want to know too."""

    forum_id: int
    activity_id: int
    question_id: int


@dataclass(frozen=True)
class QuestionAnswered(Event):
    """Somebody in a role answered, once; `voice` is that role."""

    forum_id: int
    question_id: int
    post_id: int
    backers: int
    voice: str
