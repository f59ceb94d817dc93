"""What moderation asks of a public name before it stands."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.names import judges
from accounts.queries import person_of
from core.text import sort_key
from core.verdicts import Verdict, no, yes
from moderation.models import Profile


@judges
def not_withheld(user: Any, name: str) -> Verdict:
    """A name that was withheld cannot be taken again by whoever bore it; an appeal can bring it back."""
    person = person_of(user)
    withheld = Profile.objects.filter(person=person).exclude(withheld="").values_list("withheld", flat=True).first()
    if withheld is not None and sort_key(withheld) == sort_key(name):
        return no(_("A moderator withheld this name. Choose another name, or appeal against the decision."))
    return yes()
