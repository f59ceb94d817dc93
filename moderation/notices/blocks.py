"""Who is told of a block and its end."""

from collections.abc import Iterable

from ledger.models import Entry
from moderation.events import BlockEnded, PersonBlocked
from moderation.models import Block
from notifications.duties import Audience, tells


@tells(PersonBlocked, BlockEnded)
def block_news(event: PersonBlocked | BlockEnded, entry: Entry) -> Iterable[Audience]:
    found = Block.objects.filter(pk=event.block_id, person__user__isnull=False)
    yield Audience("author", found.values_list("person__user_id", flat=True))
