"""The date that a rule gives, and the explanation of it in whole sentences: which days were left out, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from clocks import rules
from clocks.models import Counting, Rule

Holidays = Mapping[date, str]  # the day and its name


@dataclass(frozen=True, slots=True)
class Computed:
    due: date
    explanation: str


def compute(rule: Rule, start: date, holidays: Holidays) -> Computed:
    """The date of `rule` counted from `start`, or back from it for the rules of clear days, explained in the active language."""
    due = _date(rule, start, holidays)
    sentences = [_counted(rule, start, due), *_left_out(rule, start, due, holidays)]
    if rule.source:
        sentences.append(_("The rule: %(source)s.") % {"source": rule.source})
    return Computed(due, " ".join(sentences))


def rule_in_words(rule: Rule) -> str:
    """How the rule counts, such as "3 working days"."""
    sentences = {
        Counting.WORKING_DAYS: ngettext("%(n)d working day", "%(n)d working days", rule.amount),
        Counting.CLEAR_DAYS_BEFORE: ngettext("%(n)d clear day before", "%(n)d clear days before", rule.amount),
        Counting.PLAIN_CLEAR_DAYS_BEFORE: ngettext(
            "%(n)d clear day of any kind before", "%(n)d clear days of any kind before", rule.amount
        ),
        Counting.MONTHS_BEGINNING_WITH: ngettext(
            "%(n)d month, beginning with the day of receipt",
            "%(n)d months, beginning with the day of receipt",
            rule.amount,
        ),
        Counting.DAYS: ngettext("%(n)d day of any kind", "%(n)d days of any kind", rule.amount),
    }
    return sentences[Counting(rule.counting)] % {"n": rule.amount}


def _date(rule: Rule, start: date, holidays: Holidays) -> date:
    match rule.counting:
        case Counting.WORKING_DAYS:
            return rules.working_days_after(start, rule.amount, holidays)
        case Counting.CLEAR_DAYS_BEFORE:
            return rules.publish_by(start, rule.amount, rule.profile, holidays)
        case Counting.PLAIN_CLEAR_DAYS_BEFORE:
            return rules.plain_clear_days_before(start, rule.amount)
        case Counting.MONTHS_BEGINNING_WITH:
            return rules.months_beginning_with(start, rule.amount)
        case _:
            return rules.days_after(start, rule.amount)


def _counted(rule: Rule, start: date, due: date) -> str:
    values = {"n": rule.amount, "start": _words(start), "due": _words(due)}
    match rule.counting:
        case Counting.WORKING_DAYS:
            sentence = ngettext(
                "%(n)d working day after %(start)s ends on %(due)s.",
                "%(n)d working days after %(start)s end on %(due)s.",
                rule.amount,
            )
        case Counting.CLEAR_DAYS_BEFORE | Counting.PLAIN_CLEAR_DAYS_BEFORE:
            sentence = ngettext(
                "For %(n)d clear day before %(start)s, the last day is %(due)s; neither of the two is counted.",
                "For %(n)d clear days before %(start)s, the last day is %(due)s; neither of the two is counted.",
                rule.amount,
            )
        case Counting.MONTHS_BEGINNING_WITH:
            sentence = ngettext(
                "%(n)d month beginning with %(start)s ends on %(due)s.",
                "%(n)d months beginning with %(start)s end on %(due)s.",
                rule.amount,
            )
        case _:
            sentence = ngettext(
                "%(n)d day after %(start)s is %(due)s.", "%(n)d days after %(start)s is %(due)s.", rule.amount
            )
    return sentence % values


def _left_out(rule: Rule, start: date, due: date, holidays: Holidays) -> list[str]:
    """What was not counted, in as few words as will do: weekends together, every other day by name."""
    if rule.counting not in (Counting.WORKING_DAYS, Counting.CLEAR_DAYS_BEFORE):
        return [_("Every day is counted: weekends and bank holidays move nothing.")]
    profile = rules.WORKING if rule.counting == Counting.WORKING_DAYS else rule.profile
    first, last = sorted((start, due))
    reasons = {
        day: rules.reason_left_out(day, profile, holidays)
        for day in rules.days_between(first + timedelta(days=1), last - timedelta(days=1))
    }
    sentences = []
    if "weekend" in reasons.values():
        sentences.append(_("Saturdays and Sundays are not counted."))
    elif "sunday" in reasons.values():
        sentences.append(_("Sundays are not counted; Saturdays are."))
    named = [
        _named(day, reason, holidays) for day, reason in reasons.items() if reason in ("holiday", "christmas", "easter")
    ]
    if named:
        sentences.append(
            ngettext("This day is not counted: %(days)s.", "These days are not counted: %(days)s.", len(named))
            % {"days": ", ".join(named)}
        )
    return sentences


def _named(day: date, reason: str, holidays: Holidays) -> str:
    why = {"christmas": _("Christmas break"), "easter": _("Easter break")}.get(reason) or holidays[day]
    return _("%(day)s (%(why)s)") % {"day": _words(day), "why": why}


def _words(day: date) -> str:
    return date_format(day, "l j F Y")
