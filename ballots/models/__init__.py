from ballots.models.ballots import Ballot, PublishedVote, RollEntry, Vote
from ballots.models.paper import PaperVoter, Slip, SlipReading

__all__ = ["Ballot", "PaperVoter", "PublishedVote", "RollEntry", "Slip", "SlipReading", "Vote"]
