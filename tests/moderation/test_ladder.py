"""The ladder suggests, a moderator decides with a reason; a pause is honoured, appealed against, and ends by itself."""

from datetime import timedelta
from threading import Thread as Worker

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock, now, today
from core.verdicts import Refused, yes
from forums.actions import join, reply
from forums.models import Post
from forums.policies import may_reply, may_start_thread
from ledger.delivery import deliver_all
from ledger.models import Entry
from moderation.actions import appeal, end_due_measures, take_step
from moderation.models import LadderStep, Measure, Reason, Removal
from moderation.policies import may_take_step
from moderation.queries import pause_of
from moderation.queries.decisions import decision_of
from moderation.queries.ladder import referrals, suggestions
from notifications.models import Notice
from tests.cast import client_as, people, person
from tests.scenes import forums as scene, moderation, voices


def hidden(post, by, times):
    """The author of `post` wrote so many things that this moderator hid; the last of them."""
    subject = None
    for number in range(times):
        made = reply(actor=post.author.user, thread=post.thread, body=f"Fools, {number}.")
        subject = Post.objects.select_related("thread__forum", "author").get(pk=made.pk)
        key = {"host_key": f"forum:{post.thread.forum_id}", "verdict": yes()}
        moderation.decide(
            actor=by, subject=subject, outcome="hide", reason=moderation.attack(), statement="No names.", **key
        )
    return subject


def pause(subject, by):
    step = LadderStep.objects.get(kind="pause", days=7)
    said = {"reason": moderation.attack(), "statement": "You went on after two warnings."}
    return take_step(actor=by, subject=subject, step=step, verdict=yes(), **said)


def test_each_number_of_hidings_suggests_its_step_and_nothing_happens_by_itself(post, ben, facilitator):
    told = []
    for _number in range(8):
        hidden(post, facilitator, 1)
        found = suggestions()
        told.append(found[0].step.kind if found else "")
        if found:
            subject = Post.objects.select_related("thread__forum", "author").get(pk=found[0].id)
            assert not Measure.objects.filter(step=found[0].step).exists()
            with clock.at(now() + timedelta(minutes=1)):
                values = {"step": found[0].step, "reason": moderation.attack(), "statement": "Please stop this."}
                take_step(actor=facilitator, subject=subject, verdict=yes(), **values)
            Measure.objects.update(since=now())
        Measure.objects.filter(step__kind="pause").update(ended_at=now())  # else nothing more could be written

    assert told == ["", "reminder", "warning", "pause", "", "pause", "", "referral"]
    assert [one.person for one in referrals()] == [ben.person]


def test_what_is_shown_again_or_appealed_against_does_not_count(post, ben, facilitator, dov):
    subject = hidden(post, facilitator, 2)
    assert suggestions()[0].removals == 2

    first = Removal.objects.latest("pk").decision
    made = appeal(actor=ben, decision=first, subject=subject, text="It was meant for nobody.")
    during = suggestions()
    moderation.decide_appeal(
        actor=dov, appeal=made, subject=subject, outcome="restore", statement="Granted.", verdict=yes()
    )

    assert (during, suggestions()) == ([], [])
    assert Removal.objects.filter(undone_at=None).count() == 1


def test_hidings_of_long_ago_do_not_count(post, facilitator):
    hidden(post, facilitator, 2)

    with clock.at(now() + timedelta(days=181)):
        assert suggestions() == []


def test_a_pause_stops_writing_here_says_until_when_and_nowhere_else(post, ada, facilitator):
    forum = post.thread.forum
    activity = scene.proposals_activity(forum)
    said = reply(actor=ada, thread=post.thread, body="Fools.")
    first = Post.objects.select_related("thread__forum", "author").get(pk=said.pk)
    measure = pause(hidden(first, facilitator, 4), facilitator)

    from proposals.policies import may_propose

    refused = may_reply(ada, post.thread)
    page = client_as(ada).get(f"/forums/threads/{post.thread_id}/").content.decode()

    assert not refused
    assert "paused you" in str(refused.reason)
    assert refused.remedy_url == f"/moderation/decision/{decision_of(measure).pk}/"
    assert "paused you" in str(may_start_thread(ada, forum).reason)
    assert "paused you" in str(may_propose(ada, activity).reason)
    assert "paused you from writing here" in page
    elsewhere = scene.thread(scene.forum(title="Other place", members=[ada]), by=ada)
    assert may_reply(ada, elsewhere)
    with pytest.raises(Refused, match="paused you"):
        reply(actor=ada, thread=post.thread, body="Still here.")


def test_a_pause_ends_on_its_day_whether_or_not_the_clock_ran_and_the_person_is_told(post, ben, facilitator):
    measure = pause(hidden(post, facilitator, 4), facilitator)
    assert pause_of(ben.person, measure.host_key) == measure

    with clock.at(now() + timedelta(days=7)):
        assert may_reply(ben, post.thread)
        assert (end_due_measures(), end_due_measures()) == (1, 0)
        deliver_all()

    assert [one.event for one in Notice.objects.filter(user=ben, event__contains="Step").order_by("id")] == [
        "moderation.StepTaken",
        "moderation.StepEnded",
    ]
    page = client_as(ben).get(reverse("notifications:inbox")).content.decode()
    assert "paused you from writing in one place" in page


def test_another_person_decides_on_the_appeal_also_after_the_pause_is_over(post, ben, facilitator, dov):
    measure = pause(hidden(post, facilitator, 4), facilitator)
    decision = decision_of(measure)
    page = client_as(ben).get(f"/moderation/decision/{decision.pk}/").content.decode()
    assert "You went on after two warnings." in page
    assert "Why should this step be undone?" in page

    sent = client_as(ben).post(f"/moderation/decision/{decision.pk}/appeal/", {"text": "I had stopped by then."})
    with clock.at(now() + timedelta(days=8)):
        end_due_measures()
        measure = Measure.objects.select_related("person__user", "step").get()
        values = {"appeal": decision.appeal, "subject": measure, "outcome": "restore", "statement": "Granted."}
        with pytest.raises(Refused, match="first decision"):
            moderation.decide_appeal(actor=facilitator, verdict=yes(), **values)
        moderation.decide_appeal(actor=dov, verdict=yes(), **values)

    assert sent.status_code == 302
    assert Measure.objects.get().undone
    assert Entry.objects.filter(event="moderation.StepEnded").count() == 1
    assert decision.appeal.due > today()


def test_an_appeal_that_succeeds_lets_them_write_at_once(post, ben, facilitator, dov):
    measure = pause(hidden(post, facilitator, 4), facilitator)
    made = appeal(actor=ben, decision=decision_of(measure), subject=measure, text="I had stopped by then.")

    browser = client_as(dov)
    browser.post(f"/moderation/content/moderation.measure/{measure.pk}/lock/")
    page = browser.get(f"/moderation/appeal/{made.pk}/").content.decode()
    answer = browser.post(f"/moderation/appeal/{made.pk}/", {"outcome": "restore", "statement": "They had stopped."})

    assert "The step stands" in page
    assert answer.status_code == 302
    assert may_reply(ben, post.thread)


def test_the_page_of_a_thing_suggests_the_step_and_the_form_has_it_filled_in(post, ben, facilitator):
    subject = hidden(post, facilitator, 2)
    browser = client_as(facilitator)
    url = f"/moderation/step/forums.post/{subject.pk}/"

    assert url in browser.get(f"/moderation/content/forums.post/{subject.pk}/").content.decode()
    page = browser.get(url).content.decode()
    answer = browser.post(
        url,
        {
            "step": LadderStep.objects.get(kind="reminder").pk,
            "reason": "personal_attack",
            "statement": "Please read the rules once more.",
        },
    )

    assert "checked" in page
    assert answer.status_code == 302
    assert Measure.objects.get().step.kind == "reminder"
    assert may_reply(ben, post.thread)


def test_over_the_api_a_moderator_sees_the_steps_and_takes_one(post, facilitator):
    subject = hidden(post, facilitator, 2)
    browser, url = client_as(facilitator), f"/api/v1/moderation/content/forums.post/{subject.pk}/step/"
    told = browser.get(url).json()

    answer = browser.post(
        url,
        {"step": told["suggested"], "reason": "personal_attack", "statement": "Please read the rules."},
        content_type="application/json",
    )

    assert answer.status_code == 201, answer.content
    assert answer.json()["step"] == "reminder"


def test_a_step_that_was_not_reached_is_not_taken(post, facilitator):
    subject = hidden(post, facilitator, 3)

    with pytest.raises(Refused, match="Too little"):
        pause(subject, facilitator)


@pytest.mark.parametrize(
    ("who", "reason"), [("ada", "facilitator"), ("ben", "facilitator"), (None, "facilitator"), ("facilitator", "")]
)
def test_who_takes_a_step(request, post, facilitator, who, reason):
    from moderation.hosts import may_moderate

    user = request.getfixturevalue(who) if who else None
    verdict = may_take_step(user, post, may_moderate(user, post))

    assert reason in str(verdict.reason)
    assert bool(verdict) == (not reason)


def test_the_record_names_nobody(post, ben, facilitator):
    pause(hidden(post, facilitator, 4), facilitator)

    entry = Entry.objects.get(event="moderation.StepTaken")
    assert entry.public is False
    assert client_as().get("/record/").content.decode().count("step, with a reason") == 0


def test_a_protected_voice_has_no_step_and_is_counted_for_nobody(forum, ada, facilitator):
    voices.colleagues(forum)
    worker = voices.worker("Wanda Frost")
    join(actor=worker, forum=forum)
    made = reply(actor=worker, thread=scene.thread(forum, by=ada), body="Fools.", protected=True)
    subject = Post.objects.select_related("thread__forum", "protected").get(pk=made.pk)
    values = {"host_key": f"forum:{forum.pk}", "verdict": yes(), "reason": moderation.attack(), "statement": "No."}

    moderation.decide(actor=facilitator, subject=subject, outcome="hide", **values)

    assert "under protection" in str(may_take_step(facilitator, subject, yes()).reason)
    assert not Removal.objects.exists()


def test_the_desk_names_authors_for_whom_a_step_has_come_at_a_fixed_cost(post, ada, facilitator):
    def cost():
        browser = client_as(facilitator)
        browser.get("/desk/facilitator/")
        with CaptureQueriesContext(connection) as queries:
            page = browser.get("/desk/facilitator/").content.decode()
        return len(queries), page

    last = hidden(post, facilitator, 2)
    one, page = cost()
    assert f"/moderation/step/forums.post/{last.pk}/" in page
    for speaker in people(2):
        made = reply(actor=speaker.user, thread=post.thread, body="Fools too.")
        hidden(Post.objects.select_related("thread__forum", "author").get(pk=made.pk), facilitator, 2)

    assert cost()[0] == one
    assert cost()[1].count("Decide on the step<") == 3


def test_a_referral_stands_on_the_desk_of_the_councils_moderators(post, facilitator, dov):
    subject = hidden(post, facilitator, 8)
    step = LadderStep.objects.get(kind="referral")
    said = {"reason": moderation.attack(), "statement": "The council decides what comes next."}

    take_step(actor=facilitator, subject=subject, step=step, verdict=yes(), **said)

    assert f"/moderation/block/forums.post/{subject.pk}/" in client_as(dov).get("/desk/moderator/").content.decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_moderators_at_once_one_takes_the_step(post, facilitator):
    subject = hidden(post, facilitator, 4)
    other = person("Mo Second", level=3, roles=("moderator",)).user
    told = []

    def go(user):
        try:
            pause(subject, user)
            told.append("taken")
        except Refused as refused:
            told.append(str(refused))
        finally:
            connection.close()

    workers = [Worker(target=go, args=(user,)) for user in (facilitator, other)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(told) == ["This step has been taken already, and holds.", "taken"]
    assert Measure.objects.count() == 1
    assert Reason.objects.exists()
