"""What moderation asks of a public name, and of what people say of themselves, before it stands."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.names import judges
from accounts.queries import person_of
from core.text import sort_key
from core.verdicts import Verdict, no, yes
from moderation.models import Profile, Why
from moderation.queries.arrivals import judged_name

# Other words wait for a person; a name cannot wait, for there would be none meanwhile.
SENTENCES = {
    Why.LINKS: _("Leave the link out. It can stand in what you write, but not beside it."),
    Why.WORDS: _("There is a word in it that is looked at before anybody sees it. Choose other words."),
    Why.SPAM: _("This reads like an advertisement, and cannot stand beside what you write. Choose other words."),
}


@judges
def not_withheld(user: Any, name: str) -> Verdict:
    """A name that was withheld cannot be taken again by whoever bore it; an appeal can bring it back."""
    person = person_of(user)
    withheld = Profile.objects.filter(person=person).exclude(withheld="").values_list("withheld", flat=True).first()
    if withheld is not None and sort_key(withheld) == sort_key(name):
        return no(_("A moderator withheld this name. Choose another name, or appeal against the decision."))
    return yes()


@judges
def not_spam(user: Any, name: str) -> Verdict:
    """It is looked at by the same rules and the same score as whatever somebody publishes."""
    if person_of(user) is None:
        return yes()
    return next((no(SENTENCES[why]) for why in judged_name(user, name)), yes())
