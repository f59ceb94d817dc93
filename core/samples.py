"""Made-up things for the style guide and for the tests of the components."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils.safestring import SafeString

from core.clock import today
from core.verdicts import no, yes

STATIONS = (
    ("proposed", "Proposed"),
    ("supported", "Supported"),
    ("adopted", "Adopted by the forum"),
    ("committee", "Before the committee"),
    ("answer", "Answer"),
    ("promise", "Promise"),
    ("delivered", "Delivered"),
)
NOTES = ("14 January", "1,500 reached 2 February", "212 for, 31 against", "Health and Social Care Scrutiny, 2 April")


@dataclass(frozen=True, slots=True)
class Stop:
    station: str
    label: str
    state: str = ""
    note: str = ""
    url: str = ""


def stops(*states: str, note: str = "") -> list[Stop]:
    """Seven stops in the given states (the rest not yet); `note` stands at the last of them."""
    padded = [*states, *[""] * (len(STATIONS) - len(states))]
    notes = [*NOTES[: max(len(states) - 1, 0)], note] if note else list(NOTES[: len(states)])
    notes += [""] * (len(STATIONS) - len(notes))
    return [
        Stop(station, label, state, words, f"#{station}" if state == "passed" else "")
        for (station, label), state, words in zip(STATIONS, padded, notes, strict=True)
    ]


def everything() -> dict[str, Any]:
    """The context of the style guide."""
    passed = ("passed",) * 4
    moment = datetime(2026, 2, 20, 14, 3, 20, tzinfo=UTC)
    return {
        "late": stops(*passed, "late", note="owed by Cllr J. Whitlock since 9 June, 9 days late"),
        "owed": stops(*passed, "owed", note="owed by Cllr J. Whitlock by 9 June"),
        "here": stops("passed", "here", note="1,204 of 1,500 needed"),
        "refused": stops("passed", "passed", "passed", "refused", note="outside the council's powers: the reason"),
        "delivered": stops(*passed, "passed", "passed", "passed", note="12 September, confirmed by those who asked"),
        "start": stops("here", note="being checked until 19 January"),
        "counted_at": moment,
        "allowed": yes(),
        "refusal": no(
            "Supports of this proposal count from people whose address is known.",
            remedy_url="#postcode",
            remedy_label="Give your postcode: it takes a minute, and you come back here.",
        ),
        "closed": no("Supports closed on 20 February, when the forum's members began to vote on it."),
        "facts": [
            ("Residents checked", "1,402"),
            ("Address declared", "318"),
            ("E-mail only", "123"),
            ("Where from", "41 of 69 wards", "#wards"),
        ],
        "posts_for": [
            _post(
                "P. Adeyemi",
                "I do eleven visits before noon. At fifteen minutes I choose between the shower and the breakfast.",
                role="care worker",
                kind="experience",
            )
        ],
        "posts_against": [
            _post(
                "R. Hughes",
                "A fixed minimum makes short medicine calls impossible. Some people want ten minutes, twice.",
                kind="opinion",
                stance="against",
            )
        ],
        "hidden_post": _post(
            "Someone", "", hidden_reason="Hidden by the facilitator on 4 March: it named a neighbour's illness."
        ),
        "wards": [("Stirchley", 214, "#stirchley"), ("Bournville and Cotteridge", 166, ""), ("Selly Oak", 71, "")],
        "entries": _entries(),
        "page": SimpleNamespace(next_url="#next", previous_url="#previous", rows=[1] * 20, total=10860),
        "soon_day": today() + timedelta(days=12),
        "late_day": today() - timedelta(days=9),
        "met_day": date(2026, 5, 4),
        "moment": moment,
        "colours": (
            "paper",
            "sheet",
            "ink",
            "quiet",
            "line",
            "rule",
            "act",
            "act-wash",
            "wait",
            "wait-wash",
            "late",
            "late-wash",
            "yes",
            "no",
            "none",
        ),
    }


def _post(
    author: str, words: str, *, role: str = "", kind: str = "", stance: str = "for", hidden_reason: str = ""
) -> SimpleNamespace:
    return SimpleNamespace(
        author=author,
        role=role,
        kind=kind,
        stance=stance,
        at=datetime(2026, 3, 3, 9, 30, tzinfo=UTC),
        body_html=SafeString(f"<p>{words}</p>"),
        hidden_reason=hidden_reason,
    )


def _entries() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            at=datetime(2026, 6, 10, 0, 5, tzinfo=UTC),
            sentence="The answer of the Cabinet Member for Health and Social Care was due and has not come.",
            url="",
            number=48211,
            tone="late",
        ),
        SimpleNamespace(
            at=datetime(2026, 4, 10, 10, 0, tzinfo=UTC),
            sentence="The Cabinet Member received recommendation HSC-R-31.",
            url="#31",
            number=44102,
            tone="",
        ),
        SimpleNamespace(
            at=datetime(2026, 4, 2, 19, 30, tzinfo=UTC),
            sentence="The committee adopted four recommendations, 9 for and 2 against.",
            url="#30",
            number=43877,
            tone="",
        ),
    ]
