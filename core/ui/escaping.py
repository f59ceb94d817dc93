"""Escaping for what is drawn many times on a page.

Django's own `escape` first asks every argument whether it is a lazy sentence, which costs more than the escaping.
"""

from html import escape as _escape
from typing import Any


def html_of(value: Any) -> str:
    """`value` as HTML: safe strings as they are, everything else escaped."""
    if type(value) is str:
        return _escape(value)
    return str(value.__html__()) if hasattr(value, "__html__") else _escape(str(value))
