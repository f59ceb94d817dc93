"""Compile a draft from adopted proposals, write it anew, or throw it away before anybody outside has seen it."""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from core import now, today
from core.states import StateConflict
from core.text import one_line, render
from core.verdicts import Refused, no, require
from forums.models import Forum
from ledger.actions import record
from outputs.digests import digest_of, draft_content
from outputs.events import OutputCompiled, OutputDiscarded, OutputEdited
from outputs.models import Output, OutputProposal, OutputVersion
from outputs.policies import may_compile, may_discard, may_edit
from outputs.wording import SUMMARY_WORDS, word_count
from proposals.models import Adoption

# The row stays locked until the commit, and a rollback gives the number back: no doubles.
NEXT_NUMBER = """
INSERT INTO proposals_referencecounter AS counter (series, last) VALUES (%s, 1)
ON CONFLICT (series) DO UPDATE SET last = counter.last + 1 RETURNING last
"""


@transaction.atomic
def compile_output(
    *,
    actor: Any,
    forum: Forum,
    adoptions: Iterable[Adoption],
    title: str,
    summary: str,
    findings: str,
    dissent: str = "",
) -> Output:
    """A draft that carries these adoptions, in this order, with their counts as they stand; the forum alone sees it."""
    require(may_compile(actor, forum))
    _require_short(summary)
    taken = _taken(forum, adoptions)
    if not taken:
        raise Refused(no(_("An output carries at least one proposal that the members adopted.")))
    output = Output.objects.create(
        forum=forum,
        reference=_next_reference(forum),
        created_at=now(),
        **_texts(title, summary, findings, dissent),
    )
    _put_in(output, taken, first=1)
    version = _keep_version(output)
    event = OutputCompiled(output.pk, forum.pk, asks=len(taken), digest=version.digest)
    record(event, actor=actor, subject=output, role="facilitator", public=False)
    return output


@transaction.atomic
def edit_output(
    *,
    actor: Any,
    output: Output,
    title: str,
    summary: str,
    findings: str,
    dissent: str = "",
    adoptions: Iterable[Adoption] | None = None,
    seen: int | None = None,
) -> Output:
    """A new version stands, the old one stays readable; words that changed nothing make none.

    `adoptions` names what the output carries from now on; once it was public none may be taken out. `seen` is the version
    that the writer had before them: raises StateConflict where somebody else wrote meanwhile.
    """
    output = Output.objects.select_for_update(of=("self",)).select_related("forum").get(pk=output.pk)
    require(may_edit(actor, output))
    _require_short(summary)
    if seen is not None and seen != output.version:
        raise StateConflict
    changed = adoptions is not None and _change_asks(output, list(adoptions))
    texts = _texts(title, summary, findings, dissent)
    if not changed and all(getattr(output, name) == text for name, text in texts.items()):
        return output
    for name, text in texts.items():
        setattr(output, name, text)
    output.version += 1
    output.save(update_fields=(*texts, "version"))
    version = _keep_version(output)
    event = OutputEdited(output.pk, version=output.version, asks=output.asks.count(), digest=version.digest)
    record(event, actor=actor, subject=output, role="facilitator", public=output.is_public)
    return output


@transaction.atomic
def discard_output(*, actor: Any, output: Output) -> None:
    """The draft is gone and its proposals can go into another. A trigger keeps whatever was public."""
    output = Output.objects.select_for_update(of=("self",)).select_related("forum").get(pk=output.pk)
    require(may_discard(actor, output))
    record(
        OutputDiscarded(output.pk, output.forum_id), actor=actor, subject=output.forum, role="facilitator", public=False
    )
    output.asks.all().delete()
    output.versions.all().delete()
    output.delete()


def _texts(title: str, summary: str, findings: str, dissent: str) -> dict[str, str]:
    return {
        "title": one_line(title),
        "summary": one_line(summary),
        "findings": findings.strip(),
        "findings_html": render(findings),
        "dissent": dissent.strip(),
        "dissent_html": render(dissent),
    }


def _require_short(summary: str) -> None:
    if word_count(summary) > SUMMARY_WORDS:
        raise Refused(
            no(
                _("A summary has at most %(most)d words; this one has %(words)d.")
                % {"most": SUMMARY_WORDS, "words": word_count(summary)}
            )
        )


def _taken(forum: Forum, adoptions: Iterable[Adoption], output: Output | None = None) -> list[Adoption]:
    """The adoptions in the order given, locked, each adopted by this forum and not in another output; or Refused."""
    wanted = list(dict.fromkeys(adoption.pk for adoption in adoptions))
    rows = Adoption.objects.select_for_update(of=("self",)).select_related("proposal", "ballot").order_by("pk")
    found = {adoption.pk: adoption for adoption in rows.filter(pk__in=wanted)}
    for adoption in found.values():
        if adoption.forum_id != forum.pk or adoption.is_elsewhere or not adoption.adopted:
            raise Refused(no(_("“%(title)s” was not adopted by this forum.") % {"title": adoption.proposal.title}))
    elsewhere = (
        OutputProposal.objects.filter(adoption__in=wanted)
        .exclude(output=output)
        .select_related("output", "adoption__proposal")
    )
    for ask in elsewhere:
        names = {"title": ask.adoption.proposal.title, "reference": ask.output.reference}
        raise Refused(no(_("“%(title)s” is in the output %(reference)s already.") % names))
    return [found[pk] for pk in wanted if pk in found]


def _put_in(output: Output, adoptions: list[Adoption], *, first: int) -> None:
    OutputProposal.objects.bulk_create(
        OutputProposal(
            output=output,
            adoption=adoption,
            number=number,
            supports=adoption.supports_at_opening,
            verified=adoption.proposal.supports_verified,
            yes=adoption.ballot.yes or 0,
            no=adoption.ballot.no or 0,
            abstain=adoption.ballot.abstain or 0,
        )
        for number, adoption in enumerate(adoptions, start=first)
    )


def _change_asks(output: Output, adoptions: list[Adoption]) -> bool:
    """The output carries exactly these now; gives whether that changed anything."""
    before = list(output.asks.order_by("number").values_list("adoption_id", flat=True))
    after = _taken(output.forum, adoptions, output)
    if [adoption.pk for adoption in after] == before:
        return False
    if not after:
        raise Refused(no(_("An output carries at least one proposal that the members adopted.")))
    if output.is_public and not set(before) <= {adoption.pk for adoption in after}:
        raise Refused(
            no(_("This output was public with its proposals, so none of them can be taken out. Others can be added."))
        )
    output.asks.all().delete()
    _put_in(output, after, first=1)
    return True


def _keep_version(output: Output) -> OutputVersion:
    texts = draft_content(title=output.title, summary=output.summary, findings=output.findings, dissent=output.dissent)
    return OutputVersion.objects.create(
        output=output, version=output.version, digest=digest_of(texts), at=now(), **texts
    )


def _next_reference(forum: Forum) -> str:
    """ "ASC-OUT-2026-03": the forum, the year, and the next number in that series."""
    series = f"{forum.code.upper()}-OUT-{today().year}"
    with connection.cursor() as cursor:
        cursor.execute(NEXT_NUMBER, (series,))
        return f"{series}-{cursor.fetchone()[0]:02d}"
