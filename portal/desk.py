"""Steps of the line on the desks of those who owe them, with the act that comes next."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from chain.queries import owed_by
from core.desk import AT_ONCE, Act, Entry, Office, register
from moderation.policies.interests import left_to_others
from portal.queries.acts import next_acts

CHECK = "remit_check"
KINDS = {
    CHECK: gettext_lazy("Proposal to check"),
    "adoption": gettext_lazy("Proposal for the members"),
    "output": gettext_lazy("Output"),
    "referral": gettext_lazy("Referral"),
    "notice": gettext_lazy("Recommendation to send"),
    "answer": gettext_lazy("Answer that is owed"),
    "commitment": gettext_lazy("Promise"),
    "dispute": gettext_lazy("Dispute"),
    "step": gettext_lazy("On the line"),
}


def steps(office: Office) -> Iterator[Entry]:
    """What the office owes. Nobody checks a proposal that is their own or from which they stand aside."""
    rows = list(owed_by(office.places)[:AT_ONCE]) if office.places else []
    acts = next_acts(rows)
    others = left_to_others(office.user, [(one.subject_kind, one.subject_id) for one in rows if one.kind == CHECK])
    for one in rows:
        subject = (one.subject_kind, one.subject_id)
        act = Act(str(acts[one.pk].words), acts[one.pk].url)
        kind = one.kind if one.kind in KINDS else "step"
        note = " · ".join(filter(None, (str(one.owner_label), one.note)))
        yield Entry(
            kind,
            str(one.pk),
            one.title,
            one.url,
            (act,),
            one.due,
            since=one.opened_at,
            note=note,
            subject=subject,
            aside=one.kind == CHECK and subject in others,
        )


register(steps, roles=("facilitator", "clerk", "councillor", "cabinet"), kinds=KINDS)
