"""Reported, decided, appealed against, decided again."""

from datetime import timedelta

import pytest

from clocks.models import Deadline
from core import clock, now, subjects
from core.states import StateConflict
from core.verdicts import Refused, no, yes
from forums.actions import reply
from forums.models import Post
from forums.policies import may_moderate
from ledger.delivery import deliver_all
from ledger.models import Entry
from moderation.actions import appeal, flag
from moderation.models import Appeal, Decision, Flag
from moderation.queries import appeals_waiting, figures, hiding_of, queue, waiting_count
from notifications.models import Notice
from search.models import Document
from tests.scenes import forums as scene
from tests.scenes.moderation import attack, decide, decide_appeal


def hidden(post, by, statement="Please leave the word out."):
    key, verdict = f"forum:{post.thread.forum_id}", may_moderate(by, post.thread.forum)
    return decide(
        actor=by, subject=post, outcome="hide", reason=attack(), statement=statement, host_key=key, verdict=verdict
    )


def told(user):
    return list(Notice.objects.filter(user=user).order_by("id").values_list("event", "audience"))


def test_a_report_waits_with_the_moderators_of_the_place_until_a_date(post, ada, facilitator, forum):
    made = flag(actor=ada, subject=post, reason=attack(), host_key=f"forum:{forum.pk}")

    deliver_all()
    assert made.due == Deadline.objects.get(subject_kind="moderation.flag", subject_id=made.pk).due
    assert [(w.kind, w.id, w.reports, w.reasons) for w in queue([f"forum:{forum.pk}"])] == [
        ("forums.post", post.pk, 1, ("Personal attack",))
    ]
    assert queue(["forum:0"]) == []
    assert waiting_count() == 1
    assert told(facilitator)[-1] == ("moderation.ContentFlagged", "moderators")
    assert not Entry.objects.get(event="moderation.ContentFlagged").public


def test_a_person_reports_a_thing_once_and_never_their_own(post, ada, ben, forum):
    flag(actor=ada, subject=post, reason=attack(), host_key="forum:1")

    with pytest.raises(Refused, match="You have reported this"):
        flag(actor=ada, subject=post, reason=attack(), host_key="forum:1")
    with pytest.raises(Refused, match="your own words"):
        flag(actor=ben, subject=post, reason=attack(), host_key="forum:1")


def test_hiding_acts_at_once_and_tells_author_and_reporter(post, ada, ben, facilitator, forum):
    flag(actor=ada, subject=post, reason=attack(), host_key=f"forum:{forum.pk}")
    deliver_all()
    assert Document.objects.filter(subject_kind="forums.post", subject_id=post.pk).count() == 1

    decision = hidden(post, facilitator)

    assert Document.objects.filter(subject_kind="forums.post", subject_id=post.pk).count() == 0
    stored = Post.objects.get(pk=post.pk)
    assert (stored.is_hidden, stored.hidden_because) == (True, "Personal attack")
    assert Flag.objects.get().decision == decision
    assert Deadline.objects.get(subject_kind="moderation.flag").met_at is not None
    deliver_all()
    assert told(ben)[-1] == ("moderation.ContentDecided", "author")
    assert told(ada)[-1] == ("moderation.ContentDecided", "reporters")
    assert hiding_of(("forums.post", post.pk)) == decision


def test_what_is_shown_again_can_be_found_again(post, facilitator, ada):
    hidden(post, facilitator)
    key = f"forum:{post.thread.forum_id}"

    decide(actor=facilitator, subject=post, outcome="restore", statement="I was wrong.", host_key=key, verdict=yes())

    deliver_all()
    assert not Post.objects.get(pk=post.pk).is_hidden
    assert Document.objects.filter(subject_kind="forums.post", subject_id=post.pk).count() == 1


def test_nobody_decides_on_their_own_words(forum, ada, facilitator):
    own = reply(actor=facilitator, thread=scene.thread(forum, by=ada), body="Mine")

    with pytest.raises(Refused, match="somebody else"):
        hidden(own, facilitator)


def test_the_verdict_of_the_owner_is_asked(post, ada):
    with pytest.raises(Refused, match="Only a facilitator"):
        hidden(post, ada)


def test_two_decisions_at_once_make_one(post, facilitator, dov):
    hidden(post, facilitator)

    with pytest.raises(StateConflict):
        hidden(Post.objects.select_related("thread__forum", "author").get(pk=post.pk), dov)


@pytest.mark.parametrize(
    ("changes", "words"), [({"reason": None}, "Choose the reason"), ({"statement": " "}, "Write to the author")]
)
def test_hiding_gives_a_reason_and_writes_to_the_author(post, facilitator, changes, words):
    values = {"outcome": "hide", "reason": attack(), "statement": "Why", "host_key": "", "verdict": yes()} | changes

    with pytest.raises(Refused, match=words):
        decide(actor=facilitator, subject=post, **values)


def test_another_person_decides_on_an_appeal_and_is_final(post, ben, facilitator, dov):
    first = hidden(post, facilitator)
    made = appeal(actor=ben, decision=first, subject=post, text="I was quoting.")
    with pytest.raises(Refused, match="You made the first decision"):
        decide_appeal(actor=facilitator, appeal=made, subject=post, outcome="restore", statement="So", verdict=yes())

    answer = decide_appeal(actor=dov, appeal=made, subject=post, outcome="hide", statement="It stands.", verdict=yes())

    deliver_all()
    assert Post.objects.get(pk=post.pk).is_hidden
    assert Appeal.objects.get().answer == answer
    assert told(ben)[-1] == ("moderation.AppealDecided", "author")
    assert [event for event, _audience in told(ben)].count("moderation.ContentDecided") == 1
    with pytest.raises(Refused, match="final"):
        appeal(actor=ben, decision=answer, subject=post, text="Once more, please.")
    with pytest.raises(Refused, match="This appeal is decided"):
        decide_appeal(actor=dov, appeal=made, subject=post, outcome="restore", statement="So", verdict=yes())


def test_an_appeal_that_succeeds_shows_it_again(post, ben, facilitator, dov):
    made = appeal(actor=ben, decision=hidden(post, facilitator), subject=post, text="I was quoting.")
    assert [one.appeal for one in appeals_waiting(user=dov)] == [made]
    assert appeals_waiting(user=facilitator) == []

    decide_appeal(actor=dov, appeal=made, subject=post, outcome="restore", statement="A quotation.", verdict=yes())

    assert not Post.objects.get(pk=post.pk).is_hidden
    assert Deadline.objects.get(subject_kind="moderation.appeal").met_at is not None


def test_an_appeal_reaches_somebody_else_also_where_one_person_moderates(post, ben, facilitator, dov):
    appeal(actor=ben, decision=hidden(post, facilitator), subject=post, text="I was quoting.")

    deliver_all()

    assert told(dov) == [("moderation.AppealMade", "moderators")]
    assert "moderation.AppealMade" not in [event for event, _audience in told(facilitator)]


def test_a_place_without_moderators_is_looked_after_by_the_councils(post, ada, facilitator, dov):
    post.thread.forum.memberships.update(role="member")

    flag(actor=ada, subject=post, reason=attack(), host_key="forum:1")

    deliver_all()
    assert told(dov) == [("moderation.ContentFlagged", "moderators")]


@pytest.mark.parametrize("who", ["ada", "facilitator"])
def test_only_the_author_appeals(post, request, facilitator, who):
    first = hidden(post, facilitator)

    with pytest.raises(Refused, match="Only the author"):
        appeal(actor=request.getfixturevalue(who), decision=first, subject=post, text="It was fine.")


def test_showing_it_again_answers_the_waiting_appeal(post, ben, facilitator):
    appeal(actor=ben, decision=hidden(post, facilitator), subject=post, text="I was quoting.")

    answer = decide(actor=facilitator, subject=post, outcome="restore", statement="Right.", host_key="", verdict=yes())

    assert Appeal.objects.get().answer == answer


def test_a_decision_stands_for_ever(post, facilitator):
    from django.db import IntegrityError, transaction

    first = hidden(post, facilitator)

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=first.pk).update(outcome="keep")
    with pytest.raises(IntegrityError), transaction.atomic():
        first.delete()


def test_figures_count_reports_decisions_and_the_middle_time(post, ada, facilitator, forum):
    flag(actor=ada, subject=post, reason=attack(), host_key=f"forum:{forum.pk}")
    with clock.at(now() + timedelta(hours=6)):
        hidden(post, facilitator)

    found = figures(now() - timedelta(days=1))

    assert (found.reports, found.waiting, found.hidden, found.kept) == (1, 0, 1, 0)
    assert round(found.median_hours) == 6
    assert [(row.title, row.reports, row.hidden) for row in found.reasons] == [("Personal attack", 1, 1)]


def test_a_refusing_verdict_comes_back_in_its_own_words(post, dov):
    with pytest.raises(Refused, match="Not in this place"):
        decide(
            actor=dov,
            subject=post,
            outcome="keep",
            statement="",
            host_key="",
            verdict=no("Not in this place."),
        )


def test_a_decision_is_named_by_what_it_is_about(post, facilitator):
    made = hidden(post, facilitator)

    named = subjects.describe([("moderation.decision", made.pk)])

    assert [(one.label, one.url) for one in named.values()] == [("Shorter waits", f"/moderation/decision/{made.pk}/")]
