"""Ballots and their votes."""

from tests.doors.table.door import CLERK, SIGNED_IN, acts, one, opens

BALLOTS = {
    **opens("ballots:list"),
    **opens("ballots:ballot ballots:votes ballots:receipt", args=one("certified_ballot.pk")),
    **acts("ballots:vote", args=one("open_ballot.pk")),
    **acts("ballots:find", args=one("certified_ballot.pk")),
    **opens("ballots:votes_csv ballots:votes_text", args=one("certified_ballot.pk")),
    **opens("ballots:annul", CLERK, args=one("open_ballot.pk")),
    **opens("api:ballots"),
    **opens("api:ballot", args=one("open_ballot.pk")),
    **acts("api:ballot-vote", SIGNED_IN, args=one("open_ballot.pk")),
    **opens("api:ballot-votes", args=one("certified_ballot.pk")),
}
