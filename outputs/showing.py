"""Who took part, as sentences and rows for the page and the paper."""

from typing import Any

from django.utils.translation import gettext as _, ngettext

from core.ui.pieces import count


def took_part_sentence(frozen: dict[str, Any]) -> str:
    """The numbers with their bases, in one breath."""
    sentences = (
        ngettext(
            "%(people)s person supported one of the proposals or wrote about them.",
            "%(people)s people supported one of the proposals or wrote about them.",
            frozen["people"],
        ),
        ngettext(
            "The proposals gathered %(supports)s support.",
            "The proposals gathered %(supports)s supports.",
            frozen["supports"],
        ),
        ngettext("%(posts)s post was written.", "%(posts)s posts were written.", frozen["posts"]),
        ngettext(
            "%(votes)s of the %(roll)s member on the roll voted on this text.",
            "%(votes)s of the %(roll)s members on the roll voted on this text.",
            frozen["roll"],
        ),
    )
    facts = {name: count(frozen[name]) for name in ("people", "supports", "posts", "votes", "roll")}
    return " ".join(sentence % facts for sentence in sentences)


def ward_rows(frozen: dict[str, Any]) -> list[tuple[str, int]]:
    """(ward, people), the greatest first; the wards with few people stand together in the last row."""
    rows = [(ward["name"] or _("Ward not known"), int(ward["people"])) for ward in frozen["wards"]]
    if frozen["other_wards"]:
        rows.append((_("Other wards together"), int(frozen["other_people"])))
    return rows


def other_wards_note(frozen: dict[str, Any]) -> str:
    """Why some wards have no number of their own."""
    if not frozen["other_people"]:
        return _("People are counted where they live, as they told us.")
    if not frozen["other_wards"]:
        return _("Too few people took part to say where they live.")
    names = ", ".join(name or _("ward not known") for name in frozen["other_wards"])
    return _("Wards with few people are counted together, so that no number points at anybody: %(names)s.") % {
        "names": names
    }
