"""What the pages of one thing need, whatever it is."""

from typing import Any

from django.http import Http404, HttpRequest, QueryDict

from core.subjects import describe, key_of
from core.text import number
from moderation import hosts, queries
from moderation.authors import author_of, author_user_ids
from moderation.forms import BlockForm, DecideForm, chosen_outcome
from moderation.models import Template
from moderation.policies.council import may_moderate_council
from moderation.policies.ladder import may_take_step
from moderation.policies.locks import has_it, name_of
from moderation.queries.ladder import Suggestion, suggestions


def loaded(user: Any, kind: str, pk: int) -> tuple[Any, dict[str, Any]]:
    """The record, and how it is named; 404 for what this user may not see or what nobody moderates."""
    record = hosts.record_for(user, kind, pk)
    if record is None:
        raise Http404
    return record, {"subject": describe([(kind, pk)])[kind, pk], "record": record, "kind": kind}


def decide_form(record: Any, data: Any = None, initial: dict[str, Any] | None = None) -> DecideForm:
    """The form for what can become of this record now."""
    hidden, words = record.is_hidden, hosts.text_of(record)
    again = record.is_held or (hidden and (queries.is_back(key_of(record)) or queries.is_escalated(key_of(record))))
    return DecideForm(
        data,
        hidden=hidden,
        held=again,
        rewords=words is not None,
        names=hosts.host_of(record).outcomes,
        initial={"text": words, **(initial or {})},
    )


def begun(record: Any, asked: QueryDict) -> dict[str, Any]:
    """What the address of the page chose beforehand: an outcome, and the words that stand ready for its reason.

    Where it names no text, those for the reason that was reported most often are taken.
    """
    outcome = chosen_outcome(asked.get("outcome", ""))
    text = queries.template_for(key_of(record), number(asked.get("template")) or 0) if outcome != "keep" else None
    return {"outcome": outcome, **filled(text if asked else None)}


def filled(text: Template | None) -> dict[str, Any]:
    """What a text that stands ready writes into a form."""
    return {"reason": text.reason.code, "statement": text.text} if text is not None else {}


def block_form(request: HttpRequest) -> dict[str, Any]:
    """The form for a block, begun with the text that the address names, and the texts that can be picked."""
    picked = queries.chosen_template(Template.Use.BLOCK, number(request.GET.get("template")))
    form = BlockForm(request.POST) if request.method == "POST" else BlockForm(initial=filled(picked))
    return {"form": form, "templates": queries.templates(Template.Use.BLOCK)}


def desk_of(user: Any, record: Any) -> dict[str, Any]:
    """Whether this moderator has it on the desk, or who else has and since when."""
    lock = queries.lock_of(key_of(record))
    mine = bool(has_it(user, lock))
    return {"held": mine, "lock": lock, "holder": name_of(lock) if lock and not mine else ""}


def about(user: Any, record: Any) -> dict[str, Any]:
    """What is known of it: the reports, its words, what was decided before, and whether one may go on to its author."""
    key = key_of(record)
    return {
        "reports": queries.reports_on(key),
        "words": hosts.host_of(record).words(record),
        "templates": queries.templates(Template.Use.DECISION),
        "past": queries.decisions_on(key),
        "next_step": next_step(user, record),
        "blocks_people": bool(may_moderate_council(user)) and bool(author_user_ids(record)),
    }


def next_step(user: Any, record: Any) -> Suggestion | None:
    """What the ladder suggests for whoever wrote this, or None; nothing for what was written under protection."""
    if not may_take_step(user, record, hosts.may_moderate(user, record)):
        return None
    person = author_of(record).first()
    return next(iter(suggestions([hosts.host_of(record).key(record)], person=person)), None) if person else None
