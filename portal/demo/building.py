"""Build the demonstration: council, forums, stories; the same dice and the same day give the same council."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from random import Random

from django.db import connection, transaction

from core import clock
from ledger.delivery import deliver_all
from portal.demo import assemblies, council, representatives
from portal.demo.crowd import add_crowd
from portal.demo.stage import DAYS, Calendar, Stage, jobs
from portal.demo.stories import all_stories
from portal.demo.world import SMALL, Size, World
from search.actions import refresh_words


@contextmanager
def as_one() -> Iterator[None]:
    """All of it stands, or nothing does.

    No act in it is undone alone, so none sets a savepoint, and no list in it is long, so none is read through a cursor at
    the server: that is half of all that the database would be asked. Nothing is thrown away in between either.
    """
    features, settings = connection.features, connection.settings_dict
    kept = settings.get("DISABLE_SERVER_SIDE_CURSORS", False)
    with transaction.atomic():
        features.uses_savepoints, settings["DISABLE_SERVER_SIDE_CURSORS"] = False, True
        gc.disable()
        try:
            yield
            # Who is to be told of the commit is told once, not for each entry of the record.
            connection.run_on_commit[:] = {hook[1]: hook for hook in connection.run_on_commit}.values()
        finally:
            gc.enable()
            features.uses_savepoints, settings["DISABLE_SERVER_SIDE_CURSORS"] = True, kept


@as_one()
def build(as_of: date, *, size: Size = SMALL, seed: int = 2019) -> World:
    """The demonstration stands as it is at noon of `as_of`; every act in it went through an action."""
    calendar = Calendar(as_of)
    world = World(calendar=calendar, dice=Random(seed), size=size)
    begin = calendar.weekday_ago(DAYS, hour=9)
    with clock.at(begin):
        council.build(world)
        deliver_all()
        assemblies.build(world)
        representatives.build(world)
        jobs()
    stage = Stage(end=calendar.ago(0, 12), begin=calendar.weekday_ago(DAYS - 5, hour=9))
    for story in all_stories(world):
        stage.add(story)
    stage.run()
    with clock.at(stage.end):
        add_crowd(world)
        refresh_words()
    return world
