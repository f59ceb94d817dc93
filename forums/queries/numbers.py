"""The numbers by which a debate runs, as they hold today."""

from datetime import timedelta

from core import today
from forums.models import TalkRule


def talk_rule(key: str) -> int:
    """The newest version that is valid. Raises TalkRule.DoesNotExist for an unknown key."""
    found = TalkRule.objects.filter(key=key, valid_from__lte=today()).order_by("-version").values_list("amount").first()
    if found is None:
        raise TalkRule.DoesNotExist(key)
    return int(found[0])


def editing_time() -> timedelta:
    """For how long after its publication an author may put a post right."""
    return timedelta(minutes=talk_rule("edit_minutes"))
