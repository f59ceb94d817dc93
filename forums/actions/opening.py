"""An activity of any kind, from what its form and the API ask for."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.verdicts import Refused, no
from forums.actions.activities import open_activity
from forums.actions.asking_members import announce_gathering, open_ballot
from forums.models import Activity, Forum, Phase
from forums.states import ActivityKind
from meetings.models import Gathering


def opened(
    *,
    actor: Any,
    forum: Forum,
    kind: str,
    title: str,
    explanation: str,
    opens_at: datetime,
    closes_at: datetime | None,
    phase: Phase | None = None,
    gathering: Gathering | None = None,
    **rules: Any,
) -> Activity:
    """A ballot freezes its roll, a meeting takes its days from the gathering, the others run by `rules`."""
    words: Any = {"actor": actor, "forum": forum, "title": title, "explanation": explanation, "phase": phase}
    if kind == ActivityKind.BALLOT:
        if closes_at is None:
            raise Refused(no(_("Say until when the members can vote.")))
        return open_ballot(opens_at=opens_at, closes_at=closes_at, **words)
    if kind == ActivityKind.MEETING:
        if gathering is None:
            raise Refused(no(_("Choose one of the forum's meetings.")))
        return announce_gathering(gathering=gathering, **words)
    return open_activity(kind=kind, opens_at=opens_at, closes_at=closes_at, **words, **rules)
