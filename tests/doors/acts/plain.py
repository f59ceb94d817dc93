"""Acts of the small houses: the calendar of the clocks, the numbers that the council sets."""

from tests.doors.acts.act import Pick, day, does
from tests.doors.table.door import STEWARDS

PLAIN = {
    **does(
        "clocks:new_holiday api:clocks-holidays",
        "clerk",
        STEWARDS,
        lambda world: {"date": day(17), "name": "Day of Rest"},
    ),
    **does(
        "portal:set_number api:number",
        "clerk",
        STEWARDS,
        lambda world: {"amount": Pick("30"), "since": day(7), "why": "Twenty-five were found too few."},
    ),
}
