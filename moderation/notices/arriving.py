"""Who is told of what waits."""

from collections.abc import Iterable

from accounts.models import Role
from accounts.queries import users_with_role
from ledger.models import Entry
from moderation import keys
from moderation.events import HeldBack, HeldReleased
from moderation.models import Held
from notifications.duties import Audience, tells


@tells(HeldBack)
def held_back(event: HeldBack, entry: Entry) -> Iterable[Audience]:
    held = Held.objects.get(pk=event.held_id)
    yield Audience("moderators", keys.moderators(held.host_key) or users_with_role(Role.MODERATOR))


@tells(HeldReleased)
def held_released(event: HeldReleased, entry: Entry) -> Iterable[Audience]:
    yield Audience("author", Held.objects.filter(pk=event.held_id).values_list("by_id", flat=True))
