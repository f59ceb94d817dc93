"""Records with steps, standing alone: gatherings serve as the records, since anybody may see them."""

from datetime import timedelta
from itertools import count

from chain import actions
from chain.states import Station
from core import now
from meetings.models import Gathering

_number = count(1)


def record(title="A thing", **fields):
    """A record that a step can speak of."""
    starts_at = now() + timedelta(days=30)
    values = {
        "host_kind": "forums.forum",
        "host_id": 1,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
    }
    return Gathering.objects.create(title=title, **(values | fields))


def step(subject=None, kind="", station=Station.PROPOSED, **fields):
    """An open step, owed by the facilitators of forum 3 unless said otherwise."""
    number = next(_number)
    values = {
        "title": f"Step {number}",
        "address": f"/things/{number}/",
        "owner_key": "forum:3",
        "owner_label": "the facilitators",
    }
    return actions.open_step(
        subject=subject or record(), kind=kind or f"kind_{number}", station=station, **(values | fields)
    )


def whole_line(**fields):
    """Seven records, each with one step, each the child of the one before; all but the last are closed."""
    made = []
    for station in Station:
        made.append(step(station=station, parents=made[-1:], **fields))
    for earlier in made[:-1]:
        actions.close_step(step=earlier)
    return made
