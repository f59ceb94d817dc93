"""What the demonstration has to show: every state of what lives, what it is read from, and what honestly cannot be shown."""

from ballots.models import Ballot
from chain.models import Step
from committees.models import AgendaItem, Claim, Commitment, Recommendation, Referral
from core import now
from forums.models import (
    Activity,
    Ending,
    Forum,
    ForumRequest,
    PointAnswer,
    Post,
    PostLabel,
    RuleChange,
    Summary,
    Thread,
)
from meetings.models import Gathering, Notes, Registration
from moderation.models import Appeal, Decision, Escalation, Held
from outputs.models import Output
from proposals.models import Pair, Proposal, SharedIssuePart

MACHINES = (
    *(
        Proposal,
        Output,
        Ballot,
        Referral,
        AgendaItem,
        Recommendation,
        Commitment,
        Claim,
        Forum,
        Thread,
        Gathering,
        Step,
    ),
    *(ForumRequest, RuleChange, Ending, Summary, Registration, Held, SharedIssuePart, Pair),
)
FIELDS = (
    *((model, "state") for model in MACHINES),
    *((Forum, "kind"), (Post, "voice"), (PointAnswer, "shown"), (PostLabel, "sort"), (Decision, "outcome")),
)
# No act takes an announced ending back: the state is there because what a member puts to all shares one machine.
NOT_SHOWN = {(Ending, "state"): {"withdrawn"}}


def missing(model, field):
    """States of this model that no row of the demonstration is in."""
    possible = {value for value, _label in model._meta.get_field(field).choices}
    return possible - NOT_SHOWN.get((model, field), set()) - set(model.objects.values_list(field, flat=True))


def moments():
    """What has no column of its own, as a question for the rows: how many answer it."""
    activities, notes, appeals = Activity.objects.all(), Notes.objects.all(), Appeal.objects.all()
    settled = notes.filter(objections__settled_by__isnull=False)
    return {
        "an activity to come": activities.filter(opens_at__gt=now()).count(),
        "an activity that is open": sum(one.is_open for one in activities),
        "an activity that has ended": sum(one.is_over for one in activities),
        "a request that scrutiny granted": ForumRequest.objects.filter(state="agreed").exclude(review="").count(),
        "a meeting that was moved": Gathering.objects.filter(sequence__gt=0, state="scheduled").count(),
        "minutes that a committee agreed": notes.filter(gathering__host_kind="committees.body", agreed_at__isnull=False).count(),
        "notes that were agreed": notes.filter(agreed_at__isnull=False).count(),
        "notes that nobody has agreed to yet": notes.filter(agreed_at=None, objections=None).count(),
        "notes that somebody objects to": notes.filter(agreed_at=None, objections__settled_by=None).exclude(objections=None).count(),
        "notes whose objection a new version settled": settled.count(),
        "an appeal that waits": appeals.filter(answer=None).count(),
        "an appeal that was upheld": appeals.filter(answer__outcome="restore").count(),
        "an appeal that was turned down": appeals.filter(answer__outcome="hide").count(),
        "words that may be unlawful": Escalation.objects.count(),
    }  # fmt: skip
