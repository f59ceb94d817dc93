"""Which of PostgreSQL's text search configurations reads a language."""

from functools import lru_cache

from django.db import connection

PLAIN = "simple"  # folds case and nothing else: right for every language that has no stemmer, Welsh and Urdu among them

_CONFIGURATIONS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}


def configuration(language: str) -> str:
    """The configuration for a language code such as "en" or "es-MX"; "simple" where the server has none for it."""
    name = _CONFIGURATIONS.get(language.lower().replace("_", "-").partition("-")[0], PLAIN)
    return name if name in _offered() else PLAIN


@lru_cache(maxsize=1)
def _offered() -> frozenset[str]:
    """What this server has; read once in the life of a process."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cfgname FROM pg_catalog.pg_ts_config")
        return frozenset(name for (name,) in cursor.fetchall())
