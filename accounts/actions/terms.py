"""The terms of use: published by version, accepted by person."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from accounts.events import TermsPublished
from accounts.models import Acceptance, Terms, User
from accounts.policies import may_publish_terms, signed_in
from core import now
from core.verdicts import require
from ledger.actions import record


@transaction.atomic
def publish_terms(*, actor: Any, text: str, must_accept_again: bool = False) -> Terms:
    """A new version stands. If it must be accepted again, nobody acts before they have done so; reading stays free."""
    require(may_publish_terms(actor))
    newest = Terms.objects.aggregate(newest=Max("version"))["newest"] or 0
    terms = Terms.objects.create(version=newest + 1, text=text, published_at=now(), must_accept_again=must_accept_again)
    if must_accept_again:
        # Set on every sign-in at once, so that asking costs nothing at each request.
        User.objects.filter(must_accept_terms=False).update(must_accept_terms=True)
    record(TermsPublished(version=terms.version, must_accept_again=must_accept_again), actor=actor, subject=terms)
    return terms


@transaction.atomic
def accept_terms(*, actor: User, terms: Terms) -> None:
    """Whoever acts has accepted this version, once; if it is the newest, they may act again."""
    require(signed_in(actor))
    Acceptance.objects.get_or_create(user=actor, terms=terms, defaults={"at": now()})
    if actor.must_accept_terms and not Terms.objects.filter(version__gt=terms.version).exists():
        actor.must_accept_terms = False
        actor.save(update_fields=("must_accept_terms",))


def accept_newest(user: User) -> None:
    """The terms beside the sign-up form are accepted by signing up."""
    newest = Terms.objects.order_by("-version").first()
    if newest is not None:
        Acceptance.objects.get_or_create(user=user, terms=newest, defaults={"at": now()})
