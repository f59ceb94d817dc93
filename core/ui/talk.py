"""What people said, and what happened: posts and the public timeline."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from core.ui.dates import when
from core.ui.escaping import html_of
from core.ui.pieces import person_name


def post(post: Any, actions: str = "", heading: Any = "") -> SafeString:
    """One post, as a string because a long thread draws hundreds.

    `post` has `author` (a name, or something with `display_name`), `at` and `body_html` (safe); it may have `role`, `kind`
    ("experience", "source", "opinion"), `stance` ("for", "against", "neutral"), `url`, `anchor` (its id on the page), `edited`,
    `lang` and `dir` (of its words, where they are not the page's), `beside` (safe HTML after the words) and `hidden_reason`.
    A hidden post says so, by whom and why; its words are gone. `actions` is safe HTML: reply, useful, report. A post without an
    author bears no name.
    """
    hidden, at = getattr(post, "hidden_reason", ""), when(post.at, "short")
    anchor, stance, url, kind = (
        getattr(post, "anchor", ""),
        getattr(post, "stance", ""),
        getattr(post, "url", ""),
        getattr(post, "kind", ""),
    )
    lang, beside, role = getattr(post, "lang", ""), getattr(post, "beside", ""), getattr(post, "role", "")
    spoken = f' lang="{html_of(lang)}"' if lang else ""
    return SafeString(  # every value that is not ours goes through html_of
        "".join(
            (
                '<article class="post"',
                f' id="{html_of(anchor)}"' if anchor else "",
                f' data-stance="{html_of(stance)}"' if stance else "",
                ' data-state="hidden"' if hidden else "",
                "><header>",
                person_name(post.author, role) if post.author else "",
                f" <span>{html_of(kind)}</span>" if kind else "",
                f' <a href="{html_of(url)}">{at}</a>' if url else f" {at}",
                f" <span>{html_of(getattr(post, 'edited_words', '') or gettext('edited'))}</span>"
                if getattr(post, "edited", False)
                else "",
                "</header>",
                f'<p class="because">{html_of(hidden)}</p>'
                if hidden
                else f'<div class="prose"{spoken} dir="{getattr(post, "dir", "auto")}">{html_of(post.body_html)}</div>',
                html_of(beside) if beside else "",
                f"<footer>{html_of(actions)}</footer>" if actions else "",
                "</article>",
            )
        )
    )


def timeline(entries: Any) -> dict[str, Any]:
    """What happened, latest first. Each entry has `at` and `sentence`; it may have `url`, `number` (in the public record) and `tone`."""
    return {"entries": entries}
