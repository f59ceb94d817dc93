"""Who enters the weeks before an election, and what is warned of in them."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core.verdicts import Verdict, no, yes
from forums.models import Forum, PreElection
from forums.policies.answers import steward
from forums.queries.elections import running
from forums.states import Voice
from forums.voices import voice_of


def may_enter_election(user: Any) -> Verdict:
    return steward(user, _("Only a clerk or an administrator of the council enters the weeks before an election."))


def may_end_election(user: Any, election: PreElection) -> Verdict:
    """Before its last day, such as when a date was wrong."""
    if election.ended_at is not None:
        return no(_("This period is over."))
    return steward(user, _("Only a clerk or an administrator of the council ends this period before its day."))


def may_speak_before_election(user: Any, forum: Forum) -> Verdict:
    """A councillor is warned before speaking in a forum, and asked again. Everybody else speaks as always."""
    if voice_of(user, forum) != Voice.COUNCILLOR:
        return yes()
    election = running(forum=forum)
    if election is None:
        return yes()
    return no(
        _(
            "Until %(day)s the weeks before an election run here, and what a councillor writes can be publicity. Ask the monitoring officer if in doubt, then say that you publish it all the same."
        )
        % {"day": date_format(election.ends, "j F Y")}
    )


def may_promote_before_election(*, forum: Forum | None, areas: Iterable[int] = ()) -> Verdict:
    """Whoever begins or puts forward a process is warned, and asked again."""
    election = running(forum=forum, areas=areas)
    if election is None:
        return yes()
    return no(
        _(
            "Until %(day)s the weeks before an election run here, and a new consultation or one put before the others can be publicity. Ask the monitoring officer if in doubt, then say that you save it all the same."
        )
        % {"day": date_format(election.ends, "j F Y")}
    )
