"""Gatherings as iCalendar (RFC 5545): the same UID for ever, a SEQUENCE that each change raises, London time with its rules.

A cancelled gathering stays in the feed as cancelled, so that calendars take it out of people's days.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from core.clock import LONDON
from meetings.models import Gathering
from meetings.states import State

if TYPE_CHECKING:
    from icalendar import Event

_STATUS = {State.CANCELLED: "CANCELLED", State.SCHEDULED: "TENTATIVE", State.AGENDA_OPEN: "TENTATIVE"}
Address = Callable[[Gathering], str]


def calendar(gatherings: Iterable[Gathering], *, name: str, address: Address) -> bytes:
    """The feed of these gatherings; `address` gives the absolute URL of each one's page."""
    from icalendar import Calendar, vText  # noqa: PLC0415 -- large, and asked for by calendars alone

    feed = Calendar()
    feed.add("prodid", "-//Folkmoot//Gatherings//EN")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add(
        "x-wr-calname", vText(name)
    )  # the library knows this word only as a word of somebody's own, which it would not escape
    feed.add("x-wr-timezone", "Europe/London")
    for gathering in gatherings:
        feed.add_component(_event(gathering, address(gathering)))
    feed.add_missing_timezones()
    raw: bytes = feed.to_ical()
    return raw


def _event(gathering: Gathering, url: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415 -- as above

    event = Event()
    event.add("uid", gathering.uid)
    event.add("sequence", gathering.sequence)
    event.add("dtstamp", gathering.changed_at)
    event.add("last-modified", gathering.changed_at)
    event.add("summary", gathering.title)
    event.add("dtstart", gathering.starts_at.astimezone(LONDON))
    event.add("dtend", gathering.ends_at.astimezone(LONDON))
    event.add("status", _STATUS.get(State(gathering.state), "CONFIRMED"))
    event.add("url", url)
    if gathering.place:
        event.add("location", gathering.place)
    words = [text for text in (gathering.cancelled_because, gathering.access, url) if text]
    event.add("description", "\n\n".join(words))
    return event
