"""Who is told of what happens in a forum."""

from collections.abc import Iterable

from django.db.models import Q

from accounts.models import Person, Role
from accounts.queries import users_with_role
from ballots.queries import ballots_about, roll_user_ids
from forums import events
from forums.models import (
    AskedQuestion,
    Ending,
    Forum,
    ForumRequest,
    Mandate,
    Post,
    PostMention,
    Process,
    QuestionBacking,
    SurveyAnswer,
    Thread,
)
from forums.queries import backer_user_ids, facilitator_user_ids, member_user_ids, participant_user_ids
from ledger.models import Entry
from notifications.duties import Audience, followers_of, tells
from notifications.queries import wanting_mentions


@tells(events.FacilitatorAppointed, events.FacilitatorEnded)
def facilitator(event: events.FacilitatorAppointed, entry: Entry) -> Iterable[Audience]:
    yield Audience("facilitator", Person.objects.filter(pk=event.person_id).values_list("user_id", flat=True))


@tells(events.MandateGiven, events.MandateRecalled)
def mandate(event: events.MandateGiven, entry: Entry) -> Iterable[Audience]:
    yield Audience(
        "representative", Mandate.objects.filter(pk=event.mandate_id).values_list("person__user_id", flat=True)
    )
    yield followers_of(("forums.forum", event.forum_id))


@tells(events.ActivityStarted)
def activity_started(event: events.ActivityStarted, entry: Entry) -> Iterable[Audience]:
    """Of a ballot that the clock opens, its roll is told by the ballot."""
    ballot = ballots_about(("forums.activity", event.activity_id)).first()
    if ballot is None or ballot.opens_at <= ballot.planned_at:
        yield followers_of(("forums.forum", event.forum_id))


@tells(events.QuestionAsked)
def question_asked(event: events.QuestionAsked, entry: Entry) -> Iterable[Audience]:
    yield Audience("facilitators", facilitator_user_ids(event.forum_id))


@tells(events.QuestionAnswered)
def question_answered(event: events.QuestionAnswered, entry: Entry) -> Iterable[Audience]:
    asked = AskedQuestion.objects.filter(pk=event.question_id)
    backings = QuestionBacking.objects.filter(question=event.question_id)
    yield Audience("asker", asked.values_list("thread__author__user_id", flat=True))
    yield Audience("backers", backings.values_list("person__user_id", flat=True))


@tells(events.SurveyCounted)
def survey_counted(event: events.SurveyCounted, entry: Entry) -> Iterable[Audience]:
    answers = SurveyAnswer.objects.filter(activity=event.activity_id)
    yield Audience("answered", answers.values_list("person__user_id", flat=True))


@tells(events.ForumMoved, events.ActivityEnded, events.ThreadStarted)
def news_of_forum(event: events.ThreadStarted, entry: Entry) -> Iterable[Audience]:
    yield followers_of(("forums.forum", event.forum_id))


@tells(events.ThreadPeriodSet, events.ThreadUpdated)
def debate_news(event: events.ThreadUpdated, entry: Entry) -> Iterable[Audience]:
    thread = Thread.objects.select_related("author").get(pk=event.thread_id)
    yield Audience("participants", participant_user_ids(thread))
    yield followers_of(("forums.thread", event.thread_id))


@tells(events.PostsMoved)
def posts_moved(event: events.PostsMoved, entry: Entry) -> Iterable[Audience]:
    wrote = Post.objects.filter(Q(pk=event.post_id) | Q(root=event.post_id), author__user__isnull=False)
    yield Audience("authors", wrote.order_by().values_list("author__user_id", flat=True).distinct())


@tells(events.ThreadClosed)
def thread_closed(event: events.ThreadClosed, entry: Entry) -> Iterable[Audience]:
    thread = Thread.objects.select_related("author").get(pk=event.thread_id)
    yield Audience("participants", participant_user_ids(thread))
    yield followers_of(("forums.thread", event.thread_id))


@tells(events.PostPublished)
def post_published(event: events.PostPublished, entry: Entry) -> Iterable[Audience]:
    if event.parent_id:
        yield Audience("author", Post.objects.filter(pk=event.parent_id).values_list("author__user_id", flat=True))
    else:
        yield Audience("author", Thread.objects.filter(pk=event.thread_id).values_list("author__user_id", flat=True))
    yield _mentioned(event.post_id, version=1)
    yield followers_of(("forums.thread", event.thread_id))


@tells(events.PostEdited)
def post_edited(event: events.PostEdited, entry: Entry) -> Iterable[Audience]:
    yield _mentioned(event.post_id, version=event.version)


def _mentioned(post_id: int, *, version: int) -> Audience:
    """Whom this version of the post names first, unless they do not want to hear of that."""
    named = PostMention.objects.filter(post=post_id, version=version, post__hidden_at=None)
    return Audience("mentioned", wanting_mentions(named.values_list("person__user_id", flat=True)))


@tells(events.RequestReached)
def request_reached(event: events.RequestReached, entry: Entry) -> Iterable[Audience]:
    yield Audience("council", users_with_role(Role.CLERK, Role.ADMINISTRATOR))
    yield Audience("backers", backer_user_ids(event.request_id))
    yield _of_the_areas(event.request_id)


@tells(events.RequestAnswered, events.RequestReviewed)
def request_answered(event: events.RequestAnswered, entry: Entry) -> Iterable[Audience]:
    yield Audience("backers", backer_user_ids(event.request_id))
    yield _of_the_areas(event.request_id)


@tells(events.RequestReviewAsked)
def review_asked(event: events.RequestReviewAsked, entry: Entry) -> Iterable[Audience]:
    yield Audience("scrutiny", users_with_role(Role.SCRUTINY_OFFICER))
    yield Audience("backers", backer_user_ids(event.request_id), tell_actor=True)


def _of_the_areas(request_id: int) -> Audience:
    """Those who follow the request, or an area it is for."""
    areas = ForumRequest.areas.through.objects.filter(forumrequest=request_id).values_list("area_id", flat=True)
    return followers_of(("forums.forumrequest", request_id), *(("places.area", pk) for pk in areas))


@tells(events.RulesProposed, events.RulesWithdrawn, events.RulesChanged, events.RulesKept)
def rules_news(event: events.RulesProposed, entry: Entry) -> Iterable[Audience]:
    yield Audience("members", member_user_ids(Forum(pk=event.forum_id)))
    yield followers_of(("forums.forum", event.forum_id))


@tells(events.RulesVoteOpened)
def rules_vote(event: events.RulesVoteOpened, entry: Entry) -> Iterable[Audience]:
    yield Audience("voters", roll_user_ids(event.ballot_id))
    yield followers_of(("forums.forum", event.forum_id))


@tells(events.ForumConstituted)
def constituted(event: events.ForumConstituted, entry: Entry) -> Iterable[Audience]:
    request = ForumRequest.objects.filter(forum=event.forum_id).first()
    yield Audience("backers", backer_user_ids(request.pk) if request else [])
    yield followers_of(("forums.forum", event.forum_id))


@tells(events.ProcessCreated)
def process_created(event: events.ProcessCreated, entry: Entry) -> Iterable[Audience]:
    yield followers_of(("forums.forum", event.forum_id))


@tells(events.PhaseBegan)
def phase_began(event: events.PhaseBegan, entry: Entry) -> Iterable[Audience]:
    yield followers_of(("forums.process", event.process_id))
    forum = Process.objects.filter(pk=event.process_id).values_list("forum_id", flat=True).first()
    yield followers_of(("forums.forum", forum or 0))


@tells(events.PhaseSet)
def phase_set(event: events.PhaseSet, entry: Entry) -> Iterable[Audience]:
    yield followers_of(("forums.process", event.process_id))


@tells(events.PlaceGiven)
def place_given(event: events.PlaceGiven, entry: Entry) -> Iterable[Audience]:
    yield Audience("member", Person.objects.filter(pk=event.person_id).values_list("user_id", flat=True))


@tells(
    events.ForumPaused,
    events.ForumResumed,
    events.EndingProposed,
    events.ForumWarned,
    events.ForumClosed,
    events.ForumMerged,
)
def life_of_forum(event: events.ForumPaused, entry: Entry) -> Iterable[Audience]:
    yield Audience("members", member_user_ids(Forum(pk=event.forum_id)))
    yield followers_of(("forums.forum", event.forum_id))


@tells(events.EndingVoteOpened)
def ending_vote(event: events.EndingVoteOpened, entry: Entry) -> Iterable[Audience]:
    yield Audience("voters", roll_user_ids(event.ballot_id))
    yield followers_of(("forums.forum", event.forum_id))


@tells(events.EndingDecided)
def ending_decided(event: events.EndingDecided, entry: Entry) -> Iterable[Audience]:
    into = Ending.objects.filter(pk=event.ending_id).values_list("into_id", flat=True).first()
    yield Audience("others", facilitator_user_ids(into) if into else [])
    yield Audience("members", member_user_ids(Forum(pk=event.forum_id)))


@tells(events.SummaryOpened)
def summary_opened(event: events.SummaryOpened, entry: Entry) -> Iterable[Audience]:
    yield Audience("members", _members_of(event.thread_id))
    yield followers_of(("forums.thread", event.thread_id))


@tells(events.SummaryClosed)
def summary_closed(event: events.SummaryClosed, entry: Entry) -> Iterable[Audience]:
    """Everybody in the forum, facilitators too: never only those who answered, for that is private."""
    yield Audience("members", _members_of(event.thread_id))
    yield followers_of(("forums.thread", event.thread_id))


def _members_of(thread_id: int) -> list[int]:
    return member_user_ids(Thread.objects.select_related("forum").get(pk=thread_id).forum)


@tells(events.MeasureSet, events.FirstRulesSet)
def council_set(event: events.MeasureSet | events.FirstRulesSet, entry: Entry) -> Iterable[Audience]:
    yield Audience("council", users_with_role(Role.CLERK, Role.ADMINISTRATOR))
