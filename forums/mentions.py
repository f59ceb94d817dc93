"""Whom a text names with `@`: somebody who has written in the conversation or is in the forum. Never a guess between two."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q
from django.db.models.functions import Lower
from django.utils.safestring import SafeString

from accounts.models import Person
from core.text import clean, markdown
from forums.models import Membership, Post, Thread

LONGEST = 6  # words in a name
_AT = re.compile(r"(?<![\w@/.])@(?=\w)")
_WORD = re.compile(r"[^\s@/*_`~\[\]()<>]+")
_NUMBER = re.compile(r"/(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Mention:
    """What stands in the text, such as "@Ada Obi" or "@Ada Obi/123", and the people whom it may mean."""

    text: str
    people: tuple[int, ...]

    @property
    def is_clear(self) -> bool:
        return len(self.people) == 1


def mentions_in(body: str, thread: Thread) -> list[Mention]:
    """Every name with `@` that is somebody's here, the longest name first where one begins another; two queries at most."""
    tries = [_tries(body, found.end()) for found in _AT.finditer(body)]
    wanted = {name.casefold() for names in tries for name, _number, _text in names}
    if not wanted:
        return []
    known = _people(wanted, thread)
    numbers = [number for names in tries for _name, number, _text in names if number]
    writers = dict(Post.objects.filter(thread=thread, pk__in=numbers).values_list("pk", "author_id"))
    found = []
    for names in tries:
        for name, number, text in names:
            people = known.get(name.casefold(), [])
            if number and writers.get(number) in people:
                people = [one for one in people if one == writers[number]]
            if people:
                found.append(Mention(text, tuple(people)))
                break
    return found


def numbered(mention: Mention, thread: Thread) -> list[str]:
    """The ways to name each of the people whom an unclear mention may mean: by the newest post that they wrote here."""
    name = mention.text.partition("/")[0]
    rows = Post.objects.filter(thread=thread, author__in=mention.people).values("author")
    posts = rows.annotate(newest=Max("pk")).order_by("newest").values_list("newest", flat=True)
    return [f"{name}/{pk}" for pk in posts]


def rendered(body: str, mentions: Iterable[Mention]) -> SafeString:
    """The text as safe HTML, with clear mentions set strong where they stand in plain words."""
    names = sorted({one.text for one in mentions if one.is_clear}, key=len, reverse=True)
    if not names:
        return clean(markdown().render(body))
    split = re.compile(f"({'|'.join(map(re.escape, names))})")
    reader = markdown()
    tokens = reader.parse(body)
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = [piece for child in token.children for piece in _marked(child, split)]
    return clean(reader.renderer.render(tokens, reader.options, {}))


def _marked(token: Any, split: re.Pattern[str]) -> list[Any]:
    """A stretch of plain words with each name in it set strong; any other token as it is."""
    if token.type != "text":
        return [token]
    pieces = []
    for number, words in enumerate(split.split(token.content)):
        if words:
            text = token.copy(content=words)
            pieces += [_tag("strong_open", 1), text, _tag("strong_close", -1)] if number % 2 else [text]
    return pieces


def _tag(kind: str, nesting: int) -> Any:
    from markdown_it.token import Token  # noqa: PLC0415 -- with the reader, for whoever writes

    return Token(kind, "strong", nesting)  # type: ignore[arg-type]


def _tries(body: str, start: int) -> list[tuple[str, int, str]]:
    """What may be the name after an `@`, the longest first: (name, number of a post or 0, as it stands)."""
    names, end = [], start
    for _word in range(LONGEST):
        word = _WORD.match(body, end)
        if word is None:
            break
        bare = word.end() - (len(word[0]) - len(word[0].rstrip(".,;:!?’'\"")))
        number = _NUMBER.match(body, bare)
        until = number.end() if number else bare
        names.append((body[start:bare], int(number[1]) if number else 0, f"@{body[start:until]}"))
        if bare != word.end() or number or body[word.end() : word.end() + 1] != " ":
            break
        end = word.end() + 1
    return names[::-1]


def _people(names: set[str], thread: Thread) -> dict[str, list[int]]:
    """Those of these names who have written here or are in the forum, by name."""
    inside = Membership.objects.current().filter(forum=thread.forum_id).values("person_id")
    wrote = Post.objects.filter(thread=thread, author__isnull=False).values("author_id")
    rows = Person.objects.here().annotate(low=Lower("name")).filter(low__in=names)
    found: dict[str, list[int]] = {}
    here = rows.filter(Q(pk__in=inside) | Q(pk__in=wrote) | Q(pk=thread.author_id))
    for low, pk in here.order_by("pk").values_list("low", "pk"):
        found.setdefault(low, []).append(pk)
    return found
