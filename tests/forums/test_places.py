"""Who joins as what, how many there can be, whose places are kept, and who waits."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse

from accounts.models import AgeBand, StakeholderKind, Standing
from core import now
from core.verdicts import Refused
from forums import actions, policies
from forums.models import Forum, Membership, WaitingPlace
from forums.names import author_of
from forums.queries.places import places_of
from forums.states import ForumKind, Joining
from ledger.delivery import deliver_all
from notifications.models import Notice
from tests.cast import client_as, people, person
from tests.scenes import forums as scene

USER, WORKER = StakeholderKind.SERVICE_USER, StakeholderKind.SERVICE_WORKER


def standing(kind, *, checked=True, name=""):
    """Somebody whose standing as this kind has been checked."""
    one = person(name, level=3).user
    Standing.objects.create(person=one.person, kind=kind, of="home care", checked_at=now() if checked else None)
    return one


@pytest.fixture
def forum(db):
    made = scene.forum(title="Home Care", code="HC")
    scene.ruled(made, places=3, places_service_user=1, places_service_worker=1)
    return made


def test_places_are_kept_for_service_users_and_workers(forum, ada, dov):
    actions.join(actor=ada, forum=forum)

    assert "You can wait for one" in str(policies.may_join(dov, forum).reason)
    actions.join(actor=standing(USER), forum=forum, kind=USER)
    assert not policies.may_join(dov, forum)
    actions.join(actor=standing(WORKER), forum=forum, kind=WORKER)

    assert places_of(Forum.objects.get(pk=forum.pk)).taken == 3
    assert not policies.may_join(standing(USER), forum, USER)


def test_a_kept_place_is_for_those_whose_standing_has_been_checked(forum, ada):
    actions.join(actor=ada, forum=forum)
    claims = standing(USER, checked=False)

    verdict = policies.may_join(claims, forum, USER)

    assert not verdict
    assert verdict.remedy_url == reverse("accounts:standing")


def test_a_forum_of_those_concerned_takes_no_one_else(db, ada):
    made = scene.forum()
    scene.ruled(made, joining=Joining.CONCERNED)

    assert "service users and service workers" in str(policies.may_join(ada, made).reason)
    assert policies.may_join(standing(WORKER), made)
    assert policies.may_join(standing(USER), made, USER)


def test_whoever_waits_longest_comes_in_when_somebody_leaves_and_is_told(db, ada, dov, esi):
    made = scene.full(ada)
    actions.wait_for_place(actor=dov, forum=made)
    actions.wait_for_place(actor=esi, forum=made)

    actions.leave(actor=ada, forum=made)
    deliver_all()

    assert Membership.objects.current().filter(forum=made, person=dov.person).exists()
    assert [one.person for one in WaitingPlace.objects.filter(forum=made)] == [esi.person]
    assert Notice.objects.filter(user=dov, event="forums.PlaceGiven", audience="member").count() == 1


def test_nobody_waits_where_there_is_a_place_or_twice(db, ada, dov, esi):
    made = scene.full(ada)
    actions.wait_for_place(actor=dov, forum=made)

    assert "are waiting" in str(policies.may_wait(dov, made).reason)
    assert "can join now" in str(policies.may_wait(esi, scene.forum()).reason)
    actions.stop_waiting(actor=dov, forum=made)
    assert not policies.may_stop_waiting(dov, made)


def test_the_page_says_plainly_that_the_forum_is_full(db, ada, dov):
    made = scene.full(ada)
    browser, url = client_as(dov), reverse("forums:join", args=[made.slug])

    before = browser.get(url).content.decode()
    browser.post(reverse("forums:wait", args=[made.slug]), {"kind": "resident"})
    after = browser.get(url).content.decode()

    assert "1 of 1 place is taken. Nobody is waiting." in before
    assert "You are waiting for a place." in after


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_who_want_the_last_place_at_once_one_gets_it():
    made = scene.forum()
    scene.ruled(made, places=2)
    crowd = people(6)

    def come(one):
        try:
            actions.join(actor=one.user, forum=Forum.objects.get(pk=made.pk))
        except Refused:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(come, crowd))

    assert Membership.objects.members().filter(forum=made).count() == 2
    assert Forum.objects.get(pk=made.pk).member_count == 2


@pytest.mark.parametrize(
    ("band", "may"),
    [
        (AgeBand.UNDER_16, True),
        (AgeBand.FROM_16, True),
        (AgeBand.FROM_18, True),
        (AgeBand.UNSAID, True),
        (AgeBand.FROM_25, False),
        (AgeBand.FROM_65, False),
    ],
)
def test_youth_forums_are_for_people_from_11_to_19(band, may, db):
    youth = scene.forum(kind=ForumKind.YOUTH)
    one = person("Kit Moss", level=2, age_band=band).user

    assert bool(policies.may_join(one, youth)) is may
    assert bool(policies.may_start_thread(one, youth)) is False


def test_joining_a_youth_forum_one_says_that_one_is_young_enough(db):
    youth = scene.forum(kind=ForumKind.YOUTH)
    browser = client_as(person("Kit Moss", level=2).user)
    url = reverse("forums:join", args=[youth.slug])

    assert browser.post(url, {"kind": "resident"}).status_code == 422
    assert browser.post(url, {"kind": "resident", "of_age": "on"}).status_code == 302


def test_in_a_youth_forum_first_names_only_are_shown(db, facilitator):
    kit = person("Kit Mossgrove", level=2, age_band=AgeBand.FROM_16).user
    youth = scene.forum(kind=ForumKind.YOUTH, facilitator=facilitator, members=(kit,))
    thread = scene.thread(youth, by=kit)

    post = actions.reply(actor=kit, thread=thread, body="Buses are dear.")
    led = actions.reply(actor=facilitator, thread=thread, body="Tell us more.")
    pages = [
        client_as().get(reverse(name, args=[one])).content.decode()
        for name, one in (("forums:thread", thread.pk), ("forums:threads", youth.slug), ("forums:members", youth.slug))
    ]

    assert (author_of(post), author_of(led)) == ("Kit", "Fay Lund")
    assert not any("Mossgrove" in page for page in pages)
    assert "Mossgrove" not in client_as(kit).get(reverse("forums:members", args=[youth.slug])).content.decode()


def test_an_adult_speaks_in_a_youth_forum_only_where_they_run_it(db, facilitator):
    kit = person("Kit Moss", level=2, age_band=AgeBand.FROM_16).user
    youth = scene.forum(kind=ForumKind.YOUTH, facilitator=facilitator, members=(kit,))
    thread = scene.thread(youth, by=kit)
    facilitator.person.age_band = AgeBand.FROM_50
    stranger = person("Sam Gray", level=3, age_band=AgeBand.FROM_35).user

    assert policies.may_reply(facilitator, thread)
    assert "from 11 to 19" in str(policies.may_reply(stranger, thread).reason)
