"""Reports weigh by whoever makes them; many fresh accounts cannot hide anything; enough settled ones hold it until a person looks."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Person, User
from core import now, today
from core.verdicts import Refused
from forums.models import Post
from forums.policies import may_moderate
from ledger.delivery import deliver_all
from moderation.actions import flag, flag_person
from moderation.models import Decision, Flag, Profile, Setting
from moderation.queries import queue
from moderation.queries.settings import numbers
from moderation.weights import Record, weight_of
from notifications.models import Notice
from search.models import Document
from tests.cast import client_as, people, person
from tests.scenes import forums as scene
from tests.scenes.moderation import attack, decide


def crowd(number, *, days):
    found = people(number)
    User.objects.filter(pk__in=[one.user_id for one in found]).update(date_joined=now() - timedelta(days=days))
    return [User.objects.select_related("person").get(pk=one.user_id) for one in found]


def reported(post, by, reason=None):
    return flag(actor=by, subject=post, reason=reason or attack(), host_key=f"forum:{post.thread.forum_id}")


def stored(post):
    return Post.objects.select_related("thread__forum", "author").get(pk=post.pk)


def decided(post, by, outcome, **more):
    post = stored(post)
    values = {"statement": "Read again.", "host_key": f"forum:{post.thread.forum_id}", **more}
    return decide(actor=by, subject=post, outcome=outcome, verdict=may_moderate(by, post.thread.forum), **values)


@pytest.mark.parametrize(
    ("days", "upheld", "dismissed", "weight"),
    [
        (0, 0, 0, "0.25"),
        (0, 9, 0, "0.25"),
        (30, 0, 0, "1"),
        (30, 2, 0, "1.50"),
        (30, 0, 2, "0.50"),
        (30, 0, 40, "0.10"),
        (30, 40, 0, "3"),
    ],
)
def test_a_report_weighs_by_the_record_of_its_reporter(db, days, upheld, dismissed, weight):
    assert weight_of(Record(days, upheld, dismissed), numbers()) == Decimal(weight)


def test_upheld_reports_raise_the_next_and_dismissed_ones_lower_it(post, facilitator, ada):
    (old,) = crowd(1, days=60)
    others = scene.posts(post.thread, 3, by=ada)
    before = reported(others[0], old)
    decided(others[0], facilitator, "hide", reason=attack())

    after = reported(others[1], old)
    decided(others[1], facilitator, "keep")

    assert (before.weight, after.weight) == (Decimal(1), Decimal("1.25"))
    assert reported(others[2], old).weight == Decimal(1)


def test_of_what_is_due_on_one_day_the_weightiest_stands_first(post, ada):
    other = scene.posts(post.thread, 1, by=ada)[0]
    for user in crowd(2, days=1):
        reported(other, user)
    reported(post, crowd(1, days=60)[0])

    assert [(one.id, one.reports, one.weight) for one in queue()] == [
        (post.pk, 1, Decimal(1)),
        (other.pk, 2, Decimal("0.50")),
    ]


def test_three_fresh_accounts_cannot_hide_anything(post):
    for user in crowd(3, days=2):
        reported(post, user)

    assert not stored(post).is_hidden


def test_forty_fresh_accounts_cannot_hide_anything_either(post):
    for user in crowd(40, days=14):
        reported(post, user)

    assert sum(Flag.objects.values_list("weight", flat=True)) >= numbers()["flags.hide_sum"]
    assert not stored(post).is_hidden


def test_three_accounts_of_long_standing_are_not_enough_with_any_number_of_fresh_ones(post):
    for user in [*crowd(3, days=400), *crowd(12, days=1)]:
        reported(post, user)

    assert not stored(post).is_hidden


def test_no_setting_lets_three_accounts_hide_anything(db):
    with pytest.raises(IntegrityError, match="more_than_three"), transaction.atomic():
        Setting.objects.create(key="flags.hide_accounts", value=3, since=now(), why="Quicker.")


def test_enough_people_hold_it_until_a_person_looks_within_a_day(post, ben, facilitator):
    deliver_all()
    reporters = crowd(4, days=60)

    for user in reporters:
        reported(post, user)

    deliver_all()
    found = stored(post)
    assert (found.is_hidden, found.is_held, found.hidden_because) == (True, True, "")
    assert [(one.outcome, one.by) for one in Decision.objects.all()] == [("hold", None)]
    assert Flag.objects.waiting().count() == 4
    assert {one.due for one in Flag.objects.all()} == {today() + timedelta(days=1)}
    assert not Document.objects.filter(subject_kind="forums.post", subject_id=post.pk).exists()
    told = {n.user_id: n.audience for n in Notice.objects.filter(event="moderation.ContentDecided")}
    assert told == {ben.pk: "author", facilitator.pk: "moderators"} | {user.pk: "reporters" for user in reporters}


def test_what_is_held_says_so_in_its_place(post):
    for user in crowd(4, days=60):
        reported(post, user)

    page = client_as().get(f"/forums/threads/{post.thread_id}/").content.decode()

    assert "Held until a person looks" in page
    assert post.body not in page


@pytest.mark.parametrize(("outcome", "hidden"), [("hide", True), ("restore", False)])
def test_a_person_decides_what_becomes_of_it(post, facilitator, outcome, hidden):
    for user in crowd(4, days=60):
        reported(post, user)
    browser = client_as(facilitator)
    url = f"/moderation/content/forums.post/{post.pk}/"

    browser.post(f"{url}lock/")
    assert b"It stays hidden, for a reason" in browser.get(url).content
    answer = browser.post(url, {"outcome": outcome, "reason": "personal_attack", "statement": "Look again."})

    assert answer.status_code == 302
    assert (stored(post).is_hidden, stored(post).is_held) == (hidden, False)
    assert not Flag.objects.waiting().exists()


def test_what_a_person_kept_is_never_held_by_itself_again(post, facilitator):
    reported(post, crowd(1, days=60)[0])
    decided(post, facilitator, "keep")

    for user in crowd(6, days=60):
        reported(post, user)

    assert not stored(post).is_hidden


def test_a_person_is_reported_from_their_words_once_and_no_address_names_them(post, ada, ben):
    browser = client_as(ada)
    url = f"/moderation/flag/forums.post/{post.pk}/person/"

    answer = browser.post(url, {"reason": "impersonation", "note": "He is not the mayor."})

    profile = Profile.objects.get()
    assert answer.status_code == 302
    assert profile.person == ben.person
    assert Flag.objects.get().host_key == "council"
    assert str(ben.person.pk) not in browser.get(url).content.decode()
    assert "You have reported this person" in browser.get(url).content.decode()
    with pytest.raises(Refused, match="reported this person"):
        flag_person(actor=ada, subject=post, reason=attack())
    with pytest.raises(Refused, match="your own words"):
        flag_person(actor=ben, subject=post, reason=attack())


def test_words_that_lead_to_nobody_lead_to_no_person(post, ada):
    Post.objects.filter(pk=post.pk).update(author=None, author_label="Care worker 7")

    with pytest.raises(Refused, match="only the words"):
        flag_person(actor=ada, subject=stored(post), reason=attack())


def test_a_withheld_name_is_gone_from_the_pages_and_comes_back(post, ada, ben, dov):
    flag_person(actor=ada, subject=post, reason=attack())
    url = f"/moderation/content/moderation.profile/{Profile.objects.get().pk}/"

    client_as(dov).post(f"{url}lock/")
    client_as(dov).post(url, {"outcome": "hide", "reason": "impersonation", "statement": "You are not he."})

    thread = f"/forums/threads/{post.thread_id}/"
    assert Person.objects.get(pk=ben.person.pk).name == "A resident"
    assert "Ben Price" not in client_as().get(thread).content.decode()
    client_as(dov).post(f"{url}lock/")
    client_as(dov).post(url, {"outcome": "restore", "statement": "I was wrong."})
    assert "Ben Price" in client_as().get(thread).content.decode()


def test_only_moderators_of_the_council_decide_on_a_name(post, ada, ben, facilitator):
    flag_person(actor=ada, subject=post, reason=attack())
    url = f"/moderation/content/moderation.profile/{Profile.objects.get().pk}/"

    assert client_as(facilitator).get(url).status_code == 404
    assert client_as(ben).get(url).status_code == 403


def test_a_withheld_name_cannot_be_taken_again(post, ada, ben, dov):
    flag_person(actor=ada, subject=post, reason=attack())
    url = f"/moderation/content/moderation.profile/{Profile.objects.get().pk}/"
    client_as(dov).post(f"{url}lock/")
    client_as(dov).post(url, {"outcome": "hide", "reason": "impersonation", "statement": "You are not he."})
    ben.person.refresh_from_db()

    answer = client_as(ben).post("/me/profile/", {"name": "ben  PRICE", "age_band": ""})

    assert answer.status_code == 422
    assert "Choose another name" in answer.content.decode()
    assert client_as(ben).post("/me/profile/", {"name": "Benjamin", "age_band": ""}).status_code == 302


def test_the_api_reports_a_person_too(post):
    other = person("Olu Reed").user

    answer = client_as(other).post(
        "/api/v1/moderation/flags/people/",
        {"kind": "forums.post", "id": post.pk, "reason": "impersonation"},
        content_type="application/json",
    )

    assert answer.status_code == 201
    assert Profile.objects.count() == 1
