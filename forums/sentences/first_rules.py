"""What a kind of forum begins with was set."""

from django.utils.translation import gettext as _

from core.subjects import Subject
from forums.events import FirstRulesSet
from ledger.sentences import says


@says(FirstRulesSet)
def first_rules_set(event: FirstRulesSet, subject: Subject | None, audience: str) -> str:
    return _("The rules with which a new %(label)s begins were set anew. Forums that stand keep theirs.") % {
        "label": subject.label if subject else "?"
    }
