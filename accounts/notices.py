"""People are told what happened to their own account by somebody else's hand; administrators, what waits for them."""

from collections.abc import Iterator

from accounts.events import (
    AccountWarned,
    ExportReady,
    PersonVerified,
    RetentionReported,
    RoleEnded,
    RoleGranted,
    StandingChecked,
)
from accounts.models import Grant, Role
from accounts.queries import user_ids_of, users_with_role
from clocks.events import RuleSet
from ledger.models import Entry
from notifications.duties import Audience, tells


@tells(PersonVerified, ExportReady, StandingChecked)
def about_you(event: PersonVerified | ExportReady | StandingChecked, entry: Entry) -> Iterator[Audience]:
    yield Audience("self", user_ids_of([event.person_id]))


@tells(AccountWarned)
def about_the_end(event: AccountWarned, entry: Entry) -> Iterator[Audience]:
    yield Audience("self", user_ids_of([event.person_id]), by_mail=True)


@tells(RoleGranted, RoleEnded)
def about_your_role(event: RoleGranted | RoleEnded, entry: Entry) -> Iterator[Audience]:
    yield Audience("self", Grant.objects.filter(pk=event.grant_id).values_list("user_id", flat=True))


@tells(RetentionReported)
def about_what_waits(event: RetentionReported, entry: Entry) -> Iterator[Audience]:
    """Nothing in a report goes before an administrator says so; a report of nothing waits for nobody."""
    if event.count:
        yield Audience("administrators", users_with_role(Role.ADMINISTRATOR))


@tells(RuleSet)
def about_how_long_things_take(event: RuleSet, entry: Entry) -> Iterator[Audience]:
    """Told here, since clocks know nobody."""
    yield Audience("stewards", users_with_role(Role.CLERK, Role.ADMINISTRATOR))
