"""What happened in the demonstration council, story by story. `all_stories(world)` gives every one, ready for the stage."""

from portal.demo.stage import Story
from portal.demo.stories import (
    activities,
    assembly,
    before_committees,
    care,
    debate,
    desk,
    everyday,
    founding,
    gatherings,
    neighbours,
    promises,
    rooms,
    settings,
    steps,
    talk,
    together,
    transport,
    trees,
    twins,
    watching,
)
from portal.demo.world import World


def all_stories(world: World) -> list[Story]:
    return [
        care.split_shifts(world),
        care.every_voice(world),
        *trees.stories(world),
        transport.missed_answer(world),
        *promises.stories(world),
        *before_committees.stories(world),
        *everyday.stories(world),
        *talk.stories(world),
        *debate.stories(world),
        *founding.stories(world),
        *assembly.stories(world),
        *gatherings.stories(world),
        *desk.stories(world),
        *watching.stories(world),
        *rooms.stories(world),
        *settings.stories(world),
        *neighbours.stories(world),
        *steps.stories(world),
        *activities.stories(world),
        *together.stories(world),
        *twins.stories(world),
    ]
