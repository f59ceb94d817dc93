"""Report a person, from something they wrote."""

from typing import Any

from django.db import transaction

from accounts.actions import give_back_name, withhold_name
from core import now
from core.verdicts import require
from moderation.actions.flags import flag
from moderation.authors import author_of
from moderation.models import Decision, Flag, Moderated, Profile, Reason
from moderation.policies import may_flag_person

COUNCIL = "council"


@transaction.atomic
def flag_person(*, actor: Any, subject: Moderated, reason: Reason, note: str = "") -> Flag:
    """The public name of whoever wrote this waits with the moderators of the council."""
    require(may_flag_person(actor, subject))
    person = author_of(subject).get()
    profile, _created = Profile.objects.get_or_create(person=person, defaults={"since": now()})
    return flag(actor=actor, subject=profile, reason=reason, note=note, host_key=COUNCIL)


def name_follows(profile: Profile, decision: Decision) -> None:
    """Hidden, the name is withheld: they stand there as a resident. Shown again, it is theirs again unless they chose another."""
    if decision.outcome == Decision.Outcome.HIDE:
        profile.withheld = withhold_name(person=profile.person)
    elif decision.outcome == Decision.Outcome.RESTORE and profile.withheld:
        give_back_name(person=profile.person, name=profile.withheld)
        profile.withheld = ""
    profile.save(update_fields=("withheld",))
