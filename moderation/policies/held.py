"""Who sees and settles what waits."""

from typing import Any

from django.utils.translation import gettext_lazy as _, ngettext

from accounts.policies import signed_in
from core.verdicts import Verdict, no, yes
from moderation.models import Held
from moderation.queries.trust import Standing, standing_of


def may_take_back(user: Any, held: Held) -> Verdict:
    """Its author, while it waits."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    if user.pk != held.by_id:
        return no(_("Only its author can take it back."))
    return yes() if held.is_waiting else no(_("This waits for nobody any more."))


def may_post_links(user: Any) -> Verdict:
    """Whether words with a link stand at once; what is missing, where they wait."""
    verdict = signed_in(user)
    if not verdict:
        return verdict
    standing = standing_of(user)
    if standing.posts_links:
        return yes()
    return no(
        _("Words with a link wait for a person until you are known here. What is missing: %(what)s.")
        % {"what": "; ".join(missing_words(standing))}
    )


def missing_words(standing: Standing) -> list[str]:
    """What is missing to the next level, each part as a phrase."""
    parts = (
        (standing.missing_days, ngettext("%(n)s more day here", "%(n)s more days here", standing.missing_days)),
        (
            standing.missing_threads,
            ngettext("%(n)s more conversation read", "%(n)s more conversations read", standing.missing_threads),
        ),
        (
            standing.missing_posts,
            ngettext("%(n)s more post that stands", "%(n)s more posts that stand", standing.missing_posts),
        ),
    )
    return [phrase % {"n": number} for number, phrase in parts if number]
