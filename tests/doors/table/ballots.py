"""Ballots and their votes."""

from tests.doors.table.door import CLERK, RUN_FORUM, SIGNED_IN, acts, one, opens

BALLOTS = {
    **opens("ballots:list"),
    **opens("ballots:ballot ballots:votes ballots:receipt", args=one("certified_ballot.pk")),
    **acts("ballots:vote", args=one("open_ballot.pk")),
    **acts("ballots:find", args=one("certified_ballot.pk")),
    **opens("ballots:votes_csv ballots:votes_text", args=one("certified_ballot.pk")),
    **opens("ballots:box ballots:slips", RUN_FORUM, args=one("paper_ballot.pk")),
    **acts("ballots:print_slips ballots:hand_out ballots:read_slip", SIGNED_IN, args=one("paper_ballot.pk")),
    **acts("api:ballot-hand-out api:ballot-read-slip", SIGNED_IN, args=one("paper_ballot.pk")),
    **opens("ballots:annul", CLERK, args=one("open_ballot.pk")),
    **opens("api:ballots"),
    **opens("api:ballot", args=one("open_ballot.pk")),
    **acts("api:ballot-vote", SIGNED_IN, args=one("open_ballot.pk")),
    **opens("api:ballot-votes", args=one("certified_ballot.pk")),
}
