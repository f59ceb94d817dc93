"""What waits on a facilitator's desk for the sake of the talk and the meetings of their forums; and requests for forums, on the council's desks."""

from forums.desk import gatherings, requests, talk  # noqa: F401 -- each registers with the desk
