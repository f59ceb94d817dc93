"""Set what a kind of forum begins with."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core import now
from core.states import StateConflict
from core.text import render
from core.verdicts import no, require, yes
from forums.events import FirstRulesSet
from forums.models import CHARTER, RulesTemplate
from forums.policies.measures import may_set_first_rules
from forums.wording import differences, values
from ledger.actions import record


@transaction.atomic
def set_first_rules(
    *, actor: Any, kind: str, charter: dict[str, Any], why: str, seen: int | None = None
) -> RulesTemplate:
    """Forums of the kind that begin from now on begin with these rules; those that stand keep theirs.

    `charter` names what changes. Of two at once the second is refused where it has `seen` an older version.
    """
    require(may_set_first_rules(actor))
    RulesTemplate.objects.select_for_update().filter(kind=kind).order_by("version")[:1].get()
    last = RulesTemplate.objects.filter(kind=kind).latest("version")
    if seen is not None and seen != last.version:
        raise StateConflict
    require(yes() if why.strip() else no(_("Say why: the reason stands with the rules.")))
    wanted = values(last, CHARTER) | charter
    made = RulesTemplate(
        kind=kind,
        version=last.version + 1,
        since=now(),
        why=why.strip(),
        conduct_html=render(wanted["conduct"]) if wanted["conduct"] else "",
        **wanted,
    )
    require(yes() if differences(last, made) else no(_("These are the rules as they are. Change one of them.")))
    made.save()
    event = FirstRulesSet(template_id=made.pk, kind=kind, version=made.version)
    record(event, actor=actor, subject=made)
    return made
