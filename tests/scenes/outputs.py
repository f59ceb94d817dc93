"""Outputs in every state, made through the same acts as everywhere."""

from datetime import timedelta

from ballots.actions import cast_vote, close_ballot
from core import now
from core.clock import at
from ledger.delivery import deliver_all
from outputs.actions import compile_output, open_approval, open_comments, settle_approval
from outputs.models import Output
from proposals.actions import answer_part
from tests.cast import person
from tests.scenes import proposals

TEXTS = {
    "title": "Visits long enough to help",
    "summary": "Home care visits of fifteen minutes are too short. The forum asks for thirty minutes as the shortest visit in every contract.",
    "findings": "Carers told us that **fifteen minutes** are not enough.\n\n- Set thirty minutes as the shortest visit.\n- Publish the visits that fell short.",
    "dissent": "Some members want short medicine calls to stay possible.",
}


def draft(*voters, adoptions=None, **texts):
    """A first draft; the voters are the members of its forum."""
    adoptions = adoptions or [proposals.adopted(*voters)]
    forum = adoptions[0].forum
    return compile_output(actor=facilitator_of(forum), forum=forum, adoptions=adoptions, **{**TEXTS, **texts})


def commented(*voters, **more):
    return open_comments(**acting(draft(*voters, **more)))


def balloted(*voters, days=7, **more):
    """Its comments are over; the members may vote for so many days from the moment given by `commenting_over`."""
    output = commented(*voters, **more)
    with at(commenting_over()):
        return open_approval(**acting(output), closes_at=now() + timedelta(days=days))


def counted(choices, **more):
    """The members have voted so: (user, choice)."""
    output = balloted(*(user for user, _choice in choices), **more)
    with at(commenting_over()):
        for user, choice in choices:
            if choice:
                cast_vote(actor=user, ballot=output.ballot, choice=choice)
    with at(output.ballot.closes_at):
        close_ballot(ballot=output.ballot)
        deliver_all()
    return fresh(output)


def approved(*voters, **more):
    """By everybody who votes; with nobody named, by two members of the scene."""
    voters = voters or tuple(person(f"Member {number}", level=3).user for number in (1, 2))
    output = counted([(user, "yes") for user in voters], **more)
    with at(output.ballot.closes_at):
        return settle_approval(**acting(output))


def on_one_issue(*outputs):
    """Public outputs of different forums whose first proposals belong to one shared issue; each forum said so."""
    found = [output.asks.order_by("number").first().adoption.proposal for output in outputs]
    issue = proposals.shared_issue(*found, by=facilitator_of(outputs[0].forum))
    for part in issue.parts.filter(state="asked").select_related("forum"):
        answer_part(actor=facilitator_of(part.forum), part=part, joins=True)
    return issue


def acting(output):
    """The facilitator of its forum, and the output, as the actions want them."""
    return {"actor": facilitator_of(output.forum), "output": output}


def facilitator_of(forum):
    return forum.memberships.facilitators().select_related("person__user").first().person.user


def commenting_over():
    return now() + timedelta(days=8)


def fresh(output):
    return Output.objects.select_related("forum", "ballot").get(pk=output.pk)
