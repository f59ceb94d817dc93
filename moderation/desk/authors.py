"""Authors of whom several things were hidden: the step that has come, and who was handed to the council's moderators."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from core.desk import Act, Entry, Office, register
from moderation.policies.interests import left_to_others
from moderation.queries.ladder import referrals, suggestions


def steps(office: Office) -> Iterator[Entry]:
    """Suggested by the number of hidings that stand; whoever moderates there decides, or nothing follows."""
    rows = suggestions(office.places, user=office.user)
    others = left_to_others(office.user, [(one.kind, one.id) for one in rows])
    for one in rows:
        words = ngettext(
            "%(n)s thing of theirs was hidden, and stands so. Suggested: %(step)s. You decide.",
            "%(n)s things of theirs were hidden, and stand so. Suggested: %(step)s. You decide.",
            one.removals,
        )
        url = reverse("moderation:step", args=(one.kind, one.id))
        yield Entry(
            "ladder",
            f"{one.host_key} {one.person.pk}",
            one.person.display_name,
            url,
            (Act(_("Decide on the step"), url),),
            note=words % {"n": one.removals, "step": one.words},
            weight=one.removals,
            aside=(one.kind, one.id) in others,
        )


def referred(office: Office) -> Iterator[Entry]:
    """You decide what comes next, or nothing does."""
    rows = referrals(office.user)
    others = left_to_others(office.user, [(one.about_kind, one.about_id) for one in rows])
    for one in rows:
        key = (one.about_kind, one.about_id)
        url = reverse("moderation:content", args=key)
        acts = (Act(_("Block"), reverse("moderation:block", args=key)),)
        note = _("You decide what comes next, or nothing does.")
        yield Entry(
            "referred",
            str(one.pk),
            one.person.display_name,
            url,
            acts,
            one.until,
            since=one.since,
            note=note,
            aside=key in others,
        )


register(steps, roles=("facilitator", "moderator"), kinds={"ladder": gettext_lazy("Next step for an author")})
register(referred, roles=("moderator",), kinds={"referred": gettext_lazy("Author handed to you")})
