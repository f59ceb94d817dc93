"""Who is told that a number of moderation was set."""

from collections.abc import Iterable

from accounts.models import Role
from accounts.queries import users_with_role
from ledger.models import Entry
from moderation.events import SettingSet
from notifications.duties import Audience, tells


@tells(SettingSet)
def setting_set(event: SettingSet, entry: Entry) -> Iterable[Audience]:
    yield Audience("moderators", users_with_role(Role.MODERATOR, Role.ADMINISTRATOR))
