"""Look for traces: of a person in every row of every table, in Redis, in what a page says."""

from django.apps import apps
from django.db import connection

from accounts.models import User
from core.redis import client
from forums.models import ProtectedVoice
from ledger.models import Pseudonym


def names_of(user):
    """Everything by which anybody could tell that it is this person."""
    found = {user.person.name, *user.person.name.split(), user.email, str(user.pk), str(user.person.pk)}
    return found | set(Pseudonym.objects.filter(user=user).values_list("key", flat=True))


def names_of_voice(voice):
    return {voice.tag, voice.pseudonym}


def rows():
    """Every row of every table as text, binary columns as what they say as well as in hexadecimal."""
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names()):
            cursor.execute(f'SELECT to_jsonb(t)::text FROM "{table}" t')
            for (text,) in cursor.fetchall():
                yield table, text + _said_in_bytes(text)


def _said_in_bytes(text):
    parts = [part.split('"')[0] for part in text.split("\\\\x")[1:]]
    return "".join(bytes.fromhex(part).decode("latin-1") for part in parts if len(part) % 2 == 0 and _is_hex(part))


def _is_hex(text):
    return all(letter in "0123456789abcdef" for letter in text)


def rows_with(names):
    return sorted((table, text) for table, text in rows() if any(name in text for name in names))


def rows_with_both(some, others):
    return [(table, text) for table, text in rows_with(some) if any(name in text for name in others)]


def kept_in_redis(names):
    """Keys and values outside the database that hold any of the names."""
    server, found = client(), []
    for key in server.scan_iter("*"):
        kind = server.type(key)
        value = server.get(key) if kind == b"string" else b""
        text = (key + (value or b"")).decode("latin-1")
        if any(name in text for name in names):
            found.append(text)
    return sorted(found)


def fields_that_reach_a_person():
    """The columns of a protected voice that lead to somebody: there is none."""
    people = {apps.get_model("accounts", "Person"), User, apps.get_model("forums", "Membership")}
    return [
        field.name for field in ProtectedVoice._meta.get_fields() if getattr(field, "related_model", None) in people
    ]
