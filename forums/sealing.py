"""Tie a protected voice to its person so that the database alone never does.

The key comes from `settings.VOICE_KEY`, which is kept outside the database and its backups, one for each forum (HKDF,
RFC 5869). Whose voice it is stands in the row as an HMAC-SHA256 tag: the running service works the tag of a signed-in
person out again; whoever has the rows alone can neither read it backwards nor see that two forums' voices are one person's.
"""

import hashlib
import hmac
import secrets
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def tag_of(forum_id: int, person_id: int) -> str:
    """The same for one person in one forum, 64 hexadecimal digits; says nothing across forums, nor to anyone without the key."""
    return hmac.new(_key(settings.VOICE_KEY, forum_id), f"{forum_id}:{person_id}".encode(), hashlib.sha256).hexdigest()


def nobodys_tag() -> str:
    """Looks like any other tag and is nobody's: what a voice bears once its tie is destroyed."""
    return secrets.token_hex(32)


@lru_cache(maxsize=1024)
def _key(secret: str, forum_id: int) -> bytes:
    info = f"folkmoot voice {forum_id}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret.encode())
