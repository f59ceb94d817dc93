from django.utils.translation import gettext as _

from core.subjects import Subject
from ledger.sentences import says
from moderation.events import (
    AppealDecided,
    AppealMade,
    ContentDecided,
    ContentEscalated,
    ContentFlagged,
    ContentRephrased,
    ItemTakenOver,
    ModeratorStoodAside,
    ReasonChanged,
)
from moderation.models import Reason


def label_of(subject: Subject | None) -> dict[str, str]:
    return {"label": subject.label if subject else "?"}


@says(ContentFlagged)
def content_flagged(event: ContentFlagged, subject: Subject | None, audience: str) -> str:
    if audience and event.reason_code == Reason.UNLAWFUL:
        return _("Something was reported as possibly against the law. It waits on your desk, by the hour.")
    if audience == "moderators":
        return _("Something was reported in a place that you moderate. It waits on your desk.")
    return _("Something was reported to the moderators.")


@says(ContentDecided)
def content_decided(event: ContentDecided, subject: Subject | None, audience: str) -> str:
    return _words_of_outcome(event.outcome, audience) % label_of(subject)


@says(AppealMade)
def appeal_made(event: AppealMade, subject: Subject | None, audience: str) -> str:
    if audience == "moderators":
        return _(
            "The author appeals against the hiding of “%(label)s”. Somebody else than the first moderator must decide."
        ) % label_of(subject)
    return _("The author of “%(label)s” appealed against its hiding.") % label_of(subject)


@says(AppealDecided)
def appeal_decided(event: AppealDecided, subject: Subject | None, audience: str) -> str:
    if event.outcome == "restore":
        if audience == "author":
            return _("Your appeal succeeded: “%(label)s” is shown again.") % label_of(subject)
        return _("An appeal succeeded: “%(label)s” is shown again.") % label_of(subject)
    if audience == "author":
        return _("Your appeal was decided by a second person: “%(label)s” stays hidden. The page says why.") % label_of(
            subject
        )
    return _("An appeal was decided by a second person: “%(label)s” stays hidden.") % label_of(subject)


@says(ItemTakenOver)
def item_taken_over(event: ItemTakenOver, subject: Subject | None, audience: str) -> str:
    if audience == "first":
        return _("Another moderator took over “%(label)s”, which you had on your desk.") % label_of(subject)
    return _("One moderator took over “%(label)s” from another.") % label_of(subject)


@says(ContentRephrased)
def content_rephrased(event: ContentRephrased, subject: Subject | None, audience: str) -> str:
    if audience == "moderators":
        return _("The author of “%(label)s” has found other words. They wait on your desk.") % label_of(subject)
    return _("The author of “%(label)s” found other words, as a moderator had asked.") % label_of(subject)


@says(ModeratorStoodAside)
def moderator_stood_aside(event: ModeratorStoodAside, subject: Subject | None, audience: str) -> str:
    return _("A moderator stood aside from “%(label)s”, for they have an interest in it.") % label_of(subject)


@says(ContentEscalated)
def content_escalated(event: ContentEscalated, subject: Subject | None, audience: str) -> str:
    return _("“%(label)s” may be against the law. It is hidden, and waits for the council's moderators.") % label_of(
        subject
    )


@says(ReasonChanged)
def reason_changed(event: ReasonChanged, subject: Subject | None, audience: str) -> str:
    if not event.active:
        return _("The reason “%(label)s” can be chosen by moderators no longer.") % label_of(subject)
    return _("The council's moderators wrote the reason “%(label)s” anew.") % label_of(subject)


def _words_of_outcome(outcome: str, audience: str) -> str:
    table = {
        ("hide", "author"): _("Your words in “%(label)s” were hidden. The page says why, and how to appeal."),
        ("hide", "reporters"): _("You reported “%(label)s”. It was hidden."),
        ("hide", ""): _("A moderator hid “%(label)s”, with a reason."),
        ("keep", "author"): _("“%(label)s” was reported. A moderator looked at it, and it stays as it is."),
        ("keep", "reporters"): _("You reported “%(label)s”. A moderator looked at it, and it stays as it is."),
        ("keep", ""): _("A moderator looked at a report on “%(label)s” and kept it."),
        ("hold", "author"): _(
            "Several people reported your words in “%(label)s”. They are held until a person looks, within a day."
        ),
        ("hold", "reporters"): _(
            "“%(label)s”, which you reported, is held until a person looks, within a day. You will hear what they decide."
        ),
        ("hold", "moderators"): _("“%(label)s” is held, because several people reported it. Look at it within a day."),
        ("hold", ""): _("“%(label)s” is held until a person looks, because several people reported it."),
        ("edit", "author"): _(
            "A moderator took words out of what you wrote in “%(label)s”. The page says why, and how to appeal."
        ),
        ("edit", "reporters"): _("You reported “%(label)s”. A moderator took words out of it."),
        ("edit", ""): _("A moderator took words out of “%(label)s”, with a reason."),
        ("rephrase", "author"): _(
            "You are asked to say in other words what you wrote in “%(label)s”. The page says why, and until when."
        ),
        ("rephrase", "reporters"): _("You reported “%(label)s”. Its author is asked to say it in other words."),
        ("rephrase", ""): _("A moderator asked the author of “%(label)s” to say it in other words."),
        ("restore", "author"): _("Your words in “%(label)s” are shown again."),
        ("restore", "reporters"): _("“%(label)s”, which you reported, is shown again."),
        ("restore", ""): _("“%(label)s” is shown again."),
    }
    return table.get((outcome, audience)) or table[outcome, ""]
