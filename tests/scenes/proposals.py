"""Proposals in every state, made through the same acts as everywhere."""

from datetime import timedelta

from ballots.actions import cast_vote, close_ballot
from core import now
from core.clock import at
from ledger.delivery import deliver_all
from proposals.actions import (
    ask_elsewhere,
    certify_adoption,
    check_remit,
    fold_tallies,
    give_support,
    invite,
    open_adoption,
    open_issue,
    publish_proposal,
    save_draft,
)
from proposals.models import Adoption, Pair, Proposal
from tests.cast import people, person
from tests.scenes import forums

TITLE = "Keep home care visits at 30 minutes or longer"
BODY = (
    "Carers in our area are given 15 minutes a visit. In that time nobody can help a person wash, eat and take "
    "medicine, and talk to them. We ask for 30 minutes as the shortest visit in every contract."
)


def activity(*, facilitator=None, members=(), threshold=3, code="", **rules):
    """An open activity for proposals in a forum of its own."""
    host = forums.forum(facilitator=facilitator or person("Fay Facilitator", level=3).user, members=members, code=code)
    return forums.proposals_activity(host, threshold=threshold, **rules)


def draft(by, *, host=None, title=TITLE, body=BODY, **more):
    return save_draft(actor=by, activity=host or activity(), title=title, body=body, **more)


def proposal(by=None, *, host=None, title=TITLE, body=BODY, **more):
    """Published, and being checked."""
    author = by or person("Miriam Clarke", level=3).user
    return publish_proposal(actor=author, proposal=draft(author, host=host, title=title, body=body, **more))


def supported(found, number=None, *, level=3):
    """By so many people (as many as it needs), and counted."""
    for supporter in people(number if number is not None else found.threshold, level=level):
        give_support(actor=supporter.user, proposal=found)
    fold_tallies()
    return fresh(found)


def facilitator_of(found):
    return found.forum.memberships.facilitators().select_related("person__user").first().person.user


def checked(found, outcome="in_remit", **more):
    check_remit(actor=facilitator_of(found), proposal=found, outcome=outcome, **more)
    return fresh(found)


def balloted(*voters, days=7, **more):
    """Reached, checked, and put to these members."""
    host = more.pop("host", None) or activity(members=voters)
    found = checked(supported(proposal(host=host, **more)))
    return open_adoption(actor=facilitator_of(found), proposal=found, closes_at=now() + timedelta(days=days))


def counted(choices, **more):
    """The members have voted so: (user, choice)."""
    adoption = balloted(*(user for user, _choice in choices), **more)
    for user, choice in choices:
        cast_vote(actor=user, ballot=adoption.ballot, choice=choice)
    with at(adoption.ballot.closes_at):
        close_ballot(ballot=adoption.ballot)
        deliver_all()
    return Adoption.objects.select_related("proposal__forum", "ballot").get(pk=adoption.pk)


def certified(choices, **more):
    adoption = counted(choices, **more)
    with at(adoption.ballot.closes_at + timedelta(days=14)):
        return certify_adoption(actor=facilitator_of(adoption.proposal), adoption=adoption)


def adopted(*voters, **more):
    """By everybody who votes; with nobody named, by two members of the scene."""
    voters = voters or tuple(person(f"Member {number}", level=3).user for number in (1, 2))
    return certified([(user, "yes") for user in voters], **more)


def asked_elsewhere(found, forum, *, by, days=7):
    """Put to the members of another forum, which `by` facilitates."""
    return ask_elsewhere(actor=by, proposal=found, forum=forum, closes_at=now() + timedelta(days=days))


def counted_elsewhere(found, forum, *, by):
    """The members there may have voted, and the votes are counted."""
    adoption = asked_elsewhere(found, forum, by=by)
    with at(adoption.ballot.closes_at):
        close_ballot(ballot=adoption.ballot)
        deliver_all()
    return Adoption.objects.select_related("proposal__forum", "forum", "ballot").get(pk=adoption.pk)


def shared_issue(*found, by, title="Trees along our roads"):
    """Opened with these proposals, of at least two forums."""
    return open_issue(actor=by, title=title, keys=[("proposals.proposal", one.pk) for one in found])


def pair(newer, older, *, invited_by=None):
    """Two that may be one, as a worker leaves them; put to their authors where somebody invites."""
    made = Pair.objects.create(newer=newer, older=older, likeness=60, found_at=now())
    made = Pair.objects.for_page().get(pk=made.pk)
    return invite(actor=invited_by, pair=made, reason="Both ask for shade.") if invited_by else made


def fresh(found):
    return Proposal.objects.select_related("forum", "activity").get(pk=found.pk)
