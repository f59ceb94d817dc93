"""Processes and their phases."""

from tests.doors.table.door import RUN_FORUM, SIGNED_IN, STEWARDS, acts, one, opens

PROCESSES = {
    **opens("processes:list"),
    **opens("processes:new", STEWARDS),
    **opens("processes:process", args=one("process.slug")),
    **opens("processes:edit processes:new_phase", RUN_FORUM, args=one("process.slug")),
    **opens("processes:edit_phase", RUN_FORUM, args=one("phase.pk")),
    **opens("api:processes"),
    **opens("api:process", args=one("process.slug")),
    **acts("api:process-phases", SIGNED_IN, args=one("process.slug")),
    **acts("api:phase", SIGNED_IN, args=one("phase.pk")),
}
