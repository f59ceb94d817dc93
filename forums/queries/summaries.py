"""Summaries as pages need them: what stands in one, what the members say to it, what waits."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from accounts.queries import person_of
from forums import extracts
from forums.models import Citation, Membership, Point, PointAnswer, Post, PostLabel, Summary, Thread
from forums.states import MemberRole, ObjectionShown, Stance, SummaryState

PUBLIC = (SummaryState.OPEN, SummaryState.AGREED, SummaryState.RETURNED)
COUNTED = 600  # posts that the help looks at


@dataclass(frozen=True, slots=True)
class PointShown:
    """A point with what it rests on, its figures, and the objections that their authors let be read."""

    point: Point
    citations: list[Citation]
    agreed: int
    objected: int
    objections: list[PointAnswer]
    mine: PointAnswer | None = None

    @property
    def differs(self) -> bool:
        return self.objected > 0


@dataclass(frozen=True, slots=True)
class SummaryShown:
    summary: Summary
    points: list[PointShown]

    @property
    def differences(self) -> list[PointShown]:
        """Where the members differ, whatever the majority says."""
        return [point for point in self.points if point.differs]


@dataclass(frozen=True, slots=True)
class Help:
    """Posts picked by counting words, for whoever writes a summary."""

    quoted: list[Post] = field(default_factory=list)
    in_favour: list[Post] = field(default_factory=list)
    against: list[Post] = field(default_factory=list)


def public_summaries(thread: Thread) -> list[Summary]:
    """Those that everybody may read, the newest first."""
    return list(Summary.objects.filter(thread=thread, state__in=PUBLIC).order_by("-version"))


def draft_of(thread: Thread) -> Summary | None:
    rows = Summary.objects.filter(thread=thread, state=SummaryState.DRAFT)
    return rows.select_related("thread__forum").first()


def shown(summary: Summary, user: Any = None) -> SummaryShown:
    """All that a page of this summary draws, in a fixed number of queries; `mine` is the answer of this user, for them alone."""
    citations = Citation.objects.select_related("post__author", "post__thread").order_by("number")
    points = list(Point.objects.filter(summary=summary).prefetch_related(Prefetch("citations", citations)))
    answers = PointAnswer.objects.filter(point__summary=summary)
    counts: dict[int, Any] = {
        row["point"]: row
        for row in answers.values("point").annotate(
            yes=Count("id", filter=Q(agrees=True)), no=Count("id", filter=Q(agrees=False))
        )
    }
    published: dict[int, list[PointAnswer]] = {}
    for one in (
        answers.filter(agrees=False).exclude(shown=ObjectionShown.FIGURE).select_related("person").order_by("id")
    ):
        published.setdefault(one.point_id, []).append(one)
    person = person_of(user)
    mine = {one.point_id: one for one in answers.filter(person=person)} if person is not None else {}
    return SummaryShown(
        summary,
        [
            PointShown(
                point,
                list(point.citations.all()),
                point.agreed if summary.is_closed else counts.get(point.pk, {}).get("yes", 0),
                point.objected if summary.is_closed else counts.get(point.pk, {}).get("no", 0),
                published.get(point.pk, []),
                mine.get(point.pk),
            )
            for point in points
        ],
    )


def due_to_close(day: Any) -> list[Summary]:
    """Before the members, and their last day is over."""
    return list(Summary.objects.filter(state=SummaryState.OPEN, closes_on__lt=day).order_by("closes_on", "id"))


def summaries_waiting(user: Any) -> list[Summary]:
    """For a facilitator's desk: drafts and summaries sent back (newest version of their conversation), and what is before the members."""
    person = person_of(user)
    if person is None:
        return []
    mine = Membership.objects.facilitators().filter(person=person).values("forum_id")
    later = Summary.objects.filter(thread=OuterRef("thread"), version__gt=OuterRef("version"))
    rows = Summary.objects.filter(thread__forum__in=mine).exclude(state=SummaryState.AGREED)
    rows = rows.exclude(Exists(later)).select_related("thread__forum")
    return list(rows.order_by("closes_on", "id"))


def summaries_to_answer(user: Any) -> list[Summary]:
    """For a member's own page: summaries before them of which they have not answered every point."""
    person = person_of(user)
    if person is None:
        return []
    mine = Membership.objects.current().filter(person=person, role=MemberRole.MEMBER).values("forum_id")
    bare = Point.objects.filter(summary=OuterRef("pk")).exclude(
        Exists(PointAnswer.objects.filter(point=OuterRef("pk"), person=person))
    )
    rows = Summary.objects.filter(thread__forum__in=mine, state=SummaryState.OPEN).filter(Exists(bare))
    return list(rows.select_related("thread__forum").order_by("closes_on", "id"))


def agreed_summaries(keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Summary]:
    """The newest agreed summary of the conversation about each of these records, in one query: for what cites them."""
    wanted = Q(pk=None)
    for kind, pk in keys:
        wanted |= Q(thread__about_kind=kind, thread__about_id=pk)
    rows = Summary.objects.filter(wanted, state=SummaryState.AGREED).select_related("thread").order_by("version")
    return {(one.thread.about_kind, one.thread.about_id or 0): one for one in rows}


def help_for(thread: Thread) -> Help:
    """Posts picked by counting words in the newest of the conversation; two queries."""
    newest = Post.objects.filter(thread=thread).shown().order_by("-id")[:COUNTED]
    texts = [
        extracts.Text(pk, body, stance, str(author or protected or label or ""), score)
        for pk, body, stance, author, protected, label, score in newest.values_list(
            "pk", "body", "stance", "author_id", "protected_id", "author_label", "score"
        )
    ]
    quoted = [one.pk for one in extracts.most_quoted(texts)]
    sides = [[one.pk for one in extracts.typical(texts, side)] for side in (Stance.FOR, Stance.AGAINST)]
    found = {one.pk: one for one in Post.objects.filter(pk__in=[*quoted, *sides[0], *sides[1]]).for_thread()}
    return Help(*([found[pk] for pk in ids if pk in found] for ids in (quoted, *sides)))


def posts_to_cite(thread: Thread, words: str = "", label: str = "", limit: int = 40) -> list[Post]:
    """Posts that everybody can read, with these words or under this label, in reading order; pinned ones where nothing is asked."""
    rows = Post.objects.filter(thread=thread).shown().exclude(body="").for_thread()
    if words:
        rows = rows.filter(body__icontains=words)
    elif label:
        rows = rows.filter(labels__contains=[label])
    return list(rows.order_by("path")[:limit])


def labels_of(thread: Thread) -> list[PostLabel]:
    """Groups and tags of the conversation with their posts; two queries."""
    posts = Prefetch("posts", Post.objects.for_thread().order_by("path"))
    return list(PostLabel.objects.filter(thread=thread).prefetch_related(posts).order_by("sort", "name"))
