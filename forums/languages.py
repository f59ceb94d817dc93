"""The languages that people here write in: each by its own name, and which way it runs."""

from functools import lru_cache

from django.conf.locale import LANG_INFO

# By the number of speakers in the census, roughly. A post in any other language is marked as that.
_SPOKEN = {
    "en": "English",
    "ur": "اردو",
    "pa": "ਪੰਜਾਬੀ",
    "bn": "বাংলা",
    "pl": "Polski",
    "so": "Soomaali",
    "ar": "العربية",
    "ro": "Română",
    "gu": "ગુજરાતી",
    "fa": "فارسی",
    "ps": "پښتو",
    "ku": "کوردی",
    "zh": "中文",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
    "it": "Italiano",
    "ti": "ትግርኛ",
    "uk": "Українська",
    "cy": "Cymraeg",
}
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})

CHOICES = tuple(_SPOKEN.items())


def base_of(code: str) -> str:
    """The language of a page or a post without its region: "en" of "en-gb"."""
    return code.partition("-")[0].lower()


def name_of(code: str) -> str:
    """Its name as its speakers write it; the code for one that nobody has told us of."""
    info = LANG_INFO.get(code) or {}
    return _SPOKEN.get(code) or str(info.get("name_local") or code)


def direction_of(code: str) -> str:
    """ "rtl" for what runs from the right; "auto" for the rest, where the letters themselves say it."""
    return "rtl" if base_of(code) in _RIGHT_TO_LEFT else "auto"


@lru_cache(maxsize=256)
def marks_of(code: str, page: str) -> tuple[str, str]:
    """`lang` and `dir` for words in the language `code` on a page in the language `page`; no `lang` where they are the same."""
    return (code if base_of(code) != base_of(page) else "", direction_of(code))
