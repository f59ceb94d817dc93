"""Postcodes as people write them. Pure."""

import re

_SHAPE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")


def compact(text: str) -> str:
    """In capitals and without spaces, as it is kept; "" for what is not shaped like a postcode."""
    packed = "".join(text.split()).upper()
    return packed if _SHAPE.fullmatch(packed) else ""


def spaced(code: str) -> str:
    """As it is written: "B30 2AA"."""
    return f"{code[:-3]} {code[-3:]}" if len(code) > 3 else code
