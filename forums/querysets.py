from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from forums.states import OVER, ForumState, MemberRole, QuestionState, RequestState, Stance, ThreadState

if TYPE_CHECKING:
    from forums.models import (  # noqa: F401
        Activity,
        AskedQuestion,
        Forum,
        ForumRequest,
        Measure,
        Membership,
        Phase,
        Post,
        PreElection,
        Process,
        Sitting,
        Thread,
    )


DRAWN = (
    *(
        "thread_id",
        "parent_id",
        "root_id",
        "depth",
        "path",
        "author_label",
        "protected_id",
        "labels",
        "voice",
        "stance",
        "body_html",
        "language",
    ),
    *("evidence", "link", "corrections", "reply_count", "pinned", "useful", "ups", "downs", "score"),
    *("version", "created_at", "deleted_at", "hidden_at", "hidden_because", "edited_because"),
)
# What names the author of the post that another one answers.
ANSWERED = ("parent__author", "parent__author_label", "parent__deleted_at", "parent__author__name")


class ForumQuerySet(models.QuerySet["Forum"]):
    def active(self) -> "ForumQuerySet":
        return self.filter(state=ForumState.ACTIVE)

    def living(self) -> "ForumQuerySet":
        """Neither closed nor merged into another."""
        return self.exclude(state__in=OVER)

    def visible_to(self, user: Any) -> "ForumQuerySet":
        """Every forum is public, also one that is closed."""
        return self

    def of_kind(self, kind: str) -> "ForumQuerySet":
        return self.filter(kind=kind)

    def for_area(self, area_id: int) -> "ForumQuerySet":
        """Forums of this area; those of the whole city are everybody's and not among them."""
        return self.filter(areas=area_id)

    def for_areas(self, area_ids: Collection[int]) -> "ForumQuerySet":
        """Forums of any of these areas, each once."""
        areas = self.model._meta.get_field("areas").remote_field.through  # type: ignore[union-attr]
        return self.filter(pk__in=areas._base_manager.filter(area_id__in=area_ids).values("forum_id"))

    def naming(self, words: str) -> "ForumQuerySet":
        return self.filter(Q(title__icontains=words) | Q(purpose__icontains=words) | Q(code__iexact=words))

    def for_list(self) -> "ForumQuerySet":
        return self.defer("purpose_html", "topics")


class RequestQuerySet(models.QuerySet["ForumRequest"]):
    def visible_to(self, user: Any) -> "RequestQuerySet":
        """Every request is public; a hidden one shows the reason in place of its words."""
        return self

    def before_the_council(self) -> "RequestQuerySet":
        """Those that wait for its yes or no."""
        return self.filter(state=RequestState.CONSIDERING)

    def before_scrutiny(self) -> "RequestQuerySet":
        """Refused ones that a backer asked to have looked at again."""
        return self.filter(state=RequestState.REVIEWING)

    def late(self, day: date) -> "RequestQuerySet":
        """An answer was due before `day` and is not there."""
        return self.filter(state__in=(RequestState.CONSIDERING, RequestState.REVIEWING), due__lt=day)

    def for_list(self) -> "RequestQuerySet":
        return self.defer("purpose", "purpose_html", "objection", "review", "reasons")


class QuestionQuerySet(models.QuerySet[Any]):
    def under_way(self) -> "QuestionQuerySet":
        return self.filter(state__in=(QuestionState.NOTICE, QuestionState.VOTING))

    def due_to_open(self, moment: datetime) -> "QuestionQuerySet":
        """Announced long enough: the members vote from now on."""
        return self.filter(state=QuestionState.NOTICE, opens_at__lte=moment)


class SittingQuerySet(models.QuerySet["Sitting"]):
    def unpublished(self, moment: datetime) -> "SittingQuerySet":
        """To come, with no agenda out: nobody has been told to be there by its papers. The next first."""
        states = ("scheduled", "agenda_open")
        coming = self.filter(gathering__state__in=states, gathering__starts_at__gt=moment)
        return coming.order_by("gathering__starts_at", "pk")

    def standing(self) -> "SittingQuerySet":
        return self.exclude(gathering__state="cancelled")

    def last_day(self) -> date | None:
        """The last of their days; None without any."""
        found: date | None = self.aggregate(last=models.Max("day"))["last"]
        return found


class MeasureQuerySet(models.QuerySet["Measure"]):
    def in_force(self, key: str, day: date) -> "MeasureQuerySet":
        """The versions of a number that have begun by `day`; the one that holds is the first."""
        return self.filter(key=key, valid_from__lte=day).order_by("-valid_from", "-version")


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(left_at=None)

    def facilitators(self) -> "MembershipQuerySet":
        return self.current().filter(role=MemberRole.FACILITATOR)

    def members(self) -> "MembershipQuerySet":
        """Those who decide: a facilitator runs the forum and never decides its content."""
        return self.current().filter(role=MemberRole.MEMBER)

    def by_name(self) -> "MembershipQuerySet":
        """In the order of their names, which each row carries as `name`."""
        return self.select_related("person").annotate(name=Lower("person__name")).order_by("name", "id")


class ActivityQuerySet(models.QuerySet["Activity"]):
    def open(self, at: datetime) -> "ActivityQuerySet":
        return self.filter(Q(closes_at=None) | Q(closes_at__gt=at), opens_at__lte=at)

    def unfinished(self, at: datetime) -> "ActivityQuerySet":
        """Open, or still to come."""
        return self.filter(Q(closes_at=None) | Q(closes_at__gt=at))

    def over(self, at: datetime) -> "ActivityQuerySet":
        return self.filter(closes_at__lte=at)

    def to_come(self, at: datetime) -> "ActivityQuerySet":
        return self.filter(opens_at__gt=at)

    def to_start(self, at: datetime) -> "ActivityQuerySet":
        """Begun by their dates and not yet told; a forum that rests starts nothing."""
        return self.open(at).filter(started_at=None, forum__state=ForumState.ACTIVE)

    def to_end(self, at: datetime) -> "ActivityQuerySet":
        """Over by their dates and not yet told."""
        return self.filter(ended_at=None, closes_at__lte=at)

    def with_needed(self) -> "ActivityQuerySet":
        """`needed` supports put a proposal to the members: what the forum's rules say, and where they say none, the activity."""
        rules = self.model._meta.get_field("forum").related_model._meta.get_field("rules").related_model  # type: ignore[union-attr]
        agreed = rules._base_manager.filter(forum=OuterRef("forum")).order_by("-version")  # type: ignore[union-attr]
        return self.annotate(
            needed=Coalesce(NullIf(Subquery(agreed.values("supports_threshold")[:1]), Value(0)), F("threshold"))
        )


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, user: Any) -> "ThreadQuerySet":
        """Every thread is public; a hidden one shows the reason in place of its words."""
        return self

    def taking_posts(self, at: datetime) -> "ThreadQuerySet":
        """Open, and within their own period."""
        begun, lasts = Q(opens_at=None) | Q(opens_at__lte=at), Q(closes_at=None) | Q(closes_at__gt=at)
        return self.filter(begun, lasts, state=ThreadState.OPEN)

    def own(self) -> "ThreadQuerySet":
        """Threads of a forum itself; those about a record are read with the record."""
        return self.filter(about_kind="")

    def for_list(self) -> "ThreadQuerySet":
        return self.select_related("author").defer("opening", "opening_html", "conclusions", "conclusions_html")

    def for_page(self) -> "ThreadQuerySet":
        """All that the thread's page says of it; the key of its newest post as `newest`, and what else there is to ask for."""
        posts, updates = (self.model._meta.get_field(name).related_model for name in ("posts", "updates"))
        rows = posts._base_manager.filter(thread=OuterRef("pk"))  # type: ignore[union-attr]
        return self.select_related("forum", "activity", "author").annotate(
            newest=Subquery(rows.order_by("-pk").values("pk")[:1]),
            has_pinned=Exists(rows.filter(pinned=True)),
            has_updates=Exists(updates._base_manager.filter(thread=OuterRef("pk"))),  # type: ignore[union-attr]
        )


class PostQuerySet(models.QuerySet["Post"]):
    def visible_to(self, user: Any) -> "PostQuerySet":
        """Every post has its place; a hidden one shows the reason in place of its words."""
        return self

    def shown(self) -> "PostQuerySet":
        """Posts whose words anybody may read."""
        return self.filter(hidden_at=None, deleted_at=None)

    def openers(self, stance: Stance) -> "PostQuerySet":
        """Posts that begin a conversation and take this side, the most useful first."""
        return self.shown().filter(depth=0, stance=stance).order_by("-score", "id")

    def for_thread(self) -> "PostQuerySet":
        """All that a thread page draws, in one query: the source text stays behind, and of people only their names come."""
        return self.select_related("author").only(*DRAWN, "author__name")

    def for_list(self) -> "PostQuerySet":
        """The same where a post stands without what it answers: whose post that is comes with it."""
        return self.select_related("author", "parent__author").only(*DRAWN, "author__name", *ANSWERED)


class ProcessQuerySet(models.QuerySet["Process"]):
    def visible_to(self, user: Any) -> "ProcessQuerySet":
        """Every process is public."""
        return self

    def for_areas(self, area_ids: Collection[int]) -> "ProcessQuerySet":
        """Those about any of these areas, each once."""
        areas = self.model._meta.get_field("areas").remote_field.through  # type: ignore[union-attr]
        return self.filter(pk__in=areas._base_manager.filter(area_id__in=area_ids).values("process_id"))

    def for_list(self) -> "ProcessQuerySet":
        return self.select_related("forum").defer("purpose_html", "forum__purpose", "forum__purpose_html")


class PhaseQuerySet(models.QuerySet["Phase"]):
    def active(self, at: datetime) -> "PhaseQuerySet":
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at)

    def to_begin(self, at: datetime) -> "PhaseQuerySet":
        """Begun by their dates and not yet told."""
        return self.filter(begun_at=None, starts_at__lte=at)


class AskedQuestionQuerySet(models.QuerySet["AskedQuestion"]):
    def answered(self) -> "AskedQuestionQuerySet":
        return self.filter(answered_at__isnull=False)

    def unanswered(self) -> "AskedQuestionQuerySet":
        return self.filter(answered_at=None)

    def for_list(self) -> "AskedQuestionQuerySet":
        """With the words of question and answer and the names of who wrote them, in one query."""
        return self.select_related("thread__author", "answer__author")

    def for_page(self) -> "AskedQuestionQuerySet":
        return self.select_related("thread__forum", "thread__author", "activity__forum")


class PreElectionQuerySet(models.QuerySet["PreElection"]):
    def running(self, day: date) -> "PreElectionQuerySet":
        """By their days, and not ended before."""
        return self.filter(begins__lte=day, ends__gte=day, ended_at=None)

    def to_end(self, day: date) -> "PreElectionQuerySet":
        """Their last day is past and nobody has said so."""
        return self.filter(ends__lt=day, ended_at=None)
