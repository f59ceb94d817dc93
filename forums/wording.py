"""A forum's rules in whole sentences, and what differs between two versions."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import time_format
from django.utils.translation import gettext as _, ngettext

from core.diffs import Piece, words
from forums.models import Charter
from forums.states import Chair, Joining, Unit

LAST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One rule: what it is about, and what it says."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    title: str
    pieces: list[Piece]


def lines(charter: Charter) -> list[Line]:
    """Every rule in the active language, in the order in which people ask."""
    said = [
        (_("How often it meets"), frequency(charter)),
        (_("Where it meets"), charter.place or _("It is said for each meeting.")),
        (_("How many must be there"), _quorum(charter)),
        (_("Who leads its meetings"), _chair(charter)),
        (_("For how long somebody is chosen"), _months(charter.term_months)),
        (_("How somebody is called back"), _recall(charter)),
        (_("When a proposal goes to the members"), _threshold(charter)),
        (_("How long a change is announced"), _notice(charter)),
        (_("Who may join"), joining(charter)),
        (_("When a post is shown"), _moderation(charter)),
        (_("How people speak to each other"), charter.conduct or _("Nothing is written down.")),
    ]
    return [Line(title, str(sentence)) for title, sentence in said]


def differences(before: Charter, after: Charter) -> list[Difference]:
    """The rules that say something else, word by word."""
    both = zip(lines(before), lines(after), strict=True)
    return [Difference(old.title, list(words(old.words, new.words))) for old, new in both if old.words != new.words]


def frequency(charter: Charter) -> str:
    """Such as "Every month on the third Wednesday at 18:30, for 120 minutes." """
    if not charter.every:
        return _("It has no fixed days: each meeting is set on its own.")
    said: dict[str, Any] = {
        "n": charter.every,
        "weekday": weekdays()[charter.weekday],
        "nth": nths().get(charter.nth, ""),
        "time": time_format(charter.starts, "H:i"),
        "minutes": charter.minutes,
    }
    if charter.unit == Unit.WEEKS:
        sentence = ngettext(
            "Every week on %(weekday)s at %(time)s, for %(minutes)d minutes.",
            "Every %(n)d weeks on %(weekday)s at %(time)s, for %(minutes)d minutes.",
            charter.every,
        )
    else:
        sentence = ngettext(
            "Every month on the %(nth)s %(weekday)s at %(time)s, for %(minutes)d minutes.",
            "Every %(n)d months on the %(nth)s %(weekday)s at %(time)s, for %(minutes)d minutes.",
            charter.every,
        )
    moved = _("A bank holiday moves it to the next working day.") if charter.skips_holidays else ""
    return f"{sentence % said} {moved}".strip()


def weekdays() -> dict[int, str]:
    return {
        0: _("Monday"),
        1: _("Tuesday"),
        2: _("Wednesday"),
        3: _("Thursday"),
        4: _("Friday"),
        5: _("Saturday"),
        6: _("Sunday"),
    }


def nths() -> dict[int, str]:
    return {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), LAST: _("last")}


def joining(charter: Charter) -> str:
    who = (
        _("Service users and service workers whose standing has been checked.")
        if charter.joining == Joining.CONCERNED
        else _("Everybody who has said where they live.")
    )
    if not charter.places:
        return who
    kept = _("There are %(places)d places; %(users)d are kept for service users and %(workers)d for service workers.")
    return f"{who} {kept % {'places': charter.places, 'users': charter.places_service_user, 'workers': charter.places_service_worker}}"


def values(charter: Charter, names: tuple[str, ...]) -> dict[str, Any]:
    """What these columns hold."""
    return {name: getattr(charter, name) for name in names}


def _quorum(charter: Charter) -> str:
    if not charter.quorum:
        return _("However many come, they can decide.")
    return ngettext(
        "At least %(n)d member must be there, or vote, for a decision to stand.",
        "At least %(n)d members must be there, or vote, for a decision to stand.",
        charter.quorum,
    ) % {"n": charter.quorum}


def _chair(charter: Charter) -> str:
    """Only a facilitator is put there by this site; whom the members choose, they choose in their meetings."""
    who = charter.get_chair_display()  # type: ignore[attr-defined]
    said = {"who": f"{who[:1].upper()}{who[1:]}"}
    if charter.chair == Chair.FACILITATOR:
        return _("%(who)s leads them.") % said
    return _("%(who)s. The forum has agreed this among itself and sees to it in its meetings.") % said


def _months(number: int) -> str:
    return ngettext(
        "For %(n)d month. The forum has agreed this among itself and chooses in its meetings.",
        "For %(n)d months. The forum has agreed this among itself and chooses in its meetings.",
        number,
    ) % {"n": number}


def _recall(charter: Charter) -> str:
    return _(
        "When %(n)d in a hundred members ask for it. The forum has agreed this among itself and decides it in a meeting."
    ) % {"n": charter.recall_percent}


def _threshold(charter: Charter) -> str:
    if not charter.supports_threshold:
        return _("With as many supports as the activity says in which it is made.")
    return ngettext(
        "With %(n)d support, if it is published under these rules.",
        "With %(n)d supports, if it is published under these rules.",
        charter.supports_threshold,
    ) % {"n": charter.supports_threshold}


def _notice(charter: Charter) -> str:
    return ngettext(
        "For %(n)d day before the members vote on it.",
        "For %(n)d days before the members vote on it.",
        charter.notice_days,
    ) % {"n": charter.notice_days}


def _moderation(charter: Charter) -> str:
    return _("Once a facilitator has read it.") if charter.premoderated else _("At once.")
