"""Records keep their addresses as plain paths; a page in another language leads on in that language."""

from django.conf import settings
from django.utils.translation import get_language


def localised(path: str) -> str:
    """`path` (without a language prefix) in the active language: English as it stands, others under their own."""
    language = get_language()
    if not path.startswith("/") or not language or language == settings.LANGUAGE_CODE:
        return path
    return f"/{language}{path}"
