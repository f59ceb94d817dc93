"""What people said, and what happened: posts and the public timeline."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from core.ui.dates import when
from core.ui.pieces import person_name


def post(post: Any, actions: str = "", heading: Any = "") -> SafeString:
    """One post, as a string because a long thread draws hundreds.

    `post` has `author` (a name, or something with `display_name`), `at` and `body_html` (safe); it may have `role`, `kind`
    ("experience", "source", "opinion"), `stance` ("for", "against", "neutral"), `url`, `anchor` (its id on the page), `edited`
    and `hidden_reason`. A hidden post says so, by whom and why; its words are gone. `actions` is safe HTML: reply, useful, report.
    """
    hidden = getattr(post, "hidden_reason", "")
    anchor = getattr(post, "anchor", "")
    return format_html(
        '<article class="post"{}{}{}><header>{}{}{}{}</header>{}{}</article>',
        format_html(' id="{}"', anchor) if anchor else "",
        format_html(' data-stance="{}"', post.stance) if getattr(post, "stance", "") else "",
        mark_safe(' data-state="hidden"') if hidden else "",
        person_name(post.author, getattr(post, "role", "")),
        format_html(" <span>{}</span>", post.kind) if getattr(post, "kind", "") else "",
        format_html(' <a href="{}">{}</a>', post.url, when(post.at, "short"))
        if getattr(post, "url", "")
        else format_html(" {}", when(post.at, "short")),
        format_html(" <span>{}</span>", gettext("edited")) if getattr(post, "edited", False) else "",
        format_html('<p class="because">{}</p>', hidden)
        if hidden
        else format_html('<div class="prose" dir="auto">{}</div>', post.body_html),
        format_html("<footer>{}</footer>", actions) if actions else "",
    )


def timeline(entries: Any) -> dict[str, Any]:
    """What happened, latest first. Each entry has `at` and `sentence`; it may have `url`, `number` (in the public record) and `tone`."""
    return {"entries": entries}
