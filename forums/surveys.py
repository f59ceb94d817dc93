"""What fits a survey's questions, and how its answers are counted. Pure: the same rule for saving, for showing and for counting."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.small_numbers import apart
from forums.models import SurveyQuestion
from forums.states import SurveyKind

STEPS = (1, 2, 3, 4, 5)
LONGEST = {SurveyKind.SHORT: 200, SurveyKind.LONG: 2000}
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `number` is None where it is withheld."""

    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """How many chose what. `whole` says that each answer stands in one row, so that the rows make up the base."""

    question: str
    rows: list[Row]
    whole: bool

    @property
    def bars(self) -> list[tuple[str, int]]:
        """What can be drawn."""
        return [(row.label, row.number) for row in self.rows if row.number is not None]

    @property
    def withheld(self) -> list[str]:
        return [row.label for row in self.rows if row.number is None]


def fits(question: SurveyQuestion, value: Any) -> bool:
    """Whether this is an answer to the question."""
    options = range(len(question.options))
    match question.kind:
        case SurveyKind.ONE:
            return type(value) is int and value in options
        case SurveyKind.SEVERAL:
            plain = isinstance(value, list) and all(type(one) is int and one in options for one in value)
            return plain and bool(value) and len(set(value)) == len(value)
        case SurveyKind.SCALE:
            return type(value) is int and value in STEPS
        case _text:
            return isinstance(value, str) and 0 < len(value) <= LONGEST[SurveyKind(question.kind)]


def fitting(questions: Sequence[SurveyQuestion], values: Mapping[str, Any]) -> Values:
    """`values` without what was left empty. Raises ValidationError by question for what is missing or does not fit."""
    wrong: dict[str, str] = {}
    kept: Values = {}
    for question in questions:
        value = values.get(question.name)
        if value in (None, "", []):
            if question.required:
                wrong[question.name] = _("Answer this question.")
        elif fits(question, value):
            kept[question.name] = value
        else:
            wrong[question.name] = _("This is not an answer to the question.")
    if not wrong and not kept:
        raise ValidationError(_("Answer at least one question."))
    if wrong:
        raise ValidationError(wrong)
    return kept


def words_of(question: SurveyQuestion, value: Any) -> str:
    """An answer as its author reads it."""
    if value is None or not fits(question, value):
        return ""
    if question.kind == SurveyKind.ONE:
        return question.options[value]
    if question.kind == SurveyKind.SEVERAL:
        return "; ".join(question.options[one] for one in value)
    return str(value)


def tables_of(questions: Iterable[SurveyQuestion], answers: Sequence[Values], least: int) -> list[Table]:
    """How many chose what, without small numbers; questions answered in words have no table."""
    return [_table(question, answers, least) for question in questions if question.kind in SurveyKind.counted()]


def _table(question: SurveyQuestion, answers: Sequence[Values], least: int) -> Table:
    given = [answer.get(question.name) for answer in answers]
    labels = question.options or [str(step) for step in STEPS]
    first = 0 if question.options else STEPS[0]
    several = question.kind == SurveyKind.SEVERAL
    counts = {
        label: sum(number in value if isinstance(value, list) else value == number for value in given)
        for number, label in enumerate(labels, first)
    }
    if not question.required:
        # A row like the others, so that what is left over from the base never tells it.
        counts[_("No answer")] = sum(value is None for value in given)
    return Table(question.text, _shown(counts, len(answers), least, several=several), not several)


def _shown(counts: Mapping[str, int], base: int, least: int, *, several: bool) -> list[Row]:
    """In the order in which it was asked."""
    if several:
        # Each option stands for itself: few who chose it, or few who did not, are not told.
        shown = {label for label, number in counts.items() if number >= least and base - number >= least}
    else:
        shown = {label for label, _number in apart(counts, least)[0]}
    return [Row(label, number if label in shown else None) for label, number in counts.items()]
