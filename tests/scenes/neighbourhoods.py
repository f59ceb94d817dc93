"""What is known of a place, made through the same acts as everywhere."""

from core import today
from neighbourhoods.actions import add_asset, begin_presence, write_story
from neighbourhoods.models import AssetKind
from tests.cast import person, ward
from tests.scenes import forums

SOURCE = {"title": "Told at the library, June 2026", "speaks": "residents"}


def local_facilitator(area=None):
    """A user who facilitates a forum of the area."""
    found = person("Lena Local", level=3).user
    forums.forum(facilitator=found, areas=[area or ward()])
    return found


def kind(code="hall"):
    return AssetKind.objects.get(code=code)


def asset(*, by=None, name="Stirchley Baths", offers="Rooms by the hour.", **more):
    values = {"kind": kind(), "ward": ward(), **more}
    return add_asset(actor=by or local_facilitator(), name=name, offers=offers, **values)


def story(*, by=None, area=None, **more):
    area = area or ward()
    values = {"history": "Built around the canal [1].", "sources": [SOURCE], **more}
    return write_story(actor=by or local_facilitator(area), area=area, **values)


def post(*, by=None, area=None, since=None, **more):
    words = {"role": "Community development worker", "organisation": "Made-up Settlement", "hours": "Tuesdays, 10 to 4"}
    return begin_presence(
        actor=by or forums.clerk(), area=area or ward(), since=since or today(),
        **{**words, "contact": "0121 496 0000", **more},
    )  # fmt: skip
