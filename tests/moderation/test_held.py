"""What waits stands nowhere until a person releases it; released it is as if new; refused it can be appealed against."""

import re
from datetime import timedelta

import pytest

from accounts.models import User
from core import clock, now
from core.states import StateConflict
from core.verdicts import Refused
from forums.actions import reply, submit_edit, submit_reply, submit_thread
from forums.models import Post, Thread
from forums.states import ForumKind
from ledger.delivery import deliver_all
from ledger.models import Entry
from moderation.actions import appeal, decide, decide_appeal, fold_reading, take, take_back
from moderation.models import Held, HoldRule, Reason, Trust, Why
from moderation.policies import may_post_links
from moderation.queries.trust import standing_of
from moderation.subjects import _moderate_held
from notifications.models import Notice
from proposals.actions import save_draft, submit_proposal
from proposals.models import Proposal
from search.models import Document
from tests.cast import client_as, person
from tests.scenes import forums as scene, proposals as proposal_scene

SAID = {"body": "Peculiarwords about the bus.", "stance": "for"}


@pytest.fixture
def thread(forum, ada):
    return scene.thread(forum, by=ada)


@pytest.fixture
def everything_waits(forum):
    return HoldRule.objects.create(kind="place", host_key=f"forum:{forum.pk}", why="Agreed in March.", since=now())


def fresh(held):
    return Held.objects.select_related("by__person").get(pk=held.pk)


def decided(held, by, outcome, **more):
    held = fresh(held)
    take(actor=by, subject=held, verdict=_moderate_held(by, held))
    values = {"statement": "Read the rules.", "host_key": held.host_key, "verdict": _moderate_held(by, held), **more}
    return decide(actor=by, subject=held, outcome=outcome, **values)


def refused(held, by):
    return decided(held, by, "hide", reason=Reason.objects.get(code="off_subject"))


def test_nothing_waits_unless_a_rule_says_so(thread, ben):
    assert isinstance(submit_reply(actor=ben, thread=thread, said=SAID), Post)


def test_what_waits_stands_in_no_page_feed_count_search_or_api(thread, ben, ada, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)

    deliver_all()
    assert isinstance(held, Held)
    assert Post.objects.count() == 0
    assert Thread.objects.get().post_count == 0
    assert not Entry.objects.filter(event="forums.PostPublished").exists()
    assert not Entry.objects.get(event="moderation.HeldBack").public
    assert not Document.objects.filter(subject_kind="forums.post").exists()
    for user in (None, ada):
        for url in (
            f"/forums/threads/{thread.pk}/",
            f"/forums/{thread.forum.slug}/",
            f"/api/v1/threads/{thread.pk}/posts/",
            f"/forums/{thread.forum.slug}/threads/",
            "/search/?q=bus",
            "/record/",
            "/",
        ):
            assert "Peculiarwords" not in client_as(user).get(url).content.decode(), url


def test_its_author_sees_that_it_waits_and_nobody_else_does(thread, ben, ada, facilitator, everything_waits):
    answer = client_as(ben).post(f"/forums/threads/{thread.pk}/reply/", {"body": SAID["body"], "stance": "for"})

    held = Held.objects.get()
    page = f"/moderation/held/{held.pk}/"
    assert answer.headers["Location"] == page
    shown = client_as(ben).get(page).content.decode()
    assert "A person looks at it before others can see it." in shown
    assert "Peculiarwords" in shown
    assert "looked at first" not in shown
    assert client_as(ada).get(page).status_code == 404
    assert client_as().get(page).status_code in (302, 404)
    assert client_as(facilitator).get(page).status_code == 302


def test_moderators_of_the_place_are_told_and_see_why(thread, ben, facilitator, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)
    deliver_all()

    told = {n.user_id: n.audience for n in Notice.objects.filter(event="moderation.HeldBack")}

    assert told == {facilitator.pk: "moderators"}
    page = client_as(facilitator).get(f"/moderation/content/moderation.held/{held.pk}/").content.decode()
    assert "Everything here is looked at first." in page
    assert "Peculiarwords" in page
    assert "Peculiarwords" not in client_as(facilitator).get("/moderation/held/").content.decode()
    assert thread.title in client_as(facilitator).get("/moderation/held/").content.decode()


def test_released_it_is_published_as_if_new(thread, ben, facilitator, everything_waits):
    parent = scene.posts(thread, 1, by=facilitator)[0]
    held = submit_reply(actor=ben, thread=thread, parent=parent, said=SAID)
    later = now() + timedelta(hours=5)

    with clock.at(later):
        decided(held, facilitator, "keep", statement="")
        deliver_all()

    post = Post.objects.get(author=ben.person)
    assert (post.body, post.stance, post.parent, post.created_at) == (SAID["body"], "for", parent, later)
    assert Entry.objects.filter(event="forums.PostPublished", subject_id=post.pk).count() == 1
    assert Thread.objects.get().post_count == 2
    assert Document.objects.filter(subject_kind="forums.post", subject_id=post.pk).exists()
    assert (fresh(held).state, fresh(held).became_url) == ("released", f"/forums/posts/{post.pk}/")
    assert [n.event for n in Notice.objects.filter(user=ben).order_by("id")] == ["moderation.HeldReleased"]


def test_it_is_released_once(thread, ben, facilitator, dov, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)
    decided(held, facilitator, "keep")

    with pytest.raises((StateConflict, Refused)):
        decided(held, dov, "keep")

    assert Post.objects.count() == 1


def test_what_can_no_longer_be_done_is_not_released(thread, ben, facilitator, everything_waits):
    from forums.actions import close_thread

    held = submit_reply(actor=ben, thread=thread, said=SAID)
    close_thread(actor=facilitator, thread=thread, conclusions="We agreed on nearly everything here.")

    with pytest.raises(Refused, match="closed"):
        decided(held, facilitator, "keep")

    assert fresh(held).state == "waiting"


def test_refused_it_gives_the_reason_and_another_person_can_publish_it(thread, ben, facilitator, dov, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)

    decision = refused(held, facilitator)
    made = appeal(actor=ben, decision=decision, subject=fresh(held), text="It is about the bus, which is the subject.")

    assert (fresh(held).state, Post.objects.count()) == ("refused", 0)
    assert "It has nothing to do" in client_as(ben).get(f"/moderation/decision/{decision.pk}/").content.decode()
    with pytest.raises(Refused, match="first decision"):
        decide_appeal(
            actor=facilitator,
            appeal=made,
            subject=fresh(held),
            outcome="restore",
            statement="Yes.",
            verdict=_moderate_held(facilitator, held),
        )
    take(actor=dov, subject=fresh(held), verdict=_moderate_held(dov, held))
    decide_appeal(
        actor=dov,
        appeal=made,
        subject=fresh(held),
        outcome="restore",
        statement="Yes.",
        verdict=_moderate_held(dov, held),
    )
    assert (fresh(held).state, Post.objects.get().body) == ("released", SAID["body"])


def test_its_author_takes_it_back(thread, ben, ada, everything_waits):
    held = submit_reply(actor=ben, thread=thread, said=SAID)

    with pytest.raises(Refused, match="Only its author"):
        take_back(actor=ada, held=fresh(held))
    answer = client_as(ben).post(f"/moderation/held/{held.pk}/take-back/")

    assert answer.status_code == 302
    assert fresh(held).state == "taken_back"
    with pytest.raises(Refused, match="waits for nobody"):
        take_back(actor=ben, held=fresh(held))


def test_the_api_says_that_it_waits(thread, ben, everything_waits):
    browser = client_as(ben)

    answer = browser.post(f"/api/v1/threads/{thread.pk}/posts/", SAID, content_type="application/json")

    assert (answer.status_code, answer.json()["state"]) == (202, "waiting")
    assert [one["held"] for one in browser.get("/api/v1/moderation/held/").json()] == [answer.json()["held"]]
    assert browser.post(f"/api/v1/moderation/held/{answer.json()['held']}/take-back/").json()["state"] == "taken_back"


def test_youth_forums_look_at_everything_first(facilitator):
    forum = scene.forum(facilitator=facilitator, kind=ForumKind.YOUTH)
    young = person("Kit", age_band="under_16", level=2).user
    from forums.actions import join

    join(actor=young, forum=forum)

    held = submit_thread(actor=young, forum=forum, title="A warm place after school")

    assert isinstance(held, Held)
    assert held.why == ["place"]
    decided(held, facilitator, "keep")
    assert Thread.objects.get().title == "A warm place after school"


def test_a_change_of_the_rules_switches_it_on_and_off(forum, ada, ben):
    thread = scene.thread(forum, by=ada)
    before = submit_reply(actor=ben, thread=thread, said={"body": "The first bus is late again."})
    scene.ruled(forum, premoderated=True)
    while_on = submit_reply(actor=ben, thread=thread, said={"body": "The second one did not come."})
    scene.ruled(forum, premoderated=False)
    after = submit_reply(actor=ben, thread=thread, said={"body": "The third was full, so we walked."})

    assert [isinstance(one, Held) for one in (before, while_on, after)] == [False, True, False]


def test_a_proposal_waits_as_a_draft_and_is_published_with_its_reference(ben, everything_waits, forum, facilitator):
    activity = scene.proposals_activity(forum)
    draft = save_draft(actor=ben, activity=activity, title="A bench at the stop", body=proposal_scene.BODY)

    held = submit_proposal(actor=ben, proposal=draft)

    assert Proposal.objects.get().state == "draft"
    with pytest.raises(Refused, match="waits for a person already"):
        submit_proposal(actor=ben, proposal=draft)
    decided(held, facilitator, "keep")
    assert (Proposal.objects.get().state, bool(Proposal.objects.get().reference)) == ("open", True)


def test_a_draft_that_is_changed_waits_no_more(ben, everything_waits, forum):
    activity = scene.proposals_activity(forum)
    draft = save_draft(actor=ben, activity=activity, title="A bench at the stop", body=proposal_scene.BODY)
    held = submit_proposal(actor=ben, proposal=draft)

    save_draft(actor=ben, activity=activity, title="Two benches at the stop", body=proposal_scene.BODY)

    assert fresh(held).state == "taken_back"


def test_a_change_that_would_wait_is_refused_and_says_what_to_do(thread, ben, forum):
    post = reply(actor=ben, thread=thread, body="The bus is late.")
    HoldRule.objects.create(kind="words", words="idiots", why="Agreed.", since=now())

    with pytest.raises(Refused, match="Write a reply"):
        submit_edit(actor=ben, post=post, body="You are all Idiots!")

    assert Post.objects.get().body == "The bus is late."
    assert not Held.objects.exists()
    assert submit_edit(actor=ben, post=post, body="The bus is early.").version == 2


def test_whoever_looks_is_not_looked_at(thread, facilitator, everything_waits):
    assert isinstance(submit_reply(actor=facilitator, thread=thread, said=SAID), Post)


@pytest.mark.parametrize(
    ("rule", "body", "why"),
    [
        ({"kind": "first_posts", "number": 1}, "My first words.", Why.FIRST_POSTS),
        ({"kind": "words", "words": "fool\nblue badge"}, "What a FOOL.", Why.WORDS),
        ({"kind": "words", "words": "fool\nblue badge"}, "About the Blue  Badge scheme", Why.WORDS),
        ({"kind": "trust", "number": 1}, "Hello", Why.TRUST),
        ({"kind": "links"}, "See https://example.org/plan", Why.LINKS),
    ],
)
def test_each_kind_of_rule_catches_what_it_names(thread, ben, rule, body, why):
    HoldRule.objects.create(**rule, why="Agreed.", since=now())

    held = submit_reply(actor=ben, thread=thread, said={"body": body})

    assert isinstance(held, Held)
    assert held.why == [why]


@pytest.mark.parametrize("rule", [{"active": False}, {"host_key": "forum:0"}])
def test_a_rule_that_is_off_or_of_another_place_catches_nothing(thread, ben, rule):
    HoldRule.objects.create(kind="place", why="Agreed.", since=now(), **rule)

    assert isinstance(submit_reply(actor=ben, thread=thread, said=SAID), Post)


def test_words_inside_other_words_are_no_listed_words(thread, ben):
    HoldRule.objects.create(kind="words", words="ass", why="Agreed.", since=now())

    assert isinstance(submit_reply(actor=ben, thread=thread, said={"body": "The class of 2019"}), Post)


def test_links_of_somebody_new_wait_and_they_are_told_what_is_missing(thread, ben, ada):
    linked = {"body": "See https://example.org/plan"}

    assert isinstance(submit_reply(actor=ben, thread=thread, said=linked), Held)
    assert "2 more days here; 3 more conversations read" in str(may_post_links(ben).reason)
    # Ada has proved where she lives.
    assert isinstance(submit_reply(actor=ada, thread=thread, said=linked), Post)


def test_reading_earns_levels_and_nothing_keeps_what_was_read(forum, ada, ben):
    threads = [scene.thread(forum, by=ada, title=f"Conversation {n}") for n in range(3)]
    User.objects.filter(pk=ben.pk).update(date_joined=now() - timedelta(days=3))
    ben.refresh_from_db()
    browser = client_as(ben)

    for thread in [*threads, threads[0]]:
        browser.get(f"/forums/threads/{thread.pk}/")
    fold_reading()

    assert {f.name for f in Trust._meta.get_fields()} == {"id", "person", "threads_read"}
    assert Trust.objects.get(person=ben.person).threads_read == 3
    assert (standing_of(ben).level, standing_of(ben).posts_links) == (1, True)
    assert may_post_links(ben)
    fold_reading()
    assert Trust.objects.get(person=ben.person).threads_read == 3


def test_trust_earns_speed(thread, ben, settings):
    settings.FOLKMOOT_LIMITS_OFF = False

    for n in range(12):
        submit_reply(actor=ben, thread=thread, said={"body": f"Post {n}"})
    with pytest.raises(Refused, match="very often"):
        submit_reply(actor=ben, thread=thread, said={"body": "One more"})

    assert standing_of(ben).posts_an_hour == 12


def test_no_code_that_counts_votes_or_supports_reads_trust():
    """Trust weighs nothing: neither ballots nor the counting of supports nor the chain knows that it exists."""
    from tests.house.tree import ROOT

    asked = re.compile(r"trust|standing_of|moderation\.reading|threads_read", re.IGNORECASE)
    files = [
        *(ROOT / "ballots").rglob("*.py"),
        *(ROOT / "chain").rglob("*.py"),
        *(ROOT / "committees").rglob("*.py"),
        *(ROOT / "proposals/actions" / name for name in ("tally.py", "supports.py", "adoptions.py", "steps.py")),
        *(ROOT / "proposals/models").glob("*.py"),
    ]

    assert len(files) > 60
    assert asked.search("standing_of(user)")
    assert [str(file.relative_to(ROOT)) for file in files if asked.search(file.read_text())] == []


def test_protected_words_do_not_wait_because_what_waits_names_its_author(thread, ben):
    """Where everything waits, nobody speaks under protection; elsewhere the words are published."""
    HoldRule.objects.create(kind="place", host_key=f"forum:{thread.forum_id}", why="Agreed.", since=now())

    with pytest.raises(Refused, match="looked at first"):
        submit_reply(actor=ben, thread=thread, said=SAID | {"protected": True})

    assert not Held.objects.exists()


def test_erasure_takes_the_words_that_wait(thread, ben, everything_waits):
    from accounts.actions import erase_person

    held = submit_reply(actor=ben, thread=thread, said=SAID)

    erase_person(actor=None, person=ben.person)

    gone = Held.objects.filter(pk=held.pk).first()
    assert gone is None or (gone.payload, gone.words_html, gone.state) == ({}, "", "taken_back")


def test_what_reads_like_spam_waits_and_only_moderators_are_told_why(thread, ben, facilitator):
    text = "Earn money from home, guaranteed profit, join our Telegram group now https://cash.xyz"
    client_as(ben).post(f"/forums/threads/{thread.pk}/reply/", {"body": text, "stance": "neutral"})

    held = Held.objects.get()

    assert "spam" in held.why
    assert "spam" not in client_as(ben).get(f"/moderation/held/{held.pk}/").content.decode()
    shown = client_as(facilitator).get(f"/moderation/content/moderation.held/{held.pk}/").content.decode()
    assert "It reads like spam." in shown


def test_the_same_words_again_and_again_wait(thread, ben, ada):
    body = "Come to the jumble sale at the church hall this Saturday, everything must go cheap"

    made = [submit_reply(actor=ben, thread=thread, said={"body": body}) for _ in range(5)]

    assert isinstance(made[0], Post)
    assert isinstance(made[4], Held)
