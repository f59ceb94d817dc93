"""An output as a PDF for print and screen readers (PDF/UA-1), set by typst.

What people wrote goes in as data (one JSON document) and never becomes part of the program that sets it. A PDF is kept by the
digest of that data and of the program: the same output in the same language is set once.
"""

import hashlib
import json
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.translation import get_language, gettext as _

from core.clock import day_of, today
from core.ui.dates import day_words
from core.ui.pieces import count
from outputs.blocks import blocks_of
from outputs.models import Output, OutputProposal
from outputs.queries import Sender, asks_of, senders_of
from outputs.showing import other_wards_note, took_part_sentence, ward_rows

log = structlog.get_logger(__name__)
PROGRAM = Path(__file__).parent / "typeset" / "output.typ"


def render(output: Output) -> bytes:
    """The PDF of the output in the active language, as it stands."""
    return _set(_data(output))


def kept(output: Output) -> bytes:
    """The same, out of the private storage where it was set before, and into it where it was not."""
    data = _data(output)
    name = f"outputs/{hashlib.sha256(f'{data} {_program_digest()}'.encode()).hexdigest()}.pdf"
    storage = storages["private"]
    if storage.exists(name):
        with storage.open(name) as file:
            return bytes(file.read())
    made = _set(data)
    storage.save(name, ContentFile(made))
    return made


def _set(data: str) -> bytes:
    """Set by the program; a character that no font on this machine has costs the mark of the standard, not the document."""
    import typst  # noqa: PLC0415 -- slow import: as large as all the rest that a page needs, and most PDFs are set by a job

    try:
        return _typeset(data, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        log.warning("pdf_without_standard", reason=error.message)
        return _typeset(data)


def _typeset(data: str, **options: Any) -> bytes:
    import typst  # noqa: PLC0415 -- slow import

    made = typst.compile(str(PROGRAM), root=str(PROGRAM.parent), format="pdf", sys_inputs={"data": data}, **options)
    assert isinstance(made, bytes)
    return made


def _data(output: Output) -> str:
    """All that the program sets, as JSON."""
    language = (get_language() or settings.LANGUAGE_CODE).partition("-")
    content = {
        "lang": language[0],
        "region": language[2].upper() if len(language[2]) == 2 else None,
        "reference": output.reference,
        "title": output.title,
        "forum": output.forum.title,
        "summary": output.summary,
        "eyebrow": f"{output.forum.title} · {output.reference}",
        "standing": _standing(output),
        "asks": [_ask(ask) for ask in asks_of(output)],
        "findings": blocks_of(output.findings),
        "dissent": blocks_of(output.dissent),
        "senders": [_sender(one) for one in senders_of(output)],
        "took_part": _took_part(output.took_part) if output.took_part else None,
        "digest": output.digest,
        "words": {
            "asks": _("What the forum asks"),
            "asks_columns": [_("No."), _("Proposal"), _("Supports"), _("Yes"), _("No"), _("Abstain")],
            "senders": _("The forums that send it"),
            "senders_columns": [_("Forum"), _("Members"), _("Yes"), _("No"), _("Abstain")],
            "findings": _("Findings"),
            "dissent": _("Dissent"),
            "took_part": _("Who took part"),
            "wards_columns": [_("Ward"), _("Compared"), _("People")],
            "check": _("Check this text"),
            "check_text": _(
                "The public record holds this SHA-256 digest of the approved text, its counts and who took part. The page of this output says how to work it out."
            ),
        },
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _standing(output: Output) -> str:
    if output.approved_at is not None:
        return _("Approved by the forum's members on %(day)s.") % {
            "day": day_words(day_of(output.approved_at), "full", today())
        }
    return _("Draft, version %(version)d. Not approved by the forum's members.") % {"version": output.version}


def _ask(ask: OutputProposal) -> dict[str, Any]:
    proposal = ask.adoption.proposal
    return {
        "number": str(ask.number),
        "title": proposal.title,
        "reference": proposal.reference,
        "url": f"{settings.FOLKMOOT_URL}{proposal.address}",
        "figures": [count(figure) for figure in (ask.supports, ask.yes, ask.no, ask.abstain)],
    }


def _sender(one: Sender) -> dict[str, Any]:
    figures = (one.ballot.yes, one.ballot.no, one.ballot.abstain) if one.ballot else (None, None, None)
    return {
        "forum": one.forum.title,
        "decision": one.decision or _("Wrote it; its members approved this text."),
        "figures": [count(one.members), *("–" if figure is None else count(figure) for figure in figures)],
    }


def _took_part(frozen: dict[str, Any]) -> dict[str, Any]:
    rows = ward_rows(frozen)
    most = max((people for _name, people in rows), default=1)
    return {
        "sentence": took_part_sentence(frozen),
        "rows": [
            {"name": name, "people": count(people), "share": round(100 * people / most, 1)} for name, people in rows
        ],
        "note": other_wards_note(frozen),
    }


@lru_cache(maxsize=1)
def _program_digest() -> str:
    return hashlib.sha256(PROGRAM.read_bytes() + version("typst").encode()).hexdigest()
