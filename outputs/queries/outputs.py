"""Reads of outputs for pages and for the floors above."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.models import Person
from chain.queries import line_for
from chain.stops import Stop
from core import now
from core.diffs import Piece, words
from core.subjects import Subject, key_of
from forums.models import Forum, Post, Summary, Thread
from forums.queries import agreed_summaries, thread_for
from forums.talk import Talk, talk_of
from ledger.queries import Line, timeline
from outputs.models import Output, OutputProposal, OutputVersion
from outputs.queries.joint import Sender, senders_of
from outputs.queries.opposites import Opposite, opposites_of
from outputs.small_numbers import LEAST, without_small
from proposals.models import Adoption, Proposal, Support

PROPOSAL = "proposals.proposal"
TEXTS = ("title", "summary", "findings", "dissent")


@dataclass(frozen=True, slots=True)
class OutputPage:
    """`summaries` are what the members agreed on about what it carries; `talk` is there once members were asked to comment."""

    line: tuple[Stop, ...]
    asks: list[OutputProposal]
    summaries: list[tuple[Adoption, Summary]]
    news: list[Line]
    talk: Talk | None
    senders: list[Sender]  # none where one forum sends it alone
    opposites: list[Opposite]


@dataclass(frozen=True, slots=True)
class Change:
    """One version, and word by word what it changed of the one before; the first has no pieces."""

    version: OutputVersion
    texts: list[tuple[str, list[Piece]]]


def output_page(output: Output, user: Any, *, after: str = "", before: str = "") -> OutputPage:
    """All that an output's page shows besides the row itself; a fixed number of queries."""
    thread, asks = thread_for(output), asks_of(output)
    return OutputPage(
        line=line_for(output),
        asks=asks,
        summaries=agreed_summaries_of(ask.adoption for ask in asks),
        news=timeline(key_of(output), limit=12, known=Subject("outputs.output", output.pk, output.title, "")),
        talk=talk_of(user, thread, after, before) if thread is not None else None,
        senders=senders_of(output),
        opposites=opposites_of(output),
    )


def changes_of(output: Output) -> list[Change]:
    """Every version, the newest first, with what it changed; one query."""
    versions = list(output.versions.order_by("version"))
    found = [
        Change(version, _changed(earlier, version))
        for earlier, version in zip([None, *versions], versions, strict=False)
    ]
    return found[::-1]


def asks_of(output: Output) -> list[OutputProposal]:
    """What the output carries, in its order, each with its proposal; one query."""
    rows = output.asks.select_related("adoption__proposal", "adoption__ballot").defer(
        "adoption__proposal__body",
        "adoption__proposal__body_html",
        "adoption__proposal__assets",
        "adoption__proposal__assets_html",
    )
    return list(rows)


def proposal_ids(output: Output) -> list[int]:
    """The proposals that the output carries."""
    return list(output.asks.values_list("adoption__proposal_id", flat=True))


def waiting_adoptions(forum: Forum, output: Output | None = None) -> QuerySet[Adoption]:
    """What the members adopted and no other output carries yet, the oldest first."""
    taken = (
        OutputProposal.objects.exclude(output=output).values("adoption_id")
        if output
        else OutputProposal.objects.values("adoption_id")
    )
    # What other forums adopted goes on with the proposal's own forum, which keeps its line.
    rows = Adoption.objects.filter(forum=forum, proposal__forum=forum, adopted=True).exclude(pk__in=taken)
    return rows.select_related("proposal", "ballot").order_by("certified_at", "pk")


def agreed_summaries_of(adoptions: Iterable[Adoption]) -> list[tuple[Adoption, Summary]]:
    """What the members agreed that the conversation about each adopted proposal came to; one query besides the adoptions."""
    rows = list(adoptions)
    found = agreed_summaries([(PROPOSAL, row.proposal_id) for row in rows])
    keyed = ((row, found.get((PROPOSAL, row.proposal_id))) for row in rows)
    return [(row, summary) for row, summary in keyed if summary is not None]


def outputs_of(forum: Forum, user: Any) -> QuerySet[Output]:
    """The outputs that a forum wrote or joined and this user may see, the newest first."""
    return Output.objects.visible_to(user).sent_by(forum.slug).for_list().order_by("-id")


def output_carrying(proposal: Proposal) -> Output | None:
    """The output in which an adopted proposal goes on."""
    return Output.objects.for_list().filter(asks__adoption__proposal=proposal).order_by("-id").first()


def took_part(output: Output) -> dict[str, Any]:
    """Who took part, as it stands now: numbers with their bases, by ward, and none so small that it points at somebody.

    Three queries. `people` supported one of the proposals, or wrote about one or about the output; `votes` and `roll` are of
    the members' ballot on the output.
    """
    proposals = proposal_ids(output)
    supports = Support.objects.filter(proposal__in=proposals)
    posts = Post.objects.filter(thread__in=_threads(output, proposals)).shown()
    wards = list(
        Person.objects.filter(
            Q(pk__in=supports.values("person")) | Q(pk__in=posts.filter(author__isnull=False).values("author"))
        )
        .values("ward__code", "ward__name", "ward__population")
        .annotate(people=Count("pk"))
        .order_by("ward__code")
    )
    about = {row["ward__code"] or "": row for row in wards}
    shown = without_small({code: row["people"] for code, row in about.items()})
    said = posts.aggregate(posts=Count("pk"), writers=Count("author", distinct=True))
    ballot = output.ballot
    return {
        "people": sum(row["people"] for row in wards),
        "supports": sum(ask.supports for ask in output.asks.all()),
        "posts": said["posts"],
        "writers": said["writers"],
        "votes": (ballot.votes or 0) if ballot else 0,
        "roll": ballot.roll_size if ballot else 0,
        "wards": [
            {
                "code": code,
                "name": about[code]["ward__name"] or "",
                "people": people,
                "residents": about[code]["ward__population"],
            }
            for code, people in shown.rows
        ],
        "other_people": shown.rest,
        # Fewer than five people in all are not placed at all.
        "other_wards": [about[code]["ward__name"] or "" for code in shown.rest_names] if shown.rest >= LEAST else [],
        "counted_at": now().isoformat(timespec="seconds"),
    }


def final_content(output: Output) -> dict[str, Any]:
    """What the digest of an approved output stands for: the text, what it carries with its counts, and who took part."""
    return {
        "reference": output.reference,
        "title": output.title,
        "summary": output.summary,
        "findings": output.findings,
        "dissent": output.dissent,
        "asks": [
            {
                "number": ask.number,
                "proposal": ask.adoption.proposal.reference,
                "supports": ask.supports,
                "verified": ask.verified,
                "yes": ask.yes,
                "no": ask.no,
                "abstain": ask.abstain,
            }
            for ask in asks_of(output)
        ],
        "took_part": output.took_part,
    }


def _changed(earlier: OutputVersion | None, later: OutputVersion) -> list[tuple[str, list[Piece]]]:
    if earlier is None:
        return []
    pairs = ((name, getattr(earlier, name), getattr(later, name)) for name in TEXTS)
    return [(name, list(words(before, after))) for name, before, after in pairs if before != after]


def _threads(output: Output, proposals: list[int]) -> QuerySet[Thread]:
    kind, pk = key_of(output)
    return Thread.objects.filter(Q(about_kind=PROPOSAL, about_id__in=proposals) | Q(about_kind=kind, about_id=pk))
