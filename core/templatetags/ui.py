"""The components that every page may use; `/styleguide/` shows each one in its states.

`{% load ui %}`. What lists draw many times is built as a string in `core/ui/`; what a page draws once has a
template in `components/`.
"""

from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from core.ui import asking, charts, dates, fields, line as lines, pieces, talk
from core.ui.paging import pager as pager_context
from core.verdicts import Verdict

register = template.Library()

# {% line stops %}, {% mini_line stops %}, {% when moment "short" %}, {% due day "late" %}
register.simple_tag(lines.line, name="line")
register.simple_tag(lines.mini_line, name="mini_line")
register.simple_tag(lines.stage_words, name="stage_words")
register.simple_tag(dates.when, name="when")
register.simple_tag(dates.due, name="due")

# {% button "Support" verdict=verdict %}, {% because verdict %}, {% state_tag "being checked" "wait" %}, {% person_name person "officer" %}
register.simple_tag(pieces.button, name="button")
register.simple_tag(pieces.because, name="because")
register.simple_tag(pieces.state_tag, name="state_tag")
register.simple_tag(pieces.person_name, name="person_name")
register.filter("count", pieces.count)

# {% votes 212 31 4 "Two thirds were needed." %}, {% bars rows "Supports by ward" "Ward" "Supports" %}
register.simple_tag(charts.votes, name="votes")
register.simple_tag(charts.bars, name="bars")

# {% post post actions=html %}, {% timeline entries %}
register.simple_tag(talk.post, name="post")
register.inclusion_tag("components/timeline.html", name="timeline")(talk.timeline)


@register.simple_tag(takes_context=True)
def may(context: Context, act: str, *about: Any) -> Verdict:
    """`{% may "proposals.support" proposal as verdict %}`: the policy's answer for whoever looks at the page."""
    return asking.may(context["request"], act, *about)


@register.inclusion_tag("components/gauge.html")
def gauge(
    count: int, needed: int | None = None, counted_at: datetime | None = None, yours: bool = False
) -> dict[str, Any]:
    """Supports against the threshold, with base and time; without a threshold only the figure."""
    return {
        "count": count,
        "needed": needed,
        "filled": min(count, needed or count),
        "counted_at": counted_at,
        "yours": yours,
    }


@register.inclusion_tag("components/facts.html")
def facts(pairs: Any) -> dict[str, Any]:
    """Terms and their values: (term, value) or (term, value, url); pairs without a value are left out."""
    rows = [(pair[0], pair[1], pair[2] if len(pair) > 2 else "") for pair in pairs]
    return {"pairs": [row for row in rows if row[1] not in (None, "")]}


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: Context, page: Any, shown: int | None = None, total: int | None = None) -> dict[str, Any]:
    """Previous and next of a keyset page, keeping the filters of the address; with a count of how many there are, if known."""
    return pager_context(context["request"], page, shown, total)


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, hint: Any = "", rows: int = 0, autocomplete: str = "") -> dict[str, Any]:
    """One field with its label, hint and error."""
    return {"shown": fields.shown(bound, hint, rows=rows, autocomplete=autocomplete)}


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: Any) -> dict[str, Any]:
    """What is wrong on this page, first thing on it, with links to each field; it takes the focus."""
    return {"troubles": fields.troubles(*forms)}


@register.simple_block_tag
def act_panel(content: str, title: Any = "", anchor: str = "act") -> SafeString:
    """`{% act_panel %}…{% endact_panel %}`: the one thing a person can do here, or why not; `hx-target="#act"` swaps it whole.

    First in the source, beside the text on a wide page.
    """
    return format_html(
        '<fm-act id="{}"><section class="act" tabindex="-1" aria-label="{}">{}</section></fm-act>',
        anchor,
        title or gettext("What you can do"),
        content,
    )


@register.simple_block_tag
def notice(content: str, tone: str = "note", title: Any = "") -> SafeString:
    """`{% notice "late" %}…{% endnotice %}`: something to know before reading on; "note", "late", "wait" or "done"."""
    heading = format_html("<p><b>{}</b></p>", title) if title else ""
    return format_html('<div class="notice" data-tone="{}">{}{}</div>', tone, heading, content)


@register.simple_block_tag
def scroll(content: str, label: Any) -> SafeString:
    """`{% scroll "Open recommendations" %}<table>…</table>{% endscroll %}`: a wide table that scrolls by itself, also by keyboard."""
    return format_html('<div class="scroll" role="region" tabindex="0" aria-label="{}">{}</div>', label, content)


@register.simple_tag
def day_words(day: date) -> str:
    """A day as plain text, for titles and attributes."""
    return dates.day_words(day, "full", day)
