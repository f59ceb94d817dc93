"""Keyed digests of what must be recognised again but never kept: lines of the register, codes of letters.

The key is derived from FOLKMOOT_SECRET_KEY. Whoever changes that key uploads the register again.
"""

import re
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

from core.text import sort_key

# No letter that can be read as a digit or as another letter on a printed page.
_LETTERS = "ABCDEFGHJKMNPQRTUVWXYZ2346789"
_WORDS = re.compile(r"[^\W_]+")


def line_digest(name: str, postcode: str, reference: str = "") -> str:
    """The same for a name in any order, case or accents ("Obi, Ada" and "ada obi"), and for a postcode with or without its space."""
    words = " ".join(sorted(_WORDS.findall(sort_key(name))))
    known = "|".join((words, "".join(postcode.split()).upper(), "".join(reference.split()).casefold()))
    return salted_hmac("accounts.register", known, algorithm="sha256").hexdigest()


def new_code() -> str:
    """Eight characters in two halves, such as "K7QH-3MZD"; about 500 thousand million of them."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


def code_digest(person_id: int, code: str) -> str:
    """The digest of one person's code, however they type it."""
    packed = "".join(_WORDS.findall(code.upper()))
    return salted_hmac("accounts.letter", f"{person_id}|{packed}", algorithm="sha256").hexdigest()


def is_code(digest: str, person_id: int, code: str) -> bool:
    return bool(digest) and constant_time_compare(digest, code_digest(person_id, code))
