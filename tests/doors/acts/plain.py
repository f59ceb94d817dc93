"""Acts of the small houses: the calendar of the clocks."""

from tests.doors.acts.act import day, does
from tests.doors.table.door import STEWARDS

PLAIN = {
    **does(
        "clocks:new_holiday api:clocks-holidays",
        "clerk",
        STEWARDS,
        lambda world: {"date": day(17), "name": "Day of Rest"},
    ),
}
