"""Who stands behind an owner key such as "forum:3". The floor that hands out a key tells here, at start, whom to tell."""

from collections.abc import Callable, Iterable

Users = Callable[[int], Iterable[int]]
_users: dict[str, Users] = {}
_tell_themselves: set[str] = set()


def register(prefix: str, users: Users, *, tells_when_late: bool = False) -> None:
    """From now on `users(pk)` gives the ids of the sign-ins behind the keys "prefix:pk". A floor that `tells_when_late` does so itself."""
    _users[prefix] = users
    if tells_when_late:
        _tell_themselves.add(prefix)


def told_elsewhere(key: str) -> bool:
    """Whether the floor that handed out the key tells its owners itself that something is late."""
    return key.partition(":")[0] in _tell_themselves


def users_of(key: str) -> list[int]:
    """The ids of the sign-ins behind one key; nobody for "people" and for keys that no floor has claimed."""
    prefix, _, pk = key.partition(":")
    users = _users.get(prefix)
    return [user for user in users(int(pk)) if user] if users and pk.isdecimal() else []
