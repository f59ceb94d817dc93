"""Seal a vote so that the database alone never links a person to a choice.

The keys come from `settings.BALLOT_KEY`, which is kept outside the database, one pair for each ballot (HKDF, RFC 5869).
Who votes is an HMAC-SHA256 tag; what they chose is AES-GCM, bound to its ballot and its tag, so that a sealed vote
moved to another row opens no more. Every plain text is equally long: the cipher text's length says nothing.
"""

import hashlib
import hmac
import os
import secrets
from functools import lru_cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 and O, 1 and I: a tracker may be copied by hand
TRACKER_LENGTH = 12  # 60 bits: two voters never meet by chance
_CHOICE_LENGTH = 8
_NONCE_LENGTH = 12


def new_tracker() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(TRACKER_LENGTH))


def voter_tag(ballot_id: int, person_id: int) -> str:
    """The same for one person in one ballot; says nothing across ballots, nor to anyone without the key."""
    return hmac.new(_key("voter", ballot_id), f"{ballot_id}:{person_id}".encode(), hashlib.sha256).hexdigest()


def slip_tag(ballot_id: int, code: str) -> str:
    """Under what a slip of paper lies among the votes; made of its code and of nobody."""
    return hmac.new(_key("slip", ballot_id), f"{ballot_id}:{code}".encode(), hashlib.sha256).hexdigest()


def seal(*, ballot_id: int, voter: str, choice: str, tracker: str) -> bytes:
    """The cipher text of a choice and its tracker, 48 bytes whatever they are."""
    nonce = os.urandom(_NONCE_LENGTH)
    plain = choice.ljust(_CHOICE_LENGTH).encode() + tracker.encode()
    return nonce + AESGCM(_key("choice", ballot_id)).encrypt(nonce, plain, _bound_to(ballot_id, voter))


def unseal(*, ballot_id: int, voter: str, sealed: bytes) -> tuple[str, str]:
    """(choice, tracker). Raises cryptography.exceptions.InvalidTag for a row that was tampered with or moved."""
    nonce, cipher = sealed[:_NONCE_LENGTH], sealed[_NONCE_LENGTH:]
    plain = AESGCM(_key("choice", ballot_id)).decrypt(nonce, cipher, _bound_to(ballot_id, voter)).decode()
    return plain[:_CHOICE_LENGTH].rstrip(), plain[_CHOICE_LENGTH:]


def _bound_to(ballot_id: int, voter: str) -> bytes:
    return f"{ballot_id}:{voter}".encode()


def _key(purpose: str, ballot_id: int) -> bytes:
    return _derived(settings.BALLOT_KEY, purpose, ballot_id)


@lru_cache(maxsize=256)
def _derived(secret: str, purpose: str, ballot_id: int) -> bytes:
    info = f"folkmoot ballot {ballot_id} {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret.encode())
