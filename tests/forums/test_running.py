"""A forum is set up, joined and run, in a browser without scripts."""

from django.urls import reverse

from core import now
from forums.models import Activity, Forum, Membership
from tests.cast import client_as


def test_a_clerk_sets_a_forum_up_and_appoints(clerk, ada, client):
    browser = client_as(clerk)
    words = {
        "kind": "issue",
        "title": "Home Care",
        "code": "hc",
        "purpose": "Longer *visits*.",
        "topics": "care, homes",
    }

    made = browser.post("/forums/new/", words)

    forum = Forum.objects.get(code="HC")
    assert (made.status_code, made.url) == (302, "/forums/home-care/")
    assert (forum.topics, forum.purpose_html) == (["care", "homes"], "<p>Longer <em>visits</em>.</p>\n")
    assert browser.post("/forums/new/", words).status_code == 422
    assert browser.post("/forums/home-care/facilitators/", {"email": "nobody@example.org"}).status_code == 422
    assert browser.post("/forums/home-care/facilitators/", {"email": ada.email.upper()}).status_code == 302
    assert Membership.objects.facilitators().get().person == ada.person
    assert browser.post("/forums/home-care/state/", {"state": "paused"}).status_code == 302
    assert browser.post("/forums/home-care/state/", {"state": "nonsense"}).status_code == 422
    page = browser.get("/forums/home-care/edit/")
    assert page.status_code == 200
    changed = browser.post("/forums/home-care/edit/", {"title": "Home care", "purpose": "Longer visits."})
    assert changed.status_code == 302
    assert Forum.objects.get().title == "Home care"


def test_joining_and_leaving_in_a_browser(forum, esi):
    browser = client_as(esi)

    assert browser.post(f"/forums/{forum.slug}/join/").status_code == 302
    assert Forum.objects.get().member_count == 3
    assert "Ada Obi" in browser.get(f"/forums/{forum.slug}/members/").content.decode()
    assert browser.post(f"/forums/{forum.slug}/join/").status_code == 403
    assert browser.post(f"/forums/{forum.slug}/leave/").status_code == 302
    page = browser.get(f"/forums/{forum.slug}/members/").content.decode()
    assert Forum.objects.get().member_count == 2
    assert "Ada Obi" not in page
    assert "Fay Lund" in page


def test_who_has_not_said_where_they_live_is_shown_the_way(forum, ben):
    refused = client_as(ben).post(f"/forums/{forum.slug}/join/")

    assert refused.status_code == 403
    assert f'href="{reverse("accounts:address")}"' in refused.content.decode()


def test_activities_in_a_browser(forum, facilitator):
    browser = client_as(facilitator)
    words = {
        "kind": "proposals",
        "title": "Ideas for the 11",
        "opens_at": "2026-01-05T09:00",
        "threshold": "",
        "minimum_level": "2",
        "months_open": "12",
    }

    assert browser.post(f"/forums/{forum.slug}/activities/new/", words).status_code == 422
    made = browser.post(f"/forums/{forum.slug}/activities/new/", words | {"threshold": "1500"})
    activity = Activity.objects.get()
    assert made.url == f"/forums/activities/{activity.pk}/"
    changed = browser.post(f"/forums/activities/{activity.pk}/edit/", words | {"threshold": "900", "title": "Ideas"})
    activity.refresh_from_db()
    assert (changed.status_code, activity.threshold, activity.title) == (302, 900, "Ideas")
    Activity.objects.update(frozen_at=now())
    browser.post(f"/forums/activities/{activity.pk}/edit/", words | {"threshold": "5", "title": "Ideas again"})
    activity.refresh_from_db()
    assert (activity.threshold, activity.title) == (900, "Ideas again")


def test_mandates_in_a_browser(forum, facilitator, ada):
    browser = client_as(facilitator)
    words = {"person": ada.person.pk, "text": "Speak for shorter waits.", "since": "2026-03-01"}

    assert browser.get(f"/forums/{forum.slug}/mandates/new/").status_code == 200
    assert browser.post(f"/forums/{forum.slug}/mandates/new/", words | {"person": "0"}).status_code == 422
    assert browser.post(f"/forums/{forum.slug}/mandates/new/", words).status_code == 302
    assert "shorter waits" in client_as().get(f"/forums/{forum.slug}/members/").content.decode()
    assert browser.post(f"/forums/mandates/{forum.mandates.get().pk}/recall/").status_code == 302
    assert browser.post(f"/forums/mandates/{forum.mandates.get().pk}/recall/").status_code == 403
